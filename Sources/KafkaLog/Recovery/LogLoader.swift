/// Opens a partition's directory: finishes what was interrupted, recovers what may be torn, and brings producers and
/// epochs to the log's end. Nothing in the files can make it trap; what cannot be used is noted and rebuilt or cut.
struct LogLoader<D: Disk> {
    let disk: D
    let directory: String
    let configuration: LogConfiguration
    let options: LoadOptions
    var report = LoadReport()

    var segments: [LogSegment<D>] = []
    var snapshots: [Int64] = []
    var producers = ProducerStateTable()
    var epochs = LeaderEpochs()
    /// Base offsets of segments with an index that is missing or in doubt.
    var needsIndexes: Set<Int64> = []
    /// Base offsets of segments without a batch whose index files are there, and empty too.
    var untouched: Set<Int64> = []
    private var epochsAreLost = false
    private var hasEpochFile = false
    /// As the file has them.
    private var storedEpochs: LeaderEpochs?
    var cutSegments: [SegmentFiles<D>] = []

    init(disk: D, directory: String, configuration: LogConfiguration, options: LoadOptions) {
        self.disk = disk
        self.directory = directory
        self.configuration = configuration
        self.options = options
    }

    mutating func load() throws(DiskError) -> LogState<D> {
        try findSegments()
        try dropEmptySegments()
        try loadEpochs()
        try restoreTransactionIndexes()
        let end = try options.isClean ? loadClean() : recover()
        let (startOffset, endOffset) = try bound(end)
        if epochsAreLost { try rebuildEpochs() }
        let epochsTrimmed = epochs.truncate(fromEnd: endOffset)
        let epochsCut = epochs.truncate(fromStart: startOffset)
        if !options.isClean { try mendSnapshot(at: endOffset) }
        try dropSnapshots(beyond: endOffset)
        producers.expire(now: options.now, expirationMs: configuration.producerIdExpirationMs)
        producers.endOffset = endOffset
        var state = LogState(
            disk: disk, directory: directory, configuration: configuration, segments: segments,
            startOffset: startOffset, endOffset: endOffset,
            recoveryPoint: options.isClean && report.truncatedBytes == 0
                ? endOffset : min(options.recoveryPoint, endOffset),
            producers: producers, epochs: epochs, snapshotOffset: snapshots.last ?? startOffset)
        state.cutSegments = cutSegments
        state.writtenEpochs = storedEpochs
        if epochsTrimmed || epochsCut || epochsAreLost || report.recoveredSegments > 0 {
            state.epochsChanged = true
            let isWritten = options.isClean && !epochsAreLost || epochs.entries.isEmpty && !hasEpochFile
            if !isWritten { try? state.writeEpochs() }
        }
        if !options.isClean { try? state.takeSnapshot() }
        state.releaseFiles()
        return state
    }

    mutating func note(_ text: String) {
        report.notes.append(text)
    }

    func path(_ name: String) -> String { directory + "/" + name }

    private mutating func loadEpochs() throws(DiskError) {
        let bytes = try disk.readSmallFile(path("leader-epoch-checkpoint"), limit: 16 << 20)
        hasEpochFile = bytes != nil
        if let bytes, let loaded = LeaderEpochs(text: String(decoding: bytes, as: UTF8.self)) {
            epochs = loaded
            storedEpochs = loaded
            return
        }
        epochsAreLost = segments.contains { $0.size > 0 }
    }

    private mutating func rebuildEpochs() throws(DiskError) {
        var rebuilt = LeaderEpochs()
        for segment in segments where segment.size > 0 {
            var walker = BatchWalker(try segment.files.file(), from: 0, to: segment.size, window: 64 << 10)
            while let batch = try? walker.next() {
                if batch.isCurrentFormat { _ = rebuilt.assign(batch.leaderEpoch, startOffset: batch.baseOffset) }
            }
        }
        epochs = rebuilt
        // Logs of old message formats have no epochs, and no file of them.
        if !rebuilt.entries.isEmpty { note("leader-epoch-checkpoint is missing or damaged: rebuilt from the batches") }
    }

