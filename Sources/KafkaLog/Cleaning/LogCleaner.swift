/// What a cleaner may use.
public struct CleanerLimits: Equatable, Sendable {
    /// Bytes for the map of keys: this thread's share of `log.cleaner.dedupe.buffer.size`.
    public var mapBytes: Int
    /// `log.cleaner.io.buffer.load.factor`
    public var loadFactor: Double
    /// Bytes read at a time, and written at a time: this thread's share of half of `log.cleaner.io.buffer.size` each.
    public var bufferBytes: Int

    public init(mapBytes: Int = 128 << 20, loadFactor: Double = 0.9, bufferBytes: Int = 256 << 10) {
        self.mapBytes = mapBytes
        self.loadFactor = loadFactor
        self.bufferBytes = max(bufferBytes, 4096)
    }
}

/// Why a cleaning ended early. The log is as it was, but for groups of segments that were done by then.
public enum CleaningError: Error, Equatable, Sendable {
    /// Who asked for it asked it to stop.
    case interrupted
    /// The log was closed or deleted meanwhile, or somebody else looks after it.
    case unavailable
    case storage(DiskError)
    /// A batch that cannot be read: cleaning past it could lose records, so the log is not cleaned any more.
    case unreadable(BatchDefect, segment: Int64, position: Int)
    /// The map's memory is not enough for a single key.
    case mapTooSmall
}

/// What a cleaning did.
public struct CleaningReport: Equatable, Sendable {
    /// Below this offset the log is clean now.
    public var cleanedUpTo: Int64
    public var bytesRead = 0
    public var bytesWritten = 0
    public var recordsRead = 0
    public var recordsKept = 0
    /// Keys in the map, and how many it could take.
    public var keys = 0
    public var keyLimit = 0
    public var segmentsBefore = 0
    public var segmentsAfter = 0
}

/// Compacts logs as Kafka's cleaner does: learns the newest offset of every key in the dirty part, as far as the map's
/// memory goes, and then copies the segments up to there without what is superseded. For one background thread.
public struct LogCleaner {
    public let limits: CleanerLimits

    public init(_ limits: CleanerLimits = CleanerLimits()) {
        self.limits = limits
    }

    /// Cleans a log. `pace` is told after every piece of work how many bytes were read and written; it may wait, and it
    /// throws to stop the cleaning.
    @_specialize(where D == PosixDisk)
    public func clean<D: Disk>(
        _ log: PartitionLog<D>, _ plan: CleaningPlan, now: Int64,
        pace: (_ bytes: Int) throws(CleaningError) -> Void
    ) throws(CleaningError) -> CleaningReport {
        guard log.beginMaintenance() else { throw .unavailable }
        defer { log.endMaintenance() }
        do throws(CleaningError) {
            return try CleaningRun(log, plan, limits, now: now).clean(pace)
        } catch {
            if case .unreadable = error { log.noteUncleanable() }
            // A deleted partition's files go while they are read.
            if case .storage = error, log.isClosed { throw .unavailable }
            throw error
        }
    }
}

extension CleaningError {
    init(_ error: BatchReadError, in segment: Int64) {
        switch error {
        case .disk(let error): self = .storage(error)
        case .defect(let defect, let position): self = .unreadable(defect, segment: segment, position: position)
        }
    }
}
