import KafkaRecords
import NIOCore

/// Validation, reading and compression of record batches.
enum RecordMeasures {
    /// What a produced batch is checked for: bounds, checksum, header.
    static func validation() -> [Measure] {
        [("1 KiB", 1, 950), ("64 KiB", 16, 4000)].map { name, records, size in
            let batch = Samples.batch(records: records, valueSize: size)
            let validator = RecordBatchValidator()
            return Measure("Batch of \(name): validate", bytes: batch.readableBytes) {
                Int(try validator.validateProduced(batch).recordCount)
            }
        }
    }

    /// A walk over the records that gives their keys and values as slices, and the making of such a batch.
    static func reading() -> [Measure] {
        let batch = Samples.batch(records: 1000, valueSize: 50)
        let read = Measure("Batch of 1,000 records: read", bytes: batch.readableBytes) {
            var reader = try RecordBatchReader(batch, decompressionLimit: 0)
            var sum = 0
            while let record = try reader.next() { sum &+= record.value?.readableBytes ?? 0 }
            return sum
        }
        let key = ByteBuffer(string: "key")
        let value = ByteBuffer(bytes: Samples.text(50))
        let build = Measure("Batch of 1,000 records: build", bytes: batch.readableBytes) {
            var builder = RecordBatchBuilder(capacity: 80_000)
            for _ in 0..<1000 { try builder.append(timestamp: 1_700_000_000_000, key: key, value: value) }
            return try builder.build().readableBytes
        }
        return [read, build]
    }

    /// Each codec at Kafka's default level over 64 KiB of text; bytes are those of the text.
    static func codecs() throws -> [Measure] {
        let text = ByteBuffer(bytes: Samples.text(64 * 1024))
        return try [CompressionType.gzip, .snappy, .lz4, .zstd].flatMap { type in
            var packed = ByteBuffer()
            try Compression.compress(text, with: type, into: &packed)
            let compressed = packed
            return [
                Measure("\(type.name) of 64 KiB: compress", bytes: text.readableBytes) {
                    packed.clear()
                    try Compression.compress(text, with: type, into: &packed)
                    return packed.readableBytes
                },
                Measure("\(type.name) of 64 KiB: decompress", bytes: text.readableBytes) {
                    try Compression.decompress(compressed, with: type, limit: 1 << 20).readableBytes
                },
            ]
        }
    }
}
