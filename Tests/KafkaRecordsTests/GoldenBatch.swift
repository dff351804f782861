import Foundation
import KafkaRecords
import NIOCore

/// One line of `record-batches.jsonl`: a batch that the official Java client wrote, and what a reader must see.
struct GoldenBatch: Decodable, Sendable, CustomStringConvertible {
    struct Header: Decodable, Equatable, Sendable {
        var key: String
        var value: String?
    }

    struct Record: Decodable, Equatable, Sendable {
        var offset: Int64
        var timestamp: Int64
        var key: String?
        var value: String?
        var headers: [Header]
    }

    var codec: String
    var baseOffset: Int64
    var lastOffset: Int64?
    var partitionLeaderEpoch: Int32
    var crc: UInt32?
    var timestampType: String?
    var maxTimestamp: Int64?
    var producerId: Int64
    var producerEpoch: Int16
    var baseSequence: Int32?
    var isTransactional: Bool
    var isControl: Bool
    var control: String?
    var coordinatorEpoch: Int32?
    var hex: String
    var records: [Record]?

    var bytes: ByteBuffer { ByteBuffer(bytes: [UInt8](hexadecimal: hex)) }

    var description: String { "\(codec) batch at \(baseOffset) with \(records?.count ?? 1) records" }

    static let all: [GoldenBatch] = {
        guard
            let url = Bundle.module.url(
                forResource: "record-batches", withExtension: "jsonl", subdirectory: "Fixtures"),
            let text = try? String(contentsOf: url, encoding: .utf8)
        else { return [] }
        return text.split(separator: "\n").compactMap {
            try? JSONDecoder().decode(GoldenBatch.self, from: Data($0.utf8))
        }
    }()
}

extension [UInt8] {
    init(hexadecimal text: String) {
        let digits = text.utf8.map { UInt8($0 > 0x39 ? $0 - 0x57 : $0 - 0x30) }
        self = stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }
}

extension GoldenBatch {
    /// The records as the reader gives them.
    var expected: [KafkaRecords.Record] {
        (records ?? []).map { record in
            KafkaRecords.Record(
                offset: record.offset, timestamp: record.timestamp, key: record.key.map(ByteBuffer.init(string:)),
                value: record.value.map(ByteBuffer.init(string:)),
                headers: record.headers.map { .init(key: $0.key, value: $0.value.map(ByteBuffer.init(string:))) })
        }
    }
}
