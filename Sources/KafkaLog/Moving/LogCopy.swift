/// The files of a log in another directory, as far as they have been copied.
struct LogCopy<D: Disk>: Sendable {
    private let disk: D
    private let source: String
    let directory: String
    /// Bytes of each segment's `.log`.
    private var copied: [Int64: Int] = [:]
    /// Segments of which everything is there, durably.
    private var finished: Set<Int64> = []
    private var unsynced: Set<String> = []

    private static var pieceSize: Int { 1 << 20 }

    init(disk: D, from source: String, to directory: String) {
        self.disk = disk
        self.source = source
        self.directory = directory
    }

    /// Bytes copied.
    var total: Int { copied.values.reduce(0, +) }

    func isMissing(_ segment: Int64, _ size: Int) -> Bool { copied[segment, default: -1] < size }

    /// Copies up to a MiB more of a segment; returns how many bytes that were.
    mutating func piece(of files: SegmentFiles<D>, upTo size: Int) throws(DiskError) -> Int {
        let start = copied[files.baseOffset, default: 0]
        let name = SegmentFileName(files.baseOffset, .log).text
        let file = try disk.open(directory + "/" + name, .create)
        let bytes = try files.file().readBytes(count: min(Self.pieceSize, size - start), at: start)
        // A file that ends early would have its place asked for again without end.
        guard !bytes.isEmpty || size == start else { throw DiskError(.read, path: source + "/" + name, code: 5) }
        try file.write(bytes, at: start)
        unsynced.insert(name)
        copied[files.baseOffset] = start + bytes.count
        return bytes.count
    }

    /// Copies the indexes and the snapshot of a segment that is appended to no more.
    mutating func finish(_ files: SegmentFiles<D>, size: Int) throws(DiskError) {
        guard !finished.contains(files.baseOffset) else { return }
        try indexes(of: files)
        finished.insert(files.baseOffset)
    }

    /// Brings a segment's indexes into their files, and those here.
    mutating func indexes(of files: SegmentFiles<D>) throws(DiskError) {
        try files.offsetIndex.flush()
        try files.timeIndex.flush()
        try files.transactionIndex.flush()
        for kind in SegmentFileName.Kind.allCases where kind != .log {
            try file(SegmentFileName(files.baseOffset, kind).text)
        }
    }

    /// Copies a small file, if it is there.
    mutating func file(_ name: String) throws(DiskError) {
        guard let bytes = try disk.readSmallFile(source + "/" + name) else { return }
        let file = try disk.open(directory + "/" + name, .create)
        try file.truncate(to: 0)
        try file.write(bytes, at: 0)
        unsynced.insert(name)
    }

    /// Makes what is there durable.
    mutating func sync() throws(DiskError) {
        for name in unsynced { try disk.open(directory + "/" + name, .write).sync() }
        unsynced = []
        try disk.syncDirectory(directory)
    }
}

extension LogState {
    /// Copies what is missing and goes on in the copy, which takes its name. Under the log's lock.
    mutating func goOn(in place: String, after copy: inout LogCopy<D>, syncedEnd: Int64) throws(DiskError) {
        if hasTornTail { try dropTornTail() }
        for (index, segment) in segments.enumerated() {
            while copy.isMissing(segment.baseOffset, segment.size) {
                _ = try copy.piece(of: segment.files, upTo: segment.size)
            }
            if index < activeIndex { try copy.finish(segment.files, size: segment.size) }
        }
        try copy.indexes(of: segments[activeIndex].files)
        if snapshotOffset > segments[activeIndex].baseOffset {
            try copy.file(SegmentFileName(snapshotOffset, .snapshot).text)
        }
        if epochsChanged { try writeEpochs() }
        try copy.file("leader-epoch-checkpoint")
        try disk.rename(copy.directory, to: place)
        directory = place
        for index in segments.indices {
            segments[index].files = SegmentFiles(
                disk: disk, directory: place, baseOffset: segments[index].baseOffset, isNew: false)
        }
        hints.clear()
        replacements &+= 1
        moves &+= 1
        cutSegments = []
        deletions = []
        recoveryPoint = min(recoveryPoint, syncedEnd)
        settledPoint = min(recoveryPoint, segments[activeIndex].baseOffset)
        epochsChanged = true
    }
}
