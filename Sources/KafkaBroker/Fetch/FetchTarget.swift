import KafkaWire

/// One partition that a fetch wants, found or not.
struct FetchTarget: Sendable {
    let topicName: String
    let topicId: Uuid
    let index: Int32
    /// nil when there is no such partition; `error` then says how to call it.
    let partition: Partition?
    let error: ErrorCode
    let fetchOffset: Int64
    /// Bytes wanted at most, though the first batch comes whole.
    let maxBytes: Int
    let currentLeaderEpoch: Int32
    /// The epoch of the last record the client read, -1 if it does not say (before version 12).
    let lastFetchedEpoch: Int32
}
