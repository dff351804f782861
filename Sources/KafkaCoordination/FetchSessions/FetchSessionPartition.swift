public import KafkaProtocol
public import KafkaWire

/// One partition that a fetch session reads, with what its client said of it last.
public struct FetchSessionPartition: Sendable {
    /// The topic's name; empty in sessions that use ids.
    public let topic: String
    /// The topic's id (from v13 on); zero in sessions that use names.
    public let topicId: Uuid
    /// The partition's index.
    public let partition: Int32
    /// The leader epoch the client knows, or -1.
    public internal(set) var currentLeaderEpoch: Int32
    /// Where to read.
    public internal(set) var fetchOffset: Int64
    /// The epoch of the last record the client has, or -1.
    public internal(set) var lastFetchedEpoch: Int32
    /// A follower's log start offset, or -1.
    public internal(set) var fetcherLogStartOffset: Int64
    /// The most bytes to read.
    public internal(set) var partitionMaxBytes: Int32
    /// What the client was last told; -1 if nothing, or an error.
    var highWatermark: Int64 = -1
    var logStartOffset: Int64 = -1

    init(_ topic: FetchRequest.FetchTopic, _ partition: FetchRequest.FetchPartition) {
        self.topic = topic.topic
        self.topicId = topic.topicId
        self.partition = partition.partition
        currentLeaderEpoch = partition.currentLeaderEpoch
        fetchOffset = partition.fetchOffset
        lastFetchedEpoch = partition.lastFetchedEpoch
        fetcherLogStartOffset = partition.logStartOffset
        partitionMaxBytes = partition.partitionMaxBytes
    }

    mutating func update(_ partition: FetchRequest.FetchPartition) {
        currentLeaderEpoch = partition.currentLeaderEpoch
        fetchOffset = partition.fetchOffset
        lastFetchedEpoch = partition.lastFetchedEpoch
        fetcherLogStartOffset = partition.logStartOffset
        partitionMaxBytes = partition.partitionMaxBytes
    }

    /// Whether the answer has something that the client does not know yet; it counts as told from here on.
    mutating func mustTell(_ outcome: FetchOutcome) -> Bool {
        let isNews =
            outcome.isNewsByItself || highWatermark != outcome.highWatermark || logStartOffset != outcome.logStartOffset
        // After an error the next good answer is news whatever it says.
        highWatermark = outcome.errorCode == 0 ? outcome.highWatermark : -1
        logStartOffset = outcome.logStartOffset
        return isNews
    }
}

/// What reading a partition came to, as far as a session has to know.
public struct FetchOutcome: Sendable {
    /// The error, or 0.
    public var errorCode: Int16
    /// The high watermark told; -1 with an error.
    public var highWatermark: Int64
    /// The log start offset told; -1 with an error.
    public var logStartOffset: Int64
    /// Whether there are record bytes.
    public var hasRecords: Bool
    /// Whether the answer names a replica to read from or an epoch that diverged.
    public var redirects: Bool

    /// All of it in one line.
    public init(
        errorCode: Int16 = 0, highWatermark: Int64 = -1, logStartOffset: Int64 = -1, hasRecords: Bool = false,
        redirects: Bool = false
    ) {
        self.errorCode = errorCode
        self.highWatermark = highWatermark
        self.logStartOffset = logStartOffset
        self.hasRecords = hasRecords
        self.redirects = redirects
    }

    /// Whether a client wants to hear of it whatever it was told before.
    var isNewsByItself: Bool { hasRecords || redirects || errorCode != 0 }

    /// What an answer that is built already says.
    public init(_ data: FetchResponse.PartitionData) {
        self.init(
            errorCode: data.errorCode, highWatermark: data.highWatermark, logStartOffset: data.logStartOffset,
            hasRecords: (data.records?.count ?? 0) > 0,
            redirects: data.preferredReadReplica != -1 || data.divergingEpoch.epoch >= 0)
    }
}
