internal import Synchronization

/// One entry of `log.dirs`: the partitions in it, their checkpoints, and the lock that keeps other processes out.
///
/// `__cluster_metadata-0` is not among the partitions; its owner opens it by itself.
public final class LogDirectory<D: Disk>: Sendable {
    /// The topic of the metadata log.
    public static var metadataTopic: String { "__cluster_metadata" }

    struct State {
        var logs: [TopicPartition: PartitionLog<D>] = [:]
        /// Partitions that could not be loaded: what the checkpoints say of them stays.
        var failed: Set<TopicPartition> = []
        /// Partition directories whose names or metadata are not durable yet.
        var unsynced: [String] = []
        /// Partitions made since `syncNames` succeeded last.
        var unnamed: Set<TopicPartition> = []
        /// Logs that take nothing because `syncNames` could not be tried, and what they answer.
        var refusing: [TopicPartition: DiskError] = [:]
        /// What the checkpoint files say now.
        var recorded = RecordedCheckpoints()
        /// Directories of deleted partitions, and when their content may go.
        var deletions: [(path: String, due: Int64)] = []
        var isOffline = false
        /// `loadPartitions` is over: what the logs say is all there is.
        var isLoaded = false
        var futures: [TopicPartition: FutureLog] = [:]
        var abandonedFutures: [TopicPartition] = []
        /// How far partitions have been cleaned.
        var cleaned = OffsetCheckpoint()
    }

    public let disk: D
    public let path: String
    /// The last stop was an orderly one: partitions are opened as they are.
    public let wasClean: Bool
    /// What `meta.properties` said; nil in a new directory.
    public let meta: MetaProperties?
    let recoveryPoints: OffsetCheckpoint
    let startOffsets: OffsetCheckpoint
    let transactionIndexes: TransactionIndexCheckpoint
    /// Holds the lock for as long as the directory is in use; nil once it is closed.
    let lock: Mutex<D.File?>
    let state = Mutex(State())
    /// Held while `cleaner-offset-checkpoint` is written.
    let cleanerFile = Mutex(())
    /// Held while the other checkpoint files are written.
    let checkpointFiles = Mutex(())
    /// Held while recovery points are written before all partitions are loaded.
    let resuming = Mutex(())

    /// Takes the directory, making it when absent, and reads what it says of itself. A marker of an orderly stop is
    /// removed at once: from now on a crash is a crash.
    public init(disk: D, path: String) throws(LogDirectoryError) {
        self.disk = disk
        self.path = path
        let metaText: String?
        let cleaned: OffsetCheckpoint
        do throws(DiskError) {
            try disk.makeDirectory(path)
            lock = Mutex(try disk.lock(path + "/.lock"))
            metaText = try disk.readSmallFile(path + "/meta.properties").map { String(decoding: $0, as: UTF8.self) }
            recoveryPoints = try Self.read(disk, path + "/" + CheckpointFile.recoveryPoint)
            startOffsets = try Self.read(disk, path + "/" + CheckpointFile.logStart)
            cleaned = try Self.read(disk, path + "/" + CheckpointFile.cleaner)
            let indexes = try disk.readSmallFile(path + "/" + TransactionIndexCheckpoint.fileName)
            transactionIndexes =
                indexes.flatMap { TransactionIndexCheckpoint(text: String(decoding: $0, as: UTF8.self)) } ?? .init()
            let marker = path + "/" + CleanShutdownMarker.fileName
            wasClean = try disk.exists(marker)
            if wasClean {
                try disk.remove(marker)
                try disk.syncDirectory(path)
            }
        } catch {
            throw error.isLockedElsewhere ? .locked(path: path) : .storage(error)
        }
        let recorded = RecordedCheckpoints(
            recovery: recoveryPoints, start: startOffsets, indexes: transactionIndexes)
        state.withLock { state in
            state.cleaned = cleaned
            state.recorded = recorded
        }
        meta = metaText.flatMap { MetaProperties(text: $0) }
        if metaText != nil, meta == nil { throw .damagedMetaProperties(path: path) }
    }

    /// A checkpoint that cannot be understood is as good as none: recovery then reads more.
    private static func read(_ disk: D, _ path: String) throws(DiskError) -> OffsetCheckpoint {
        guard let bytes = try disk.readSmallFile(path) else { return OffsetCheckpoint() }
        return OffsetCheckpoint(text: String(decoding: bytes, as: UTF8.self)) ?? OffsetCheckpoint()
    }

    /// Writes `meta.properties`, durably.
    public func write(_ meta: MetaProperties) throws(LogDirectoryError) {
        try storing { () throws(DiskError) in
            try disk.replaceFile(path + "/meta.properties", in: path, with: Array(meta.text.utf8))
        }
    }

    /// Whether the partitions have been loaded.
    public var isLoaded: Bool { state.withLock { $0.isLoaded } }

    /// The open log of a partition.
    public func log(of partition: TopicPartition) -> PartitionLog<D>? {
        state.withLock { $0.logs[partition] }
    }

    /// All open logs.
    public var logs: [TopicPartition: PartitionLog<D>] { state.withLock { $0.logs } }

    /// Bytes free on the directory's file system.
    public func freeSpace() throws(LogDirectoryError) -> Int {
        try storing { () throws(DiskError) in try disk.freeSpace(at: path) }
    }

    func storing<T>(_ body: () throws(DiskError) -> T) throws(LogDirectoryError) -> T {
        do throws(DiskError) {
            return try body()
        } catch {
            throw .storage(error)
        }
    }
}

/// What the checkpoint files say that the next start goes by.
struct RecordedCheckpoints: Equatable {
    var recovery = OffsetCheckpoint()
    var start = OffsetCheckpoint()
    var indexes = TransactionIndexCheckpoint()

    func names(_ partition: TopicPartition) -> Bool {
        recovery.offsets[partition] != nil || start.offsets[partition] != nil || indexes.partitions[partition] != nil
    }

    /// Leaves only the entries of some partitions.
    func filtered(_ isKept: (TopicPartition) -> Bool) -> RecordedCheckpoints {
        var left = self
        left.recovery.offsets = recovery.offsets.filter { isKept($0.key) }
        left.start.offsets = start.offsets.filter { isKept($0.key) }
        left.indexes.partitions = indexes.partitions.filter { isKept($0.key) }
        return left
    }
}

/// Names of the checkpoint files of a log directory.
enum CheckpointFile {
    static let recoveryPoint = "recovery-point-offset-checkpoint"
    static let logStart = "log-start-offset-checkpoint"
    static let replication = "replication-offset-checkpoint"
    static let cleaner = "cleaner-offset-checkpoint"
}
