/// What ListOffsets asks for besides a time.
public enum OffsetQuery: Equatable, Sendable {
    /// -2: the first offset that can be read. -4, the first on local storage, is the same here.
    case earliest
    /// -1: the high watermark, or the last stable offset for read-committed consumers.
    case latest(FetchIsolation)
    /// -3: the record with the largest timestamp (KIP-734).
    case maxTimestamp
    /// -5: the last offset in remote storage, of which there is none. -6, the first that is still to be copied there
    /// (KIP-1023), is answered alike.
    case latestTiered
    /// The first record at or after a time, milliseconds.
    case at(Int64)

    /// The query that the timestamp field of a request stands for; nil for negative numbers without a meaning.
    public init?(timestamp: Int64, isolation: FetchIsolation = .highWatermark) {
        switch timestamp {
        case -1: self = .latest(isolation)
        case -2, -4: self = .earliest
        case -3: self = .maxTimestamp
        case -5, -6: self = .latestTiered
        case 0...: self = .at(timestamp)
        default: return nil
        }
    }
}

/// The answer to an `OffsetQuery`.
public struct TimestampedOffset: Equatable, Sendable {
    /// The record's timestamp, -1 where the query is not about one.
    public var timestamp: Int64
    public var offset: Int64
    /// Leader epoch at the offset, -1 when unknown.
    public var leaderEpoch: Int32

    public init(timestamp: Int64, offset: Int64, leaderEpoch: Int32) {
        self.timestamp = timestamp
        self.offset = offset
        self.leaderEpoch = leaderEpoch
    }
}
