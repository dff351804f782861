public import KafkaWire

/// Which topic a partition's directory belongs to: the content of `partition.metadata`.
public struct PartitionMetadata: Equatable, Sendable {
    public static let fileName = "partition.metadata"

    public var topicId: Uuid

    public init(topicId: Uuid) {
        self.topicId = topicId
    }

    /// Nil for a text of another form, and for the id that stands for none.
    public init?(text: String) {
        var fields: [Substring: Substring] = [:]
        for line in text.split(whereSeparator: \.isNewline) {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { return nil }
            fields[parts[0]] = parts[1].drop { $0 == " " }
        }
        guard fields["version"] == "0", let id = fields["topic_id"].flatMap({ Uuid(String($0)) }), id != .zero else {
            return nil
        }
        topicId = id
    }

    public var text: String { "version: 0\ntopic_id: \(topicId)" }
}
