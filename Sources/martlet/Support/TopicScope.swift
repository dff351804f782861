import KafkaClient
import KafkaWire

/// A topic, or some of its partitions, as `--topic` of the group commands takes it: `orders` or `orders:0,1`.
struct TopicScope: Equatable {
    var topic: String
    /// Nil is all of them.
    var partitions: [Int32]?

    /// Throws ``CommandFailure``.
    init(_ text: String) throws {
        guard let colon = text.firstIndex(of: ":") else {
            topic = text
            return
        }
        topic = String(text[..<colon])
        partitions = try text[text.index(after: colon)...].split(separator: ",").map { part in
            guard let index = Int32(part), index >= 0 else {
                throw CommandFailure("'\(text)' is not of the form topic or topic:0,1,2.")
            }
            return index
        }
        guard !topic.isEmpty, partitions?.isEmpty == false else {
            throw CommandFailure("'\(text)' is not of the form topic or topic:0,1,2.")
        }
    }

    /// The partitions that scopes stand for, sorted. Throws if a topic does not exist.
    static func partitions(of scopes: [TopicScope], in cluster: KafkaCluster) async throws -> [TopicPartition] {
        let topics = Set(scopes.map(\.topic)).sorted()
        let metadata = try await cluster.retrying("Asking for metadata") {
            try await cluster.refreshMetadata(topics: topics)
        }
        var found: Set<TopicPartition> = []
        for scope in scopes {
            guard let topic = metadata.topics[scope.topic], topic.error == .none else {
                throw CommandFailure(
                    "Topic '\(scope.topic)' does not exist. 'martlet topics list' shows those that do.")
            }
            for index in scope.partitions ?? topic.partitions.map(\.index) {
                guard topic.partition(index) != nil else {
                    throw CommandFailure("Topic '\(scope.topic)' has no partition \(index).")
                }
                found.insert(TopicPartition(topic: scope.topic, partition: index))
            }
        }
        return found.sorted()
    }
}
