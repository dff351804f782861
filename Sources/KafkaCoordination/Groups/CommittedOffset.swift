import KafkaProtocol

/// One committed offset.
public struct CommittedOffset: Sendable, Equatable {
    /// The next offset the group will read.
    public let offset: Int64
    /// The leader epoch of the record before it; -1 if unknown.
    public let leaderEpoch: Int32
    /// Whatever the committer wanted to remember.
    public let metadata: String
    /// When it was committed, in milliseconds.
    public let commitTimestamp: Int64
    /// When it expires by the committer's own wish (requests before v5); -1 if the broker's retention rules.
    public let expireTimestamp: Int64

    init(offset: Int64, leaderEpoch: Int32, metadata: String, commitTimestamp: Int64, expireTimestamp: Int64) {
        self.offset = offset
        self.leaderEpoch = leaderEpoch
        self.metadata = metadata
        self.commitTimestamp = commitTimestamp
        self.expireTimestamp = expireTimestamp
    }

    init(_ value: OffsetCommitValue) {
        self.init(
            offset: value.offset, leaderEpoch: value.leaderEpoch, metadata: value.metadata,
            commitTimestamp: value.commitTimestamp, expireTimestamp: value.expireTimestamp)
    }

    var record: OffsetCommitValue {
        OffsetCommitValue(
            offset: offset, leaderEpoch: leaderEpoch, metadata: metadata, commitTimestamp: commitTimestamp,
            expireTimestamp: expireTimestamp)
    }

    /// KIP-211: the retention counts from `base`, or from the commit if there is no such time.
    func isExpired(at now: Int64, countingFrom base: Int64?, retention: Int64) -> Bool {
        if expireTimestamp != -1 {
            return now >= expireTimestamp
        }
        return now.subtractingReportingOverflow(base ?? commitTimestamp).partialValue >= retention
    }
}
