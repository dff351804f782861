public import NIOCore

/// Looks at the records inside a batch without building them: that they are sound, and what the broker may ask about
/// them. The work is one walk over the records, after decompression where they are compressed; only topics that need
/// an answer (compacted ones, those with bounds on timestamps) and recovery in doubt pay for it.
public enum RecordBatchInspector {
    public struct Contents: Equatable, Sendable {
        public var recordCount: Int = 0
        /// Bytes of the records, decompressed.
        public var uncompressedSize: Int = 0
        /// The least and the greatest timestamp of a record; -1 when there is no record.
        public var minTimestamp: Int64 = -1
        public var maxTimestamp: Int64 = -1
        /// Offset delta of the first record with the greatest timestamp; -1 when there is no record.
        public var maxTimestampDelta: Int32 = -1
        /// Position among the records of the first one without a key.
        public var firstKeyless: Int?
        /// Whether the offset deltas are 0, 1, 2 and so on.
        public var hasConsecutiveOffsets = true
        /// The records that break a rule, in order; one reason each. The first ``maximumRejections`` of them.
        public var rejections: [RecordRejection] = []
        /// How many records break a rule.
        public var rejectionCount = 0
    }

    /// Rejections that are listed: a small compressed batch can hold millions of records.
    public static let maximumRejections = 1000

    /// Walks the records of a batch that has been validated. Throws what is wrong with them: records that do not fit,
    /// fields that run past their record, a count that is not theirs, bytes left over, or what decompression met.
    /// Offset deltas with gaps are reported, not refused: Kafka's broker takes them too.
    public static func inspect(
        _ batch: ByteBuffer, _ header: RecordBatchHeader, rules: RecordRules = RecordRules(), decompressionLimit: Int
    ) throws(RecordError) -> Contents {
        let body = try RecordBatchReader.body(of: batch, header, limit: decompressionLimit)
        guard RecordLayout.canHold(header.recordCount, in: body.readableBytes) else {
            throw .offsetRangeMismatch(lastOffsetDelta: header.lastOffsetDelta, recordCount: header.recordCount)
        }
        return try body.withUnsafeReadableBytes { bytes in
            Result { () throws(RecordError) in try walk(bytes, header, rules) }
        }.get()
    }

    private static func walk(
        _ bytes: UnsafeRawBufferPointer, _ header: RecordBatchHeader, _ rules: RecordRules
    ) throws(RecordError) -> Contents {
        var contents = Contents()
        contents.uncompressedSize = bytes.count
        var cursor = RecordCursor(bytes)
        for index in 0..<Int(header.recordCount) {
            let layout = try RecordLayout(from: &cursor)
            if layout.key == nil, contents.firstKeyless == nil { contents.firstKeyless = index }
            if Int(layout.offsetDelta) != index { contents.hasConsecutiveOffsets = false }
            let timestamp =
                header.timestampType == .logAppendTime
                ? header.maxTimestamp : header.baseTimestamp &+ layout.timestampDelta
            if let reason = rules.broken(hasKey: layout.key != nil, timestamp: timestamp) {
                contents.rejectionCount += 1
                if contents.rejections.count < maximumRejections {
                    contents.rejections.append(RecordRejection(index: index, reason: reason))
                }
            }
            if index == 0 || timestamp < contents.minTimestamp { contents.minTimestamp = timestamp }
            if index == 0 || timestamp > contents.maxTimestamp {
                contents.maxTimestamp = timestamp
                contents.maxTimestampDelta = layout.offsetDelta
            }
        }
        guard cursor.remaining == 0 else { throw .trailingBytes(cursor.remaining) }
        contents.recordCount = Int(header.recordCount)
        return contents
    }
}
