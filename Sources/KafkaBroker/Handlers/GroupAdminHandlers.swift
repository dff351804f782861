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
        ListGroupsResponse(
            errorCode: 0,
            groups: broker.groups.all.flatMap { shard in
                shard.read { $0.listGroups(statesFilter: message.statesFilter, typesFilter: message.typesFilter) }
            })
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
            let token = GroupToken { response in
                guard case .deleteGroups(let answer) = response else { return }
                collector.add(answer)
            }
            broker.groups.shard(for: group)?.handle(.deleteGroups(token, single))
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
        known.topics = message.topics.filter { table.topic(name: $0.name) != nil }
        let missing = message.topics.filter { table.topic(name: $0.name) == nil }
        let token = request.replyToken
        let groupToken = GroupToken { response in
            guard case .offsetDelete(var answer) = response else { return token.close(.internalError("group answer")) }
            if answer.errorCode == 0 {
                answer.topics += missing.map { topic in
                    .init(
                        name: topic.name,
                        partitions: topic.partitions.map {
                            .init(
                                partitionIndex: $0.partitionIndex,
                                errorCode: ErrorCode.unknownTopicOrPartition.rawValue)
                        })
                }
            }
            token.reply(answer)
        }
        shard.handle(.offsetDelete(groupToken, known))
        return .later
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
