internal import Synchronization

/// Brings the log of a partition from one directory into another while it is read and appended to (KIP-113).
///
/// Closed segments are copied first, then what was appended meanwhile, until little is missing; the rest is copied under
/// the log's lock, and the log goes on in its new place. The copy carries the name `-future` until it is whole. For a
/// background thread.
public struct LogMove<D: Disk>: Sendable {
    public let partition: TopicPartition
    public let source: LogDirectory<D>
    public let target: LogDirectory<D>

    /// Bytes that may be left to copy under the lock.
    private static var remainder: Int { 1 << 20 }
    /// Rounds after which the rest is copied under the lock however much it is.
    private static var mostRounds: Int { 100 }

    public init(_ partition: TopicPartition, from source: LogDirectory<D>, to target: LogDirectory<D>) {
        self.partition = partition
        self.source = source
        self.target = target
    }

    /// Carries it out. `pace` is told of every piece of work, and throws to give up; the copy is then removed.
    public func run(now: Int64, pace: (_ bytes: Int) throws(CleaningError) -> Void) throws(CleaningError) {
        guard let log = source.log(of: partition), log.beginMaintenance() else { throw .unavailable }
        defer {
            log.endMaintenance()
            target.noteFuture(partition, nil)
        }
        let future = target.path + "/" + LogDirectory<D>.asideName(partition, "future")
        let copied: (copy: LogCopy<D>, syncedEnd: Int64)
        do throws(CleaningError) {
            try storing { () throws(DiskError) in try log.finishSwap(now: now) }
            copied = try copy(log, to: future, pace)
        } catch {
            try? source.disk.removeTree(future)
            throw error
        }
        // Who deletes the partition finds it in one of the directories, and the name in the other free.
        try log.renames.withLock { (_) throws(CleaningError) in
            do throws(CleaningError) {
                try goOn(log, after: copied)
            } catch {
                try? source.disk.removeTree(future)
                throw error
            }
            try settle(log, now: now)
        }
    }

    private func copy(
        _ log: PartitionLog<D>, to future: String, _ pace: (Int) throws(CleaningError) -> Void
    ) throws(CleaningError) -> (copy: LogCopy<D>, syncedEnd: Int64) {
        var copy = LogCopy(disk: source.disk, from: log.directory, to: future)
        try storing { () throws(DiskError) in
            try source.disk.makeDirectory(future)
            try copy.file(PartitionMetadata.fileName)
        }
        var syncedEnd: Int64 = 0
        for _ in 0..<Self.mostRounds {
            let view = log.state.withLock { state in
                (segments: state.segments.map { ($0.files, $0.size) }, end: state.endOffset, isClosed: state.isClosed)
            }
            guard !view.isClosed else { throw .unavailable }
            var bytes = 0
            for (index, (files, size)) in view.segments.enumerated() {
                while copy.isMissing(files.baseOffset, size) {
                    let piece = try storing { () throws(DiskError) in try copy.piece(of: files, upTo: size) }
                    bytes += piece
                    target.noteFuture(partition, FutureLog(size: copy.total, offsetLag: view.end - syncedEnd))
                    try pace(2 * piece)
                }
                if index + 1 < view.segments.count {
                    try storing { () throws(DiskError) in try copy.finish(files, size: size) }
                }
            }
            try storing { () throws(DiskError) in try copy.sync() }
            syncedEnd = view.end
            if bytes <= Self.remainder { break }
        }
        return (copy, syncedEnd)
    }

    /// A log that was closed meanwhile, as its topic was deleted, goes nowhere.
    private func goOn(
        _ log: PartitionLog<D>, after copied: (copy: LogCopy<D>, syncedEnd: Int64)
    ) throws(CleaningError) {
        let place = target.path + "/" + partition.directoryName
        try log.state.withLock { (state) throws(CleaningError) in
            guard !state.isClosed else { throw .unavailable }
            var copy = copied.copy
            do throws(DiskError) {
                try state.goOn(in: place, after: &copy, syncedEnd: copied.syncedEnd)
            } catch {
                throw .storage(error)
            }
        }
    }

    /// The log lies in the target: the directories learn of it, and the old files go.
    private func settle(_ log: PartitionLog<D>, now: Int64) throws(CleaningError) {
        let cleaned = source.cleanedOffset(of: partition)
        target.adopt(partition, log, in: log.directory)
        source.forget(partition)
        do throws(LogDirectoryError) {
            do throws(LogError) { try log.flush() } catch {
                if case .storage(let error) = error { throw .storage(error) }
            }
            try target.checkpoint()
            if let cleaned { try target.noteCleaned(partition, upTo: cleaned) }
            try source.putAside(partition, now: now)
            try source.checkpoint()
        } catch {
            if case .storage(let error) = error { throw .storage(error) }
            throw .unavailable
        }
    }

    private func storing<T>(_ body: () throws(DiskError) -> T) throws(CleaningError) -> T {
        do throws(DiskError) {
            return try body()
        } catch {
            throw .storage(error)
        }
    }
}

/// A copy of a log that is being made, as DescribeLogDirs tells of it.
public struct FutureLog: Equatable, Sendable {
    /// Bytes copied.
    public var size: Int
    /// Offsets that the copy is behind.
    public var offsetLag: Int64
}
