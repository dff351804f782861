import KafkaConfiguration
import KafkaRecords
import NIOCore

/// What a topic's `compression.type` makes of a batch that a client sent.
enum TopicCodec {
    /// The batch in the topic's codec; the same bytes where the topic keeps what the producer chose, or has it already.
    /// A batch that outgrows `max.message.bytes` on the way is refused, as in Kafka.
    static func stored(
        _ batch: ByteBuffer, _ header: RecordBatchHeader, _ topic: TopicConfiguration, decompressionLimit: Int
    ) throws(RecordError) -> ByteBuffer {
        guard let codec = codec(of: topic), codec.type != header.compression else { return batch }
        let changed = try RecordBatchRecompressor.recompress(
            batch, header, to: codec.type, level: codec.level, decompressionLimit: decompressionLimit)
        guard changed.readableBytes <= topic.maxMessageBytes else {
            throw .batchTooLarge(size: changed.readableBytes, limit: topic.maxMessageBytes)
        }
        return changed
    }

    private static func codec(of topic: TopicConfiguration) -> (type: CompressionType, level: Int?)? {
        switch topic.compressionType {
        case .producer: nil
        case .uncompressed: (.none, nil)
        case .gzip: (.gzip, topic.compressionGzipLevel < 0 ? nil : topic.compressionGzipLevel)
        case .snappy: (.snappy, nil)
        case .lz4: (.lz4, topic.compressionLz4Level)
        case .zstd: (.zstd, topic.compressionZstdLevel)
        }
    }
}
