import Foundation
import KafkaRecords
import NIOCore
import Testing

/// Entries of message sets that a Kafka 2.4 broker wrote in formats v0 and v1, with the records in them as an
/// independent reader sees them. The lz4 one of v0 has the wrong header checksum that this format's writers made.
@Suite struct LegacyGoldenTests {
    struct Entry: Decodable, Sendable, CustomStringConvertible {
        struct Content: Decodable, Sendable {
            var offset: Int64
            var timestamp: Int64
            var key: String?
            var value: String?
        }

        var name: String
        var hex: String
        var records: [Content]

        var description: String { name }

        static let all: [Entry] = {
            guard
                let url = Bundle.module.url(
                    forResource: "legacy-messages", withExtension: "jsonl", subdirectory: "Fixtures"),
                let text = try? String(contentsOf: url, encoding: .utf8)
            else { return [] }
            return text.split(separator: "\n").compactMap {
                try? JSONDecoder().decode(Entry.self, from: Data($0.utf8))
            }
        }()
    }

    @Test func allAreThere() {
        #expect(Entry.all.count == 9)
    }

    @Test(arguments: Entry.all)
    func readsWhatBrokersWrote(_ entry: Entry) throws {
        var set = LegacyMessageSet(
            ByteBuffer(bytes: [UInt8](hexadecimal: entry.hex)), decompressionLimit: 100_000)
        let expected = entry.records.map { content in
            Record(
                offset: content.offset, timestamp: content.timestamp,
                key: content.key.map { ByteBuffer(bytes: [UInt8](hexadecimal: $0)) },
                value: content.value.map { ByteBuffer(bytes: [UInt8](hexadecimal: $0)) })
        }
        #expect(try set.readAll() == expected)
    }
}
