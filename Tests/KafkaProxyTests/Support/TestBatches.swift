import KafkaRecords
import KafkaWire
import NIOCore

/// Record batches for tests.
enum TestBatches {
    /// A batch of records with these keys and values; nil stands for null.
    static func batch(
        _ records: [(key: String?, value: String?)], compression: CompressionType = .none
    ) throws -> ByteBuffer {
        var builder = RecordBatchBuilder(.init(compression: compression))
        for (index, record) in records.enumerated() {
            try builder.append(
                timestamp: 1_700_000_000_000 + Int64(index), key: record.key.map { ByteBuffer(string: $0) },
                value: record.value.map { ByteBuffer(string: $0) })
        }
        return try builder.build()
    }

    /// All records of a set of batches, their checksums verified.
    static func records(_ records: Records?) throws -> [Record] {
        guard let buffer = records?.buffer else { return [] }
        var walk = RecordBatches(buffer)
        var result: [Record] = []
        while let entry = walk.next() {
            guard let batch = walk.slice(of: entry) else { continue }
            var reader = try RecordBatchReader(batch, decompressionLimit: 1 << 24, verifyChecksum: true)
            result += try reader.readAll()
        }
        return result
    }
}
