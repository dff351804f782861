/// What a fetch may see.
public enum FetchIsolation: Sendable {
    /// Up to the log's end: replicas.
    case logEnd
    /// Up to the high watermark: read-uncommitted consumers.
    case highWatermark
    /// Up to the last stable offset: read-committed consumers.
    case committed
}

/// The answer to a read: a stretch of whole batches in one file, perhaps empty.
public struct LogRead<D: Disk>: Sendable {
    /// The segment's bytes; nil when there is nothing to read. Holding it keeps the bytes readable even when the
    /// segment is deleted.
    public var file: D.File?
    /// First byte.
    public var position: Int
    /// Bytes; the first batch may begin before the offset asked for.
    public var length: Int
    /// Where the next read of a consumer goes on.
    public var nextOffset: Int64
    /// More could have been read but for `maxBytes` or the end of the segment.
    public var hasMore: Bool
    /// The log's offsets when the read began.
    public var offsets: LogOffsets
}
