import Glibc
import Testing

@testable import KafkaConfiguration

/// What a real Kafka 3.9 answered to DescribeConfigs, compared where the reference data is at hand
/// (`MARTLET_REFERENCE`).
@Suite(.enabled(if: ReferenceTable.folder != nil, "MARTLET_REFERENCE is not set")) struct ReferenceTableTests {
    /// Martlet's own choice: a node that nobody numbered is number 1.
    private static let differences = [
        "node.id": "1 STATIC_BROKER_CONFIG [STATIC_BROKER_CONFIG:node.id=1 DEFAULT_CONFIG:node.id=1]"
    ]

    private func shown(_ entry: ConfigEntry) -> String {
        let synonyms = entry.synonyms.map { "\($0.source.name):\($0.name)=\($0.value ?? "null")" }
        return "\(entry.value ?? "<null>") \(entry.source.name) [\(synonyms.joined(separator: " "))]"
    }

    @Test func brokerEntriesAreKafkas() throws {
        let broker = try BrokerConfiguration.load(properties: try ReferenceTable.text("server.properties"))
            .applying(dynamicBroker: ["log.cleaner.threads": "2"])
        let rows = try ReferenceTable.rows("broker-1-configs.csv")
        #expect(rows.count > 300)
        for row in rows {
            let entry = try #require(broker.entries(names: [row[0]]).first, "\(row[0]) is not known")
            #expect(entry.type.name == row[1], "\(row[0])")
            #expect(shown(entry) == Self.differences[row[0]] ?? "\(row[2]) \(row[3]) [\(row[7])]", "\(row[0])")
            #expect(entry.isReadOnly == (row[5] == "true"), "\(row[0])")
            #expect(entry.isSensitive == (row[6] == "true"), "\(row[0])")
        }
    }

    @Test(arguments: [
        ("topic-configs-default.csv", [:]),
        (
            "topic-configs-with-overrides.csv",
            [
                "retention.ms": "1000000", "cleanup.policy": "compact,delete", "compression.type": "zstd",
                "max.message.bytes": "5000",
            ]
        ),
    ]) func topicEntriesAreKafkas(_ file: String, _ overrides: [String: String]) throws {
        let broker = try BrokerConfiguration.load(properties: try ReferenceTable.text("server.properties"))
        let entries = TopicConfiguration(overrides: overrides, broker: broker).entries(broker: broker)
        let rows = try ReferenceTable.rows(file)
        #expect(entries.map(\.name) == rows.map { $0[0] })
        for (entry, row) in zip(entries, rows) {
            #expect(entry.type.name == row[1])
            #expect(shown(entry) == "\(row[2]) \(row[3]) [\(row[7])]", "\(row[0])")
        }
    }
}

private enum ReferenceTable {
    static let folder = getenv("MARTLET_REFERENCE").map { String(cString: $0) + "/tables/" }

    struct Unreadable: Error {
        var path: String
    }

    static func text(_ name: String) throws -> String {
        let path = (folder ?? "") + name
        guard let file = fopen(path, "r") else { throw Unreadable(path: path) }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The rows behind the header; a field with commas stands in quotes.
    static func rows(_ name: String) throws -> [[String]] {
        try text(name).split(whereSeparator: \.isNewline).dropFirst().map { line in
            var fields = [""]
            var isQuoted = false
            for character in line {
                switch character {
                case "\"": isQuoted.toggle()
                case "," where !isQuoted: fields.append("")
                default: fields[fields.count - 1].append(character)
                }
            }
            return fields
        }
    }
}