    /// After an orderly stop only the end has to be found. Returns the end offset.
    private mutating func loadClean() throws(DiskError) -> Int64 {
        for index in segments.indices where needsIndexes.contains(segments[index].baseOffset) {
            try rebuildIndexes(index)
        }
        guard let last = segments.last else { return options.logStartOffset }
        // A head that is damaged may say another end than the one that was written down at the stop.
        guard let tail = try last.files.tail(size: last.size),
            options.recoveryPoint == 0 || tail.endOffset == options.recoveryPoint
        else {
            let end = try recover(from: segments.count - 1)
            // What the stop wrote down of the producers knows of markers that are damaged now.
            if snapshots.contains(end) { try loadProducers(upTo: end, isLastResort: true) }
            return end
        }
        if !tail.agreesWithIndexes, !needsIndexes.contains(last.baseOffset) { try rebuildIndexes(segments.count - 1) }
        try loadProducers(upTo: tail.endOffset, isLastResort: false)
        return tail.endOffset
    }

    /// After a crash everything from the recovery point on is checked. Returns the end offset.
    private mutating func recover() throws(DiskError) -> Int64 {
        guard !segments.isEmpty else { return options.logStartOffset }
        let first = max(0, (segments.firstIndex { $0.baseOffset > options.recoveryPoint } ?? segments.count) - 1)
        for index in segments.indices.prefix(first) where needsIndexes.contains(segments[index].baseOffset) {
            try rebuildIndexes(index)
        }
        // Before a recovery point passes a segment's base, what was cut from the segment before is on the device.
        if first > 0, options.recoveryPoint <= segments[first].baseOffset { try trimTail(first - 1) }
        guard let start = try resumption(first) else { return try recover(from: first) }
        return try recover(from: first, at: start)
    }

    /// Where in the segment that holds the recovery point the check begins: what lies below the point is on the device,
    /// and its index entries too. Nil when that is the segment's start, or when the indexes are not right.
    private mutating func resumption(_ index: Int) throws(DiskError) -> ScanStart? {
        let files = segments[index].files
        guard !needsIndexes.contains(files.baseOffset) else { return nil }
        let found = try files.scanStart(below: options.recoveryPoint, size: segments[index].size)
        if found.doubts {
            note("\(SegmentFileName(files.baseOffset, .log).text): an index was in doubt, all of the segment is read")
        }
        return found.start
    }

    private mutating func recover(from first: Int, at start: ScanStart? = nil) throws(DiskError) -> Int64 {
        try loadProducers(
            upTo: start?.offset ?? segments[first].baseOffset, latest: start == nil ? nil : options.recoveryPoint,
            isLastResort: true)
        var end = segments[first].baseOffset
        for index in first..<segments.count {
            if index > first, segments[index].baseOffset > end, !configuration.compacts {
                try drop(from: index, because: "the segment before it ends at \(end): what lay between is lost")
                break
            }
            end = segments[index].baseOffset
            if index > first { try mendSnapshot(at: end) }
            if untouched.contains(end) { continue }
            let scan = try index == first ? resume(index, at: start) : scan(index)
            report.recoveredSegments += 1
            report.recoveredBytes += segments[index].size - (index == first ? start?.position ?? 0 : 0)
            end = scan.nextOffset
            guard scan.validBytes < segments[index].size else { continue }
            try cut(index, scan)
            break
        }
        return end
    }

    /// Scans a segment from inside it on. The producers may be known further than the log turns out to go; then they are
    /// brought to the place where the scan begins.
    private mutating func resume(_ index: Int, at start: ScanStart?) throws(DiskError) -> SegmentScan<D> {
        guard var start else { return try scan(index) }
        start.producersTo = producers.endOffset
        let excised = report.excisedBytes
        let first = try scan(index, from: start)
        // What was taken out moved the place where the scan began.
        guard report.excisedBytes == excised else { return first }
        guard first.nextOffset < start.producersTo else { return first }
        try loadProducers(upTo: start.offset, isLastResort: true)
        start.producersTo = start.offset
        return try scan(index, from: start)
    }

    /// Makes sure that there is a segment, and that the log's start lies inside the log.
    private mutating func bound(_ end: Int64) throws(DiskError) -> (start: Int64, end: Int64) {
        var end = end
        if !segments.isEmpty, end < options.logStartOffset {
            note("the log ends at \(end), before its start \(options.logStartOffset): begun anew")
            for segment in segments { try takeOut(segment, because: "it ends before the log's start") }
            segments.removeAll()
            epochs = LeaderEpochs()
            epochsAreLost = false
            producers = ProducerStateTable()
        }
        if segments.isEmpty {
            let base = max(0, options.logStartOffset)
            let files = SegmentFiles(disk: disk, directory: directory, baseOffset: base, isNew: true)
            try files.file().truncate(to: 0)
            try files.offsetIndex.flush()
            try files.timeIndex.flush()
            segments.append(LogSegment(files: files, size: 0, created: options.now))
            end = base
        }
        return (max(options.logStartOffset, segments[0].baseOffset), end)
    }
}
