import KafkaMessageJSON
public import NIOCore

/// What is known about a recorded session: which client did what, and what the broker held before.
public struct SessionDescription: Sendable {
    /// The capture's file name.
    public var file: String
    /// Who was recorded.
    public var client: String
    /// What it did.
    public var scenario: String
    /// What the broker was started with.
    public var properties: [(key: String, value: String)]
    /// Who logged in; nil where nobody had to.
    var users: SaslUsers?
    /// The topics that were there.
    var topics: [FoundTopic]
    /// The names of internal topics that were there, with their partitions.
    var internalTopics: [(name: String, partitions: Int64)]

    /// Something known by name only: a broker without topics.
    public init(file: String) {
        (self.file, client, scenario) = (file, "", "")
        (properties, topics, internalTopics) = ([], [], [])
    }

    /// The entries of an INDEX.json. Throws ``ConformanceError``.
    public static func index(_ bytes: ByteBuffer) throws -> [SessionDescription] {
        let json: JSONValue
        do throws(JSONSyntaxError) {
            json = try JSONValue(parsing: bytes.readableBytesView)
        } catch {
            throw ConformanceError.badDocument("INDEX.json", "\(error.problem) in line \(error.line)")
        }
        return json.elements?.compactMap(SessionDescription.init) ?? []
    }

    /// Topics whose logs hold more than producing records can make again.
    var topicsOfTransactions: [String] {
        topics.filter { $0.logs.contains(where: \.hasGaps) }.map(\.name)
    }

    init?(_ json: JSONValue) {
        guard let file = json["file"]?.stringValue else { return nil }
        self.init(file: file)
        client = json["client"]?.stringValue ?? ""
        scenario = json["scenario"]?.stringValue ?? ""
        properties = Self.properties(json["broker_defaults"]) + Self.properties(json["broker_properties"])
        users = SaslUsers(json["sasl"])
        topics = FoundTopic.list(json["topics_before"], data: json["data_before"])
        internalTopics = Self.internalTopics(json["internal_topics_before"]?.stringValue ?? "")
    }

    /// Properties by their names with dots. A value with an explanation, as `true (default)`, was not set.
    static func properties(_ json: JSONValue?) -> [(key: String, value: String)] {
        (json?.members ?? []).filter { $0.name.contains(".") }.compactMap { member in
            let text = member.value.stringValue ?? member.value.text
            return text.contains("(default") ? nil : (member.name, text)
        }
    }

    /// Reads `__consumer_offsets (3 partitions) __transaction_state (3 partitions)`.
    private static func internalTopics(_ text: String) -> [(name: String, partitions: Int64)] {
        let words = text.split(separator: " ")
        return words.indices.compactMap { index in
            guard words[index].hasPrefix("__"), words.indices.contains(index + 1),
                let count = Int64(words[index + 1].drop { $0 == "(" })
            else { return nil }
            return (String(words[index]), count)
        }
    }
}
