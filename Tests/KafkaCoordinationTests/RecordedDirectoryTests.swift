import Foundation
import KafkaCoordination
import KafkaProtocol
import KafkaWire
import NIOCore
import Testing

/// `__consumer_offsets` as real brokers left it must be read as they read it.
struct RecordedDirectoryTests {
    private static func lines() throws -> [[String]] {
        guard let url = Bundle.module.url(forResource: "directories", withExtension: "txt", subdirectory: "Fixtures")
        else { return [] }
        return try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
            .map { $0.split(separator: " ").map(String.init) }
    }

    /// Kafka hashes groups to partitions; one shard does for all of them.
    @Test(arguments: ["d-groups", "b-transactions"])
    func isReadAsKafkaReadsIt(_ directory: String) throws {
        var shard = GroupCoordinatorShard<Int>(configuration: .init())
        var isWanted = false
        var compared = 0
        for words in try Self.lines() {
            if words[0] == "directory" {
                isWanted = words[1] == directory
            }
            guard isWanted else { continue }
            switch words[0] {
            case "record":
                let value = words[3] == "-" ? nil : ByteBuffer(hex: words[3])
                let record = try GroupRecord(key: ByteBuffer(hex: words[2]), value: value)
                try expectSameBytes(record, words)
                shard.replay(record, producerId: Int64(words[1]) ?? 0)
            case "end":
                shard.replayTransactionEnd(producerId: Int64(words[1]) ?? 0, committed: words[2] == "commit")
            case "group":
                _ = shard.loaded(now: 0)
                // Of groups of the new protocol only the offsets are read.
                guard words[2] == "classic" else { continue }
                let group = shard.describe(groupId: words[1], apiVersion: 6)
                #expect(group.groupState.lowercased() == words[3], "\(words[1])")
                #expect(group.members.count == Int(words[4]), "\(words[1])")
                compared += 1
            case "offset":
                expectOffset(shard, words)
                compared += 1
            default:
                break
            }
        }
        #expect(compared > 1)
    }

    /// Written again, a record is what Kafka wrote.
    private func expectSameBytes(_ record: GroupRecord, _ words: [String]) throws {
        if case .other = record { return }
        #expect(try record.encodedKey().hex == words[2])
        #expect(try record.encodedValue()?.hex ?? "-" == words[3])
    }

    private func expectOffset(_ shard: GroupCoordinatorShard<Int>, _ words: [String]) {
        let request = OffsetFetchRequest.OffsetFetchRequestGroup(
            groupId: words[1], topics: [.init(name: words[2], partitionIndexes: [Int32(words[3]) ?? 0])])
        let offset = shard.fetchOffsets(request, requireStable: false).topics.first?.partitions.first
        #expect(offset?.committedOffset == Int64(words[4]), "\(words)")
        #expect(offset?.committedLeaderEpoch == Int32(words[5]), "\(words)")
        #expect(offset?.metadata == String(buffer: ByteBuffer(hex: words[6] == "-" ? "" : words[6])), "\(words)")
    }
}
