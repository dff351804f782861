import KafkaProtocol
import KafkaWire
import Synchronization

/// How many partitions topics have, as answers of the cluster tell. Safe from any thread.
final class PartitionCounts: Sendable {
    private struct Known {
        var byName: [String: Int] = [:]
        var byId: [Uuid: Int] = [:]
    }

    /// Topics that are remembered; with more, all are forgotten, and learnt again as clients ask for metadata.
    static let most = 100_000

    private let known = Mutex(Known())

    /// The partitions of a topic; nil where no answer told.
    func count(name: String) -> Int? { known.withLock { $0.byName[name] } }

    /// The partitions of a topic; nil where no answer told.
    func count(id: Uuid) -> Int? { known.withLock { $0.byId[id] } }

    /// Takes up what an answer tells.
    func learn(_ metadata: MetadataResponse) {
        for topic in metadata.topics where topic.errorCode == 0 {
            learn(topic.name ?? "", topic.topicId, topic.partitions.count)
        }
    }

    /// A topic has so many partitions. Its name may be empty and its id zero, where they are not known.
    func learn(_ name: String, _ id: Uuid, _ count: Int) {
        known.withLock { known in
            if known.byName.count >= Self.most || known.byId.count >= Self.most { known = Known() }
            if !name.isEmpty { known.byName[name] = count }
            if id != .zero { known.byId[id] = count }
        }
    }
}
