/// The settings a group coordinator obeys. Times are milliseconds, sizes are counts unless said otherwise.
public struct GroupCoordinatorConfiguration: Sendable {
    /// `group.min.session.timeout.ms`
    public var minimumSessionTimeoutMs: Int32
    /// `group.max.session.timeout.ms`
    public var maximumSessionTimeoutMs: Int32
    /// `group.initial.rebalance.delay.ms`
    public var initialRebalanceDelayMs: Int32
    /// `group.max.size`
    public var maximumGroupSize: Int
    /// `offset.metadata.max.bytes`, counted in UTF-16 units as Kafka counts it.
    public var offsetMetadataMaximumLength: Int
    /// `offsets.retention.minutes`, in milliseconds.
    public var offsetsRetentionMs: Int64
    /// `offsets.retention.check.interval.ms`
    public var offsetsRetentionCheckIntervalMs: Int64
    /// How long the join of a member without an id may stay parked: such a member cannot heartbeat,
    /// and its client may be gone. Fixed in Kafka.
    public var newMemberJoinTimeoutMs: Int32
    /// Ids handed out with MEMBER_ID_REQUIRED and not yet used, per group.
    public var maximumPendingMembers: Int
    /// Groups of one shard; beyond it no new one is created.
    public var maximumGroups: Int

    /// The defaults are Kafka's where Kafka has the setting.
    public init(
        minimumSessionTimeoutMs: Int32 = 6_000,
        maximumSessionTimeoutMs: Int32 = 1_800_000,
        initialRebalanceDelayMs: Int32 = 3_000,
        maximumGroupSize: Int = Int(Int32.max),
        offsetMetadataMaximumLength: Int = 4_096,
        offsetsRetentionMs: Int64 = 7 * 24 * 60 * 60 * 1_000,
        offsetsRetentionCheckIntervalMs: Int64 = 600_000,
        newMemberJoinTimeoutMs: Int32 = 300_000,
        maximumPendingMembers: Int = 10_000,
        maximumGroups: Int = 100_000
    ) {
        self.minimumSessionTimeoutMs = minimumSessionTimeoutMs
        self.maximumSessionTimeoutMs = maximumSessionTimeoutMs
        self.initialRebalanceDelayMs = initialRebalanceDelayMs
        self.maximumGroupSize = maximumGroupSize
        self.offsetMetadataMaximumLength = offsetMetadataMaximumLength
        self.offsetsRetentionMs = offsetsRetentionMs
        self.offsetsRetentionCheckIntervalMs = offsetsRetentionCheckIntervalMs
        self.newMemberJoinTimeoutMs = newMemberJoinTimeoutMs
        self.maximumPendingMembers = maximumPendingMembers
        self.maximumGroups = maximumGroups
    }
}
