import KafkaConfiguration
import KafkaRecords
import NIOCore

/// What a topic's settings ask of a batch beyond a sound header: keys, times within bounds, a codec of the topic's own.
///
/// Most topics ask nothing, and their plain batches are taken by header and checksum alone. Only where the answer
/// depends on the records are they looked at, and only where `compression.type` differs are they compressed anew.
struct ProducePolicy {
    /// Bytes that any batch may decompress to; larger `max.message.bytes` allow more. Kafka has no bound at all.
    private static let leastDecompressionLimit = 64 << 20

    private let settings: TopicConfiguration
    /// The times that records may carry, in milliseconds; nil when the broker's own time goes on them.
    let timestamps: ClosedRange<Int64>?

    /// The policy of a topic at a moment in milliseconds since 1970.
    init(_ settings: TopicConfiguration, now: Int64) {
        self.settings = settings
        timestamps =
            settings.messageTimestampType == .createTime
            ? Self.bounds(now, settings.messageTimestampBeforeMaxMs, settings.messageTimestampAfterMaxMs) : nil
    }

    /// Kafka's sums wrap around; here a bound that no time can reach is none.
    private static func bounds(_ now: Int64, _ before: Int64, _ after: Int64) -> ClosedRange<Int64> {
        let least = now.subtractingReportingOverflow(before)
        let most = now.addingReportingOverflow(after)
        let lower = least.overflow ? .min : least.partialValue
        return lower...max(lower, most.overflow ? .max : most.partialValue)
    }

    private var decompressionLimit: Int {
        let scaled = settings.maxMessageBytes.multipliedReportingOverflow(by: 100)
        return max(Self.leastDecompressionLimit, scaled.overflow ? .max : scaled.partialValue)
    }

    /// Judges a batch whose header has been checked, and answers the bytes to store: the very same ones unless the
    /// topic has a codec of its own or the header names a wrong time.
    func apply(
        to batch: ByteBuffer, _ header: RecordBatchHeader, partition: Partition
    ) throws(ProduceRejection) -> ByteBuffer {
        let rules = RecordRules(
            requiresKeys: settings.isCompacted, timestamps: mayBreakBounds(header) ? timestamps : nil)
        let contents: RecordBatchInspector.Contents?
        let stored: ByteBuffer
        do throws(RecordError) {
            contents = try look(into: batch, header, rules)
            let isTaken = contents.map(\.rejections.isEmpty) ?? true
            stored = isTaken ? try corrected(batch, header, contents) : batch
        } catch {
            throw ProduceRejection(error)
        }
        if let contents, !contents.rejections.isEmpty {
            throw ProduceRejection(contents, bounds: timestamps, partition: partition)
        }
        return stored
    }

    /// Walks the records if anything calls for it: a rule, compression (they must decompress to sound records), or a
    /// greatest time that cannot be right.
    private func look(
        into batch: ByteBuffer, _ header: RecordBatchHeader, _ rules: RecordRules
    ) throws(RecordError) -> RecordBatchInspector.Contents? {
        let isPlain =
            header.compression == CompressionType.none && rules == RecordRules()
            && header.maxTimestamp >= header.baseTimestamp
        guard !isPlain else { return nil }
        return try RecordBatchInspector.inspect(batch, header, rules: rules, decompressionLimit: decompressionLimit)
    }

    /// The batch under the topic's codec, with the greatest time that its records really have: Kafka does not believe
    /// the header there.
    private func corrected(
        _ batch: ByteBuffer, _ header: RecordBatchHeader, _ contents: RecordBatchInspector.Contents?
    ) throws(RecordError) -> ByteBuffer {
        var batch = batch
        var header = header
        if let contents, header.timestampType == .createTime, contents.maxTimestamp != header.maxTimestamp {
            header = try header.stamped(.createTime, maxTimestamp: contents.maxTimestamp, in: batch)
            var restamped = ByteBufferAllocator().buffer(capacity: header.sizeInBytes)
            header.write(to: &restamped)
            restamped.writeImmutableBuffer(batch.dropping(RecordBatchHeader.size))
            batch = restamped
        }
        return try TopicCodec.stored(batch, header, settings, decompressionLimit: decompressionLimit)
    }

    /// Whether a record may lie outside the bounds: the header names the greatest time, but the least is only in the
    /// records.
    private func mayBreakBounds(_ header: RecordBatchHeader) -> Bool {
        guard let timestamps else { return false }
        return header.maxTimestamp > timestamps.upperBound || timestamps.lowerBound > 0
    }
}

extension ByteBuffer {
    fileprivate func dropping(_ count: Int) -> ByteBuffer {
        var rest = self
        rest.moveReaderIndex(forwardBy: min(count, readableBytes))
        return rest
    }
}
