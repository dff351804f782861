/// What the checkpoints of a log directory say of a partition before it is opened.
public struct LoadOptions: Sendable, Equatable {
    /// The directory was closed in order: what the files say is taken as it is.
    public var isClean: Bool
    /// Everything below this offset was on the device.
    public var recoveryPoint: Int64
    /// First offset that may be read, as DeleteRecords and retention left it.
    public var logStartOffset: Int64
    /// Milliseconds since 1970.
    public var now: Int64
    /// Which segments had a transaction index; nil when nobody wrote that down.
    var transactionIndexes: TransactionIndexInventory?

    public init(isClean: Bool = false, recoveryPoint: Int64 = 0, logStartOffset: Int64 = 0, now: Int64) {
        self.isClean = isClean
        self.recoveryPoint = recoveryPoint
        self.logStartOffset = logStartOffset
        self.now = now
    }
}

/// What opening a partition met and did.
public struct LoadReport: Sendable, Equatable {
    /// Segments whose every batch was checked.
    public var recoveredSegments = 0
    /// Bytes of those segments.
    public var recoveredBytes = 0
    /// Bytes cut because no sound batch began there.
    public var truncatedBytes = 0
    /// Bytes of damaged batches taken out from before sound ones.
    public var excisedBytes = 0
    /// Segments dropped because they lay behind a cut.
    public var droppedSegments = 0
    /// Batches whose number of the format was put right.
    public var mendedBatches = 0
    /// Files, in the partition's directory, that hold what was cut or dropped and may be somebody's records.
    public var quarantined: [String] = []
    /// One line for each thing out of order, for the operator.
    public var notes: [String] = []
}
