/// What a consumer does at a partition without a usable offset (`auto.offset.reset`).
public enum OffsetReset: Sendable, Equatable {
    /// Begins with the first record that is there.
    case earliest
    /// Begins with the next record that comes.
    case latest
    /// Fails.
    case none
}

/// How a consumer fetches and takes part in its group; times are milliseconds, sizes bytes.
public struct ConsumerConfiguration: Sendable {
    /// `auto.offset.reset`.
    public var offsetReset = OffsetReset.latest
    /// `isolation.level`.
    public var isolation = IsolationLevel.readUncommitted
    /// `fetch.min.bytes`: how much a broker gathers before it answers.
    public var fetchMinBytes: Int32 = 1
    /// `fetch.max.wait.ms`: how long it gathers at most.
    public var fetchMaxWait: Int32 = 500
    /// `fetch.max.bytes`: the most in one answer, but for a first batch that is larger.
    public var fetchMaxBytes: Int32 = 16 * 1024 * 1024
    /// `max.partition.fetch.bytes`: the same for one partition.
    public var partitionMaxBytes: Int32 = 1024 * 1024
    /// The most that one batch may decompress to; larger ones are refused as corrupt.
    public var maxDecompressedBytes = 512 * 1024 * 1024
    /// `check.crcs`: whether batches whose checksum is wrong are refused.
    public var checkCRCs = true
    /// `session.timeout.ms`: the group gives a silent member up after this.
    public var sessionTimeout: Int32 = 45_000
    /// `heartbeat.interval.ms`.
    public var heartbeatInterval: Int64 = 3_000
    /// `max.poll.interval.ms`: how long a rebalance waits for the member.
    public var rebalanceTimeout: Int32 = 300_000
    /// `enable.auto.commit`.
    public var autoCommit = true
    /// `auto.commit.interval.ms`.
    public var autoCommitInterval: Int64 = 5_000
    /// `group.instance.id`: makes the member a static one (KIP-345).
    public var instanceId: String?
    /// `metadata.max.age.ms`: how often new partitions are looked for.
    public var metadataMaxAge: Int64 = 60_000

    /// The defaults.
    public init() {}
}
