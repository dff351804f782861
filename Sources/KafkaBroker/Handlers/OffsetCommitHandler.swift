import KafkaCoordination
import KafkaProtocol
import KafkaServer
import KafkaWire

/// OffsetCommit, versions 2 to 10 (KIP-848 speaks of topics by id from version 10 on).
///
/// Topics that do not exist are answered here; the coordinator sees the others.
extension BrokerEngine {
    func offsetCommit(_ request: Request, _ output: inout ResponseBuffer) -> Outcome {
        guard let message = decode(OffsetCommitRequest.self, request) else { return malformed(request) }
        let table = broker.topics.current
        let byId = request.apiVersion >= 10
        var known = message
        known.topics = message.topics.compactMap { topic in
            guard let found = byId ? table.topic(id: topic.topicId) : table.topic(name: topic.name) else { return nil }
            var topic = topic
            topic.name = found.name
            return topic
        }
        guard let shard = broker.groups.shard(for: message.groupId) else {
            return output.answer(request, Self.commitResponse(message, code: .notCoordinator))
        }
        guard !known.topics.isEmpty || message.topics.isEmpty else {
            return output.answer(
                request, Self.commitResponse(message, code: byId ? .unknownTopicId : .unknownTopicOrPartition))
        }
        let token = request.replyToken
        let needsMerge = known.topics.count != message.topics.count
        let missing: ErrorCode = byId ? .unknownTopicId : .unknownTopicOrPartition
        let groupToken = GroupToken { response in
            guard case .offsetCommit(let answer) = response else { return token.close(.internalError("group answer")) }
            token.reply(needsMerge ? Self.merge(answer, into: message, missing: missing, byId: byId) : answer)
        }
        shard.handle(.offsetCommit(groupToken, known, apiVersion: request.apiVersion))
        return .later
    }

    private static func commitResponse(_ message: OffsetCommitRequest, code: ErrorCode) -> OffsetCommitResponse {
        OffsetCommitResponse(
            topics: message.topics.map { topic in
                .init(
                    name: topic.name, topicId: topic.topicId,
                    partitions: topic.partitions.map {
                        .init(partitionIndex: $0.partitionIndex, errorCode: code.rawValue)
                    })
            })
    }

    /// Puts the coordinator's answers where the request had its topics, and the error where it had no topic to ask.
    private static func merge(
        _ answer: OffsetCommitResponse, into message: OffsetCommitRequest, missing: ErrorCode, byId: Bool
    ) -> OffsetCommitResponse {
        var merged = commitResponse(message, code: missing)
        var answered = answer.topics[...]
        for index in merged.topics.indices {
            guard let next = answered.first,
                byId ? next.topicId == merged.topics[index].topicId : next.name == merged.topics[index].name
            else { continue }
            merged.topics[index] = next
            answered.removeFirst()
        }
        return merged
    }
}
