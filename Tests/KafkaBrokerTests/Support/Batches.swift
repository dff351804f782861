import KafkaProtocol
import KafkaRecords
import KafkaWire
import NIOCore

/// A moment in 2023, so that tests do not depend on today; topics that hold it must not expire by time.
let someTime: Int64 = 1_700_000_000_000

/// A batch of records `value`, each a millisecond after the one before.
func batch(
    _ values: [String], key: String? = "k", timestamp: Int64 = someTime, compression: CompressionType = .none,
    producerId: Int64 = -1, producerEpoch: Int16 = -1, sequence: Int32 = -1, isTransactional: Bool = false
) throws -> ByteBuffer {
    var builder = RecordBatchBuilder(
        .init(
            compression: compression, producerId: producerId, producerEpoch: producerEpoch, baseSequence: sequence,
            isTransactional: isTransactional))
    for (index, value) in values.enumerated() {
        try builder.append(
            timestamp: timestamp + Int64(index), key: key.map { ByteBuffer(string: $0) },
            value: ByteBuffer(string: value))
    }
    return try builder.build()
}

/// The values of all records in a fetched set of batches, in order.
func values(of records: Records?) throws -> [String] {
    var result: [String] = []
    for batch in try batches(of: records) {
        var reader = try RecordBatchReader(batch, decompressionLimit: 1 << 24, verifyChecksum: true)
        result += try reader.readAll().map { String(buffer: $0.value ?? ByteBuffer()) }
    }
    return result
}

/// The batches in a fetched set, the last of which may be torn.
func batches(of records: Records?) throws -> [ByteBuffer] {
    guard let buffer = records?.buffer else { return [] }
    var walk = RecordBatches(buffer)
    var result: [ByteBuffer] = []
    while let entry = walk.next() { walk.slice(of: entry).map { result.append($0) } }
    return result
}
