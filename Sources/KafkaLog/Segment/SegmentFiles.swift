internal import Synchronization

/// The files of one segment. Immutable but for what it opens lazily, so that readers keep using it, and the
/// segment's bytes, after the log let go of it.
final class SegmentFiles<D: Disk>: FileHolder {
    private struct Location {
        var directory: String
        var transition: SegmentFileName.Transition?
        var file: D.File?
        /// Used since `letGo` was called.
        var wasUsed = false
        /// `OpenFiles` knows of it.
        var isCounted = false
    }

    let disk: D
    let baseOffset: Int64
    let offsetIndex: IndexFile<D, OffsetIndexEntry>
    let timeIndex: IndexFile<D, TimeIndexEntry>
    let transactionIndex: IndexFile<D, AbortedTransaction>
    private let location: Mutex<Location>
    /// A segment that is there already is never made anew: its file may have been renamed a moment ago.
    private let access: FileAccess

    init(
        disk: D, directory: String, baseOffset: Int64, isNew: Bool, transition: SegmentFileName.Transition? = nil
    ) {
        self.disk = disk
        self.baseOffset = baseOffset
        access = isNew ? .create : .write
        func path(_ kind: SegmentFileName.Kind) -> String {
            directory + "/" + SegmentFileName(baseOffset, kind, transition).text
        }
        offsetIndex = IndexFile(disk: disk, path: path(.offsetIndex), isNew: isNew)
        timeIndex = IndexFile(disk: disk, path: path(.timeIndex), isNew: isNew)
        transactionIndex = IndexFile(
            disk: disk, path: path(.transactionIndex), isNew: isNew, keepsEmptyFile: false)
        location = Mutex(Location(directory: directory, transition: transition))
    }

    /// The `.log` file, opened when first asked for.
    func file() throws(DiskError) -> D.File {
        try location.withLock { (location) throws(DiskError) in
            location.wasUsed = true
            if let file = location.file { return file }
            let file = try disk.open(path(location, .log), location.transition == .deleted ? .read : access)
            location.file = file
            if !location.isCounted, let openFiles = disk.openFiles {
                location.isCounted = true
                openFiles.add(self)
            }
            return file
        }
    }

    func letGo() -> Bool {
        location.withLockIfAvailable { location in
            guard !location.wasUsed || location.file == nil else {
                location.wasUsed = false
                return false
            }
            location.file = nil
            location.isCounted = false
            return true
        } ?? false
    }

    /// Lets go of descriptors that nobody else holds; the next use opens the files again.
    func releaseFiles() {
        location.withLock { $0.file = nil }
        offsetIndex.releaseFile()
        timeIndex.releaseFile()
        transactionIndex.releaseFile()
    }

    /// Gives the files the ending `.deleted`; they stay readable. The producers' snapshot at the segment's start stays
    /// where another segment begins there.
    func markDeleted(keepingSnapshot: Bool = false) throws(DiskError) {
        try rename(to: .deleted, keepingSnapshot: keepingSnapshot)
    }

    /// Gives the files another ending, or none; they stay readable. May be tried again after a failure.
    func rename(to transition: SegmentFileName.Transition?, keepingSnapshot: Bool) throws(DiskError) {
        try location.withLock { (location) throws(DiskError) in
            guard location.transition != transition, location.transition != .deleted else { return }
            var moved = location
            moved.transition = transition
            for kind in SegmentFileName.Kind.allCases where kind != .snapshot || !keepingSnapshot {
                do throws(DiskError) {
                    try disk.rename(path(location, kind), to: path(moved, kind))
                } catch {
                    guard error.isNotFound else { throw error }
                    // What is to take a name has to be there, if an earlier try has not renamed it.
                    if kind == .log, transition != .deleted, try !disk.exists(path(moved, kind)) { throw error }
                }
            }
            location = moved
        }
        let paths = location.withLock { location in
            (path(location, .offsetIndex), path(location, .timeIndex), path(location, .transactionIndex))
        }
        offsetIndex.moved(to: paths.0)
        timeIndex.moved(to: paths.1)
        transactionIndex.moved(to: paths.2)
    }

    /// Removes the files; whoever holds one open keeps it. The snapshot at the segment's start tells of what came
    /// before, and may stay.
    func remove(keepingSnapshot: Bool = false) throws(DiskError) {
        try location.withLock { (location) throws(DiskError) in
            for kind in SegmentFileName.Kind.allCases where kind != .snapshot || !keepingSnapshot {
                try disk.removeIfPresent(path(location, kind))
            }
        }
    }

    /// Removes the files if they are still the cleaner's own.
    func removeCleaned() throws(DiskError) {
        guard location.withLock({ $0.transition == .cleaned }) else { return }
        try remove(keepingSnapshot: true)
    }

    /// When the `.log` was last written, milliseconds since 1970.
    func lastModified() throws(DiskError) -> Int64 {
        let path = location.withLock { location in self.path(location, .log) }
        return try disk.status(of: path).modified
    }

    /// Lets the `.log` be as old as what it was made from.
    func setModified(_ time: Int64) throws(DiskError) {
        let path = location.withLock { location in self.path(location, .log) }
        try disk.setModified(path, to: time)
    }

    private func path(_ location: Location, _ kind: SegmentFileName.Kind) -> String {
        location.directory + "/" + SegmentFileName(baseOffset, kind, location.transition).text
    }
}
