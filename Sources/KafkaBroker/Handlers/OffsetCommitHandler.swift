import KafkaCoordination
import KafkaProtocol
import KafkaServer
import KafkaWire

/// OffsetCommit, versions 2 to 10 (KIP-848 speaks of topics by id from version 10 on).
///
/// Topics and partitions that do not exist are answered here; the coordinator sees the others.
extension BrokerEngine {
    func offsetCommit(_ request: Request, _ output: inout ResponseBuffer) -> Outcome {
        guard let message = decode(OffsetCommitRequest.self, request) else { return malformed(request) }
        let access = access(request)
        guard access.allows(.readGroup, message.groupId) else {
            return output.answer(request, Self.commitResponse(message) { AccessRule.readGroup.error })
        }
        guard let shard = broker.groups.shard(for: message.groupId) else {
            return output.answer(request, Self.commitResponse(message) { .notCoordinator })
        }
        let plan = CommitPlan(message, byId: request.apiVersion >= 10, table: broker.topics.current, access)
        guard !plan.known.topics.isEmpty || message.topics.isEmpty else {
            return output.answer(request, plan.response(OffsetCommitResponse()))
        }
        let token = request.replyToken
        let groupToken = GroupToken(token) { response in
            guard case .offsetCommit(let answer) = response else { return token.close(.internalError("group answer")) }
            token.reply(plan.isWhole ? answer : plan.response(answer))
        }
        shard.handle(.offsetCommit(groupToken, plan.known, apiVersion: request.apiVersion))
        return .later
    }

    /// An answer in the request's form; `code` is asked for the partitions in their order.
    fileprivate static func commitResponse(
        _ message: OffsetCommitRequest, _ code: () -> ErrorCode
    ) -> OffsetCommitResponse {
        OffsetCommitResponse(
            topics: message.topics.map { topic in
                .init(
                    name: topic.name, topicId: topic.topicId,
                    partitions: topic.partitions.map {
                        .init(partitionIndex: $0.partitionIndex, errorCode: code().rawValue)
                    })
            })
    }
}

/// Which parts of a commit the coordinator is asked about, and how its answer becomes the client's.
private struct CommitPlan: Sendable {
    /// The request as the coordinator sees it: topics by name, and only what exists.
    let known: OffsetCommitRequest
    /// For each partition of the request, in its order: why it is not asked about, nil if it is.
    private let refusals: [ErrorCode?]
    private let request: OffsetCommitRequest

    init(_ request: OffsetCommitRequest, byId: Bool, table: TopicTable, _ access: Access?) {
        var known = request
        known.topics = []
        var refusals: [ErrorCode?] = []
        for asked in request.topics {
            let topic = byId ? table.topic(id: asked.topicId) : table.topic(name: asked.name)
            let missing: ErrorCode = byId && topic == nil ? .unknownTopicId : .unknownTopicOrPartition
            // An id that nobody knows has no name to check.
            let isRefused = (byId ? topic?.name : asked.name).map { !access.allows(.readTopic, $0) } ?? false
            let codes = asked.partitions.map { partition -> ErrorCode? in
                if isRefused { return AccessRule.readTopic.error }
                return topic?.partition(partition.partitionIndex) == nil ? missing : nil
            }
            refusals += codes
            var part = asked
            part.name = topic?.name ?? asked.name
            part.partitions = zip(asked.partitions, codes).filter { $0.1 == nil }.map(\.0)
            if !part.partitions.isEmpty { known.topics.append(part) }
        }
        self.known = known
        self.refusals = refusals
        self.request = request
    }

    /// Whether the coordinator answers about everything.
    var isWhole: Bool { refusals.allSatisfy { $0 == nil } }

    /// The coordinator's answers where the request had its partitions, errors where it had none to ask about.
    func response(_ answer: OffsetCommitResponse) -> OffsetCommitResponse {
        var answered = answer.topics.flatMap(\.partitions)[...]
        var refusals = refusals[...]
        return BrokerEngine.commitResponse(request) {
            if let refusal = refusals.popFirst() ?? nil { return refusal }
            return answered.popFirst().map { ErrorCode(rawValue: $0.errorCode) } ?? .unknownServerError
        }
    }
}
