/// Opens a partition's directory: finishes what was interrupted, recovers what may be torn, and brings producers and
/// epochs to the log's end. Nothing in the files can make it trap; what cannot be used is noted and rebuilt or cut.
struct LogLoader<D: Disk> {
    let disk: D
    let directory: String
    let configuration: LogConfiguration
    let options: LoadOptions
    private(set) var report = LoadReport()

    var segments: [LogSegment<D>] = []
    var snapshots: [Int64] = []
    var producers = ProducerStateTable()
    var epochs = LeaderEpochs()
    private var needsIndexes: Set<Int64> = []
    private var epochsAreLost = false
    private var cutSegments: [SegmentFiles<D>] = []

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
        let end = try options.isClean ? loadClean() : recover()
        let (startOffset, endOffset) = try bound(end)
        if epochsAreLost { try rebuildEpochs() }
        let epochsTrimmed = epochs.truncate(fromEnd: endOffset)
        let epochsCut = epochs.truncate(fromStart: startOffset)
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
        if epochsTrimmed || epochsCut || epochsAreLost || report.recoveredSegments > 0 {
            state.epochsChanged = true
            try? state.writeEpochs()
        }
        if !options.isClean { try? state.takeSnapshot() }
        state.releaseFiles()
        return state
    }

    mutating func note(_ text: String) {
        report.notes.append(text)
    }

    private func path(_ name: String) -> String { directory + "/" + name }

    private mutating func findSegments() throws(DiskError) {
        let names = try disk.list(directory).filter { !$0.isDirectory }.map(\.name)
        var tidying = DirectoryTidying(names: names)
        for name in tidying.remove { try disk.removeIfPresent(path(name)) }
        if !tidying.swaps.isEmpty { try finishSwaps(&tidying) }
        for name in tidying.orphans {
            note("removed \(name): there is no segment of that offset")
            try disk.removeIfPresent(path(name))
        }
        for base in tidying.segments {
            let files = SegmentFiles(disk: disk, directory: directory, baseOffset: base, isNew: false)
            let size = try disk.status(of: path(SegmentFileName(base, .log).text)).size
            if !tidying.holds(base, .offsetIndex) || !tidying.holds(base, .timeIndex) {
                if size > 0 { needsIndexes.insert(base) }
            }
            segments.append(LogSegment(files: files, size: size, created: options.now))
        }
        snapshots = tidying.snapshots
    }

    /// A roll that failed half-way leaves an empty segment whose offset the one before it has passed since. It would
    /// hide the records past its offset. Empty segments in the middle hold nothing anyway.
    private mutating func dropEmptySegments() throws(DiskError) {
        guard let last = segments.last else { return }
        // The first one says where the log begins, also when the cleaner left nothing in it.
        let middle = segments.dropFirst().dropLast()
        for segment in middle where segment.size == 0 { try segment.files.remove(keepingSnapshot: true) }
        segments = segments.prefix(1) + middle.filter { $0.size > 0 } + (segments.count > 1 ? [last] : [])
        guard last.size == 0, let before = segments.dropLast().last else { return }
        let end = try before.files.endOffset(size: before.size)
        if let end, end <= last.baseOffset { return }
        try last.files.remove(keepingSnapshot: true)
        segments.removeLast()
    }

    /// The segments that swaps cover go, then the swaps take their names. Whether the cleaner came to their indexes is
    /// not to be seen, so those are built anew.
    private mutating func finishSwaps(_ tidying: inout DirectoryTidying) throws(DiskError) {
        var covered: Range<Int64>?
        for swap in tidying.swaps where swap.kind == .log {
            let end = max(try lastOffset(ofFile: path(swap.text)) ?? swap.baseOffset, swap.baseOffset)
            let range = swap.baseOffset..<(end &+ 1)
            let (lower, upper) = (covered?.lowerBound ?? .max, covered?.upperBound ?? .min)
            covered = min(lower, range.lowerBound)..<max(upper, range.upperBound)
            needsIndexes.insert(swap.baseOffset)
        }
        note("finished an interrupted cleaning")
        for name in tidying.applySwaps(covering: covered) { try disk.removeIfPresent(path(name)) }
        for swap in tidying.swaps {
            try disk.rename(path(swap.text), to: path(SegmentFileName(swap.baseOffset, swap.kind).text))
        }
    }

    private func lastOffset(ofFile path: String) throws(DiskError) -> Int64? {
        let file = try disk.open(path, .read)
        var walker = BatchWalker(file, from: 0, to: try file.size())
        var last: Int64?
        while let batch = try? walker.next() { last = batch.lastOffset }
        return last
    }

    private mutating func loadEpochs() throws(DiskError) {
        let bytes = try disk.readSmallFile(path("leader-epoch-checkpoint"), limit: 16 << 20)
        if let bytes, let loaded = LeaderEpochs(text: String(decoding: bytes, as: UTF8.self)) {
            epochs = loaded
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
        guard let end = try last.files.endOffset(size: last.size) else {
            note("\(SegmentFileName(last.baseOffset, .log).text) ends in the middle of a batch: recovered")
            return try recover(from: segments.count - 1)
        }
        try loadProducers(upTo: end, isLastResort: false)
        return end
    }

    /// After a crash everything from the recovery point on is checked. Returns the end offset.
    private mutating func recover() throws(DiskError) -> Int64 {
        guard !segments.isEmpty else { return options.logStartOffset }
        let first = max(0, (segments.firstIndex { $0.baseOffset > options.recoveryPoint } ?? segments.count) - 1)
        for index in segments.indices.prefix(first) where needsIndexes.contains(segments[index].baseOffset) {
            try rebuildIndexes(index)
        }
        if first > 0 { try trimTail(first - 1) }
        return try recover(from: first)
    }

    /// The segment before the first one that is recovered may end with what a failed write left, when the power went
    /// before its cut was durable. Its records are below the recovery point and stay, and so does what follows.
    private mutating func trimTail(_ index: Int) throws(DiskError) {
        let files = segments[index].files
        let whole = try files.wholeBytes(size: segments[index].size)
        guard whole < segments[index].size else { return }
        note(
            "\(SegmentFileName(files.baseOffset, .log).text): \(segments[index].size - whole) bytes behind the last batch cut"
        )
        report.truncatedBytes += segments[index].size - whole
        try files.file().truncate(to: whole)
        segments[index].size = whole
        cutSegments.append(files)
    }

    private mutating func recover(from first: Int) throws(DiskError) -> Int64 {
        try loadProducers(upTo: segments[first].baseOffset, isLastResort: true)
        var end = segments[first].baseOffset
        for index in first..<segments.count {
            let scan = try scan(index)
            report.recoveredSegments += 1
            end = scan.nextOffset
            guard scan.validBytes < segments[index].size else { continue }
            try cut(index, scan)
            break
        }
        return end
    }

    /// Cuts a segment behind its last sound batch and drops the segments that follow.
    private mutating func cut(_ index: Int, _ scan: SegmentScan<D>) throws(DiskError) {
        let lost = segments[index].size - scan.validBytes
        report.truncatedBytes += lost
        note(
            "\(SegmentFileName(segments[index].baseOffset, .log).text): no sound batch at byte \(scan.validBytes)"
                + (scan.defect.map { " (\($0))" } ?? "") + ", \(lost) bytes cut")
        try segments[index].files.file().truncate(to: scan.validBytes)
        segments[index].size = scan.validBytes
        cutSegments.append(segments[index].files)
        while segments.count > index + 1 {
            report.droppedSegments += 1
            report.truncatedBytes += segments[segments.count - 1].size
            try segments.removeLast().files.remove()
        }
    }

    /// Below the recovery point nothing is cut: the indexes end where sound batches do.
    private mutating func rebuildIndexes(_ index: Int) throws(DiskError) {
        let name = SegmentFileName(segments[index].baseOffset, .log).text
        note("\(name): an index was missing or in doubt and is built anew")
        try loadProducers(upTo: segments[index].baseOffset, isLastResort: true)
        var spare = epochs
        swap(&epochs, &spare)
        let scan = try scan(index)
        epochs = spare
        if let defect = scan.defect { note("\(name): bad batch at byte \(scan.validBytes) (\(defect)), left as it is") }
    }

    private mutating func scan(_ index: Int) throws(DiskError) -> SegmentScan<D> {
        var scan = SegmentScan(segments[index].files, indexInterval: configuration.indexIntervalBytes)
        try scan.run(size: segments[index].size, producers: &producers, epochs: &epochs)
        segments[index].setLargest(scan.largest, firstTimestamp: scan.firstTimestamp)
        try segments[index].files.offsetIndex.flush()
        try segments[index].files.timeIndex.flush()
        try segments[index].files.transactionIndex.flush()
        return scan
    }

    /// Makes sure that there is a segment, and that the log's start lies inside the log.
    private mutating func bound(_ end: Int64) throws(DiskError) -> (start: Int64, end: Int64) {
        var end = end
        if !segments.isEmpty, end < options.logStartOffset {
            note("the log ends at \(end), before its start \(options.logStartOffset): begun anew")
            for segment in segments { try segment.files.remove() }
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
