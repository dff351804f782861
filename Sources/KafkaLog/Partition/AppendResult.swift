/// What became of an append.
public struct AppendResult: Equatable, Sendable {
    /// Offset of the first record; of the original append when the batch came again.
    public var baseOffset: Int64
    /// Offset of the last record.
    public var lastOffset: Int64
    /// The broker's time stamped on the records, -1 when they keep their own; of a batch that came again the largest
    /// timestamp, as in Kafka. Milliseconds.
    public var logAppendTime: Int64
    /// The batch was in the log already; nothing was written.
    public var isDuplicate: Bool
    /// A new segment was begun: the old one wants a `flush()` soon.
    public var rolled: Bool
    public var logStartOffset: Int64
    /// End of the log after the append.
    public var logEndOffset: Int64
    /// A flush is due by `flush.messages` or `flush.ms`.
    public var wantsFlush: Bool
}

/// The offsets that describe a log at one moment.
public struct LogOffsets: Equatable, Sendable {
    /// First offset that can be read.
    public var start: Int64
    /// Offset of the next record.
    public var end: Int64
    /// First offset that consumers do not see yet.
    public var highWatermark: Int64
    /// First offset that read-committed consumers do not see yet.
    public var lastStable: Int64
}
