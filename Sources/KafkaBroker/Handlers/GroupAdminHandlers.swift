import KafkaCoordination
import KafkaProtocol
import KafkaServer
import KafkaWire
import Synchronization

/// DescribeGroups (versions 0 to 6), ListGroups (0 to 5), DeleteGroups (0 to 2) and OffsetDelete (0): groups as
/// operators look at them.
extension BrokerEngine {
    func describeGroups(_ message: DescribeGroupsRequest, _ request: Request) -> DescribeGroupsResponse {
        let operations =
            message.includeAuthorizedOperations ? AuthorizedOperations.group : AuthorizedOperations.notRequested
        return DescribeGroupsResponse(
            groups: message.groups.map { id in
                guard let shard = broker.groups.shard(for: id) else {
                    return .init(errorCode: ErrorCode.notCoordinator.rawValue, groupId: id)
                }
                var group = shard.read { $0.describe(groupId: id, apiVersion: request.apiVersion) }
                if group.errorCode == 0 { group.authorizedOperations = operations }
                return group
            })
    }

    func listGroups(_ message: ListGroupsRequest, _ request: Request) -> ListGroupsResponse {
        var response = ListGroupsResponse(errorCode: 0)
        for shard in broker.groups.all {
            let (unavailability, groups) = shard.read { shard in
                (
                    shard.unavailability,
                    shard.listGroups(statesFilter: message.statesFilter, typesFilter: message.typesFilter)
                )
            }
            // A list that lacks groups must say so.
            if let unavailability { response.errorCode = unavailability.rawValue }
            response.groups += groups
        }
        return response
    }

    /// Groups of several shards are deleted shard by shard; the answer goes out with the last one.
    func deleteGroups(_ request: Request, _ output: inout ResponseBuffer) -> Outcome {
        guard let message = decode(DeleteGroupsRequest.self, request) else { return malformed(request) }
        guard broker.groups.isOpen, !message.groupsNames.isEmpty else {
            return output.answer(
                request,
                DeleteGroupsResponse(
                    results: message.groupsNames.map {
                        .init(groupId: $0, errorCode: ErrorCode.notCoordinator.rawValue)
                    }))
        }
        let collector = DeleteGroupsCollector(groups: message.groupsNames, token: request.replyToken)
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
        guard let shard = broker.groups.shard(for: message.groupId) else {
            return output.answer(request, OffsetDeleteResponse(errorCode: ErrorCode.notCoordinator.rawValue))
        }
        let table = broker.topics.current
        var known = message
        known.topics = Self.topics(of: message) { table.partition($0, $1) != nil }
        let missing = Self.topics(of: message) { table.partition($0, $1) == nil }
        let token = request.replyToken
        let groupToken = GroupToken(token) { response in
            guard case .offsetDelete(var answer) = response else { return token.close(.internalError("group answer")) }
            if answer.errorCode == 0 { Self.add(missing: missing, to: &answer) }
            token.reply(answer)
        }
        shard.handle(.offsetDelete(groupToken, known))
        return .later
    }

    /// Partitions that are not there join those of their topic that are: clients look a topic up once.
    private static func add(
        missing: [OffsetDeleteRequest.OffsetDeleteRequestTopic], to answer: inout OffsetDeleteResponse
    ) {
        var places: [String: Int] = [:]
        for (place, topic) in answer.topics.enumerated() { places[topic.name] = place }
        for topic in missing {
            let partitions = topic.partitions.map {
                OffsetDeleteResponse.OffsetDeleteResponsePartition(
                    partitionIndex: $0.partitionIndex, errorCode: ErrorCode.unknownTopicOrPartition.rawValue)
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
    private let groups: [String]
    private let token: ReplyToken
    private let results = Mutex<[DeleteGroupsResponse.DeletableGroupResult]>([])

    init(groups: [String], token: ReplyToken) {
        self.groups = groups
        self.token = token
    }

    func add(_ answer: DeleteGroupsResponse) {
        let complete = results.withLock { results -> [DeleteGroupsResponse.DeletableGroupResult]? in
            results += answer.results
            return results.count == groups.count ? results : nil
        }
        if let complete { token.reply(DeleteGroupsResponse(results: complete)) }
    }
}
