import KafkaProtocol
import KafkaWire
import Synchronization

/// The ids of a virtual cluster's topics, as its clients were told them. What they were not told they may not use; after
/// a restart of the proxy they are told anew, since an unknown id makes them ask for metadata. Safe from any thread.
final class TenantTopicIds: Sendable {
    /// Ids that are remembered; with more, all are forgotten and learnt again.
    private static let most = 200_000

    private let ids = Mutex<Set<Uuid>>([])

    func contains(_ id: Uuid) -> Bool {
        ids.withLock { $0.contains(id) }
    }

    /// Notes the ids in an answer from which all that is not the virtual cluster's has been taken.
    func learn(_ message: any ResponseMessage) {
        let found: [Uuid]
        switch message {
        case let message as MetadataResponse: found = message.topics.filter { $0.errorCode == 0 }.map(\.topicId)
        case let message as DescribeTopicPartitionsResponse:
            found = message.topics.filter { $0.errorCode == 0 }.map(\.topicId)
        case let message as CreateTopicsResponse:
            found = message.topics.filter { $0.errorCode == 0 }.map(\.topicId)
        default: return
        }
        ids.withLock { ids in
            if ids.count &+ found.count > Self.most { ids.removeAll() }
            for id in found where id != .zero { ids.insert(id) }
        }
    }
}
