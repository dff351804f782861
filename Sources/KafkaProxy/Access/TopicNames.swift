import KafkaProtocol
import KafkaWire
import Synchronization

/// The names of topics by their ids, as answers of the cluster tell them. Safe from any thread.
final class TopicNames: Sendable {
    /// Names that are remembered; with more, all are forgotten, and learnt again as clients ask for metadata.
    static let most = 200_000

    private let names = Mutex<[Uuid: String]>([:])

    /// The name of a topic; nil where no answer told it.
    func name(of id: Uuid) -> String? {
        names.withLock { $0[id] }
    }

    /// Takes up the names in an answer. An id belongs to one topic for ever; topics cannot be renamed.
    ///
    /// What is in error tells nothing: there the cluster repeats the name and the id that the client made up.
    func learn(_ metadata: MetadataResponse) {
        let told = metadata.topics.lazy.filter { $0.errorCode == 0 }
        learn(told.compactMap { topic in topic.name.map { (topic.topicId, $0) } })
    }

    /// Takes up names by ids.
    func learn(_ topics: some Sequence<(id: Uuid, name: String)>) {
        names.withLock { names in
            for (id, name) in topics where id != .zero && !name.isEmpty {
                if names[id] == nil, names.count >= Self.most { names = [:] }
                names[id] = name
            }
        }
    }
}
