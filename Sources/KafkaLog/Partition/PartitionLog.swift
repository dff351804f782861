internal import Synchronization

/// The log of one partition: append, read, look up, keep within bounds, flush.
///
/// All calls are synchronous and may come from any thread. The lock is held for the checks and the one write of an
/// append, and for the moment in which a read learns where the log ends; reading file content, syncing and removing
/// files happen outside it. `now` is always milliseconds since 1970.
///
/// The files are Apache Kafka's, byte for byte.
///
/// What the hot path calls is compiled for ``PosixDisk`` once more (`@_specialize`): without that every append looked up
/// generic metadata at run time, 7 % of the broker's time on small batches.
public final class PartitionLog<D: Disk>: Sendable {
    /// The partition's directory, which changes when the log is moved.
    public var directory: String { state.withLock { $0.directory } }
    let state: Mutex<LogState<D>>
    /// Held while files of the log are renamed or removed by name.
    let renames = Mutex(())

    init(_ state: sending LogState<D>) {
        self.state = Mutex(state)
    }

    /// The log's offsets at this moment.
    public var offsets: LogOffsets {
        @_specialize(where D == PosixDisk) get { state.withLock { $0.offsets } }
    }
    /// First offset that can be read.
    public var logStartOffset: Int64 {
        @_specialize(where D == PosixDisk) get { state.withLock { $0.startOffset } }
    }
    /// Offset of the next record.
    public var logEndOffset: Int64 { state.withLock { $0.endOffset } }
    /// First offset that consumers do not see yet: the log's end, as there is one replica, or with group commit the end
    /// of what is on the device.
    public var highWatermark: Int64 {
        @_specialize(where D == PosixDisk) get { state.withLock { $0.highWatermark } }
    }
    /// First offset that read-committed consumers do not see yet.
    public var lastStableOffset: Int64 { state.withLock { $0.lastStableOffset } }
    /// Everything below this offset is on the device.
    public var recoveryPoint: Int64 { state.withLock { $0.recoveryPoint } }
    /// Bytes of all segments.
    public var sizeInBytes: Int { state.withLock { $0.segments.reduce(0) { $0 + $1.size } } }
    /// How many segments there are, the active one included.
    public var segmentCount: Int { state.withLock { $0.segments.count } }

    /// What the log obeys from now on.
    public var configuration: LogConfiguration {
        get { state.withLock { $0.configuration } }
        set { state.withLock { $0.configuration = newValue } }
    }

    /// Begins a new segment, unless the active one is empty.
    public func roll(now: Int64) throws(LogError) {
        try state.withLock { (state) throws(LogError) in
            try state.checkOpen()
            do throws(DiskError) { try state.roll(now: now) } catch { throw .storage(error) }
        }
    }

    /// The broker leads this partition with an epoch from the log's end on.
    public func assignLeaderEpoch(_ epoch: Int32) {
        state.withLock { $0.assignEpoch(epoch, startOffset: $0.endOffset) }
    }

    /// The newest leader epoch with a batch or an assignment in this log.
    public var latestLeaderEpoch: Int32? { state.withLock { $0.epochs.latest?.epoch } }

    /// The end of an epoch and the largest epoch known at or below it (OffsetForLeaderEpoch); nil when the log
    /// cannot tell.
    @_specialize(where D == PosixDisk)
    public func endOffset(ofEpoch epoch: Int32) -> (epoch: Int32, endOffset: Int64)? {
        state.withLock { state in
            state.epochs.endOffset(of: epoch, logEnd: state.endOffset).map { ($0.epoch, $0.startOffset) }
        }
    }

    /// Forgets producers that have been silent for `producer.id.expiration.ms`.
    public func expireProducers(now: Int64) {
        state.withLock { $0.producers.expire(now: now, expirationMs: $0.configuration.producerIdExpirationMs) }
    }
}
