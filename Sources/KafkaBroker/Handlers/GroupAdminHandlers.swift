import KafkaCoordination
import KafkaProtocol
import KafkaServer
import KafkaWire
import Synchronization

/// DescribeGroups (versions 0 to 6), ListGroups (0 to 5), DeleteGroups (0 to 2) and OffsetDelete (0): groups as
/// operators look at them.
extension BrokerEngine {
    func describeGroups(_ message: DescribeGroupsRequest, _ request: Request) -> DescribeGroupsResponse {
        let access = access(request)
        return DescribeGroupsResponse(
            groups: message.groups.map { id in
                guard access.allows(.describeGroup, id) else {
                    return .init(errorCode: AccessRule.describeGroup.error.rawValue, groupId: id)
                }
                guard let shard = broker.groups.shard(for: id) else {
                    return .init(errorCode: ErrorCode.notCoordinator.rawValue, groupId: id)
                }
                var group = shard.read { $0.describe(groupId: id, apiVersion: request.apiVersion) }
                if group.errorCode == 0 {
                    group.authorizedOperations =
                        message.includeAuthorizedOperations
                        ? access.operations(on: .group, id) : AuthorizedOperations.notRequested
                }
                return group
            })
    }

    func listGroups(_ message: ListGroupsRequest, _ request: Request) -> ListGroupsResponse {
        var response = ListGroupsResponse(errorCode: 0)
        if broker.groups.isClosed { response.errorCode = ErrorCode.coordinatorNotAvailable.rawValue }
        for shard in broker.groups.all {
            let (unavailability, groups) = shard.read { shard in
                (
                    shard.unavailability,
                    shard.listGroups(statesFilter: message.statesFilter, typesFilter: message.typesFilter)
                )
            }
            // Groups whose coordinator this broker is not are not its to list; those it is about to know are.
            if unavailability == .notCoordinator { continue }
            if let unavailability { response.errorCode = unavailability.rawValue }
            response.groups += groups
        }
        let access = access(request)
        if !access.allows(.describeCluster, tellsRefusal: false) {
            response.groups.removeAll { !access.allows(.describeGroup, $0.groupId, tellsRefusal: false) }
        }
        return response
    }

    /// Groups of several shards are deleted shard by shard; the answer goes out with the last one.
    func deleteGroups(_ request: Request, _ output: inout ResponseBuffer) -> Outcome {
        guard var message = decode(DeleteGroupsRequest.self, request) else { return malformed(request) }
        let access = access(request)
        let refused = access == nil ? [] : message.groupsNames.filter { !access.allows(.deleteGroup, $0) }
        var results = refused.map {
            DeleteGroupsResponse.DeletableGroupResult(groupId: $0, errorCode: AccessRule.deleteGroup.error.rawValue)
        }
        if !refused.isEmpty { message.groupsNames.removeAll { refused.contains($0) } }
        guard broker.groups.isOpen, !message.groupsNames.isEmpty else {
            results += message.groupsNames.map {
                .init(groupId: $0, errorCode: ErrorCode.notCoordinator.rawValue)
            }
            return output.answer(request, DeleteGroupsResponse(results: results))
        }
        let collector = DeleteGroupsCollector(
            count: message.groupsNames.count, known: results, token: request.replyToken)
        for group in message.groupsNames {
            let single = DeleteGroupsRequest(groupsNames: [group])
            let token = GroupToken(request.replyToken) { response in
                guard case .deleteGroups(let answer) = response else { return }
                collector.add(answer)
            }
            if let shard = broker.groups.shard(for: group) {
                shard.handle(.deleteGroups(token, single))
            } else {
                collector.add(
                    DeleteGroupsResponse(
                        results: [.init(groupId: group, errorCode: ErrorCode.notCoordinator.rawValue)]))
            }
        }
        return .later
    }

    func offsetDelete(_ request: Request, _ output: inout ResponseBuffer) -> Outcome {
        guard let message = decode(OffsetDeleteRequest.self, request) else { return malformed(request) }
        let access = access(request)
        guard access.allows(.deleteGroup, message.groupId) else {
            return output.answer(request, OffsetDeleteResponse(errorCode: AccessRule.deleteGroup.error.rawValue))
        }
        guard let shard = broker.groups.shard(for: message.groupId) else {
            return output.answer(request, OffsetDeleteResponse(errorCode: ErrorCode.notCoordinator.rawValue))
        }
        let table = broker.topics.current
        var known = message
        let refused = access == nil ? [] : message.topics.filter { !access.allows(.readTopic, $0.name) }
        known.topics.removeAll { topic in refused.contains { $0.name == topic.name } }
        let allowed = known
        known.topics = Self.topics(of: allowed) { table.partition($0, $1) != nil }
        let missing = Self.topics(of: allowed) { table.partition($0, $1) == nil }
        let token = request.replyToken
        let groupToken = GroupToken(token) { response in
            guard case .offsetDelete(var answer) = response else { return token.close(.internalError("group answer")) }
            if answer.errorCode == 0 {
                Self.add(missing, .unknownTopicOrPartition, to: &answer)
                Self.add(refused, AccessRule.readTopic.error, to: &answer)
            }
            token.reply(answer)
        }
        shard.handle(.offsetDelete(groupToken, known))
        return .later
    }

    /// Partitions that are not there, or not for this client, join those of their topic that are: clients look a topic up once.
    private static func add(
        _ missing: [OffsetDeleteRequest.OffsetDeleteRequestTopic], _ error: ErrorCode,
        to answer: inout OffsetDeleteResponse
    ) {
        var places: [String: Int] = [:]
        for (place, topic) in answer.topics.enumerated() { places[topic.name] = place }
        for topic in missing {
            let partitions = topic.partitions.map {
                OffsetDeleteResponse.OffsetDeleteResponsePartition(
                    partitionIndex: $0.partitionIndex, errorCode: error.rawValue)
            }
            if let place = places[topic.name] {
                answer.topics[place].partitions += partitions
            } else {
                places[topic.name] = answer.topics.count
                answer.topics.append(.init(name: topic.name, partitions: partitions))
            }
        }
    }

    /// The partitions of a request for which something holds; topics that have none of them are left out.
    private static func topics(
        of message: OffsetDeleteRequest, where isWanted: (_ topic: String, _ partition: Int32) -> Bool
    ) -> [OffsetDeleteRequest.OffsetDeleteRequestTopic] {
        message.topics.compactMap { topic in
            var part = topic
            part.partitions = topic.partitions.filter { isWanted(topic.name, $0.partitionIndex) }
            return part.partitions.isEmpty ? nil : part
        }
    }
}

/// Gathers the answers about single groups into one.
private final class DeleteGroupsCollector: Sendable {
    private let count: Int
    private let token: ReplyToken
    private let results: Mutex<[DeleteGroupsResponse.DeletableGroupResult]>

    /// Waits for that many results more than those that are known.
    init(count: Int, known: [DeleteGroupsResponse.DeletableGroupResult], token: ReplyToken) {
        self.count = count + known.count
        self.token = token
        results = Mutex(known)
    }

    func add(_ answer: DeleteGroupsResponse) {
        let complete = results.withLock { results -> [DeleteGroupsResponse.DeletableGroupResult]? in
            results += answer.results
            return results.count == count ? results : nil
        }
        if let complete { token.reply(DeleteGroupsResponse(results: complete)) }
    }
}
