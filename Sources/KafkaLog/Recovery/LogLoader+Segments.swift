/// Finding the segments of a directory, whatever interrupted operations left there.
extension LogLoader {
    mutating func findSegments() throws(DiskError) {
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
            var segment = LogSegment(files: files, size: size, created: options.now)
            segment.hasAbortedTransactions = tidying.holds(base, .transactionIndex)
            segments.append(segment)
            if size == 0 {
                if try hasEmptyIndexes(base, tidying) { untouched.insert(base) }
            } else if try doubtsIndexes(files, size, tidying) {
                needsIndexes.insert(base)
            }
        }
        snapshots = tidying.snapshots
    }

    /// A roll that failed half-way leaves an empty segment whose offset the one before it has passed since. It would
    /// hide the records past its offset. Empty segments in the middle hold nothing anyway.
    mutating func dropEmptySegments() throws(DiskError) {
        guard let last = segments.last else { return }
        // The first one says where the log begins, also when the cleaner left nothing in it.
        let middle = segments.dropFirst().dropLast()
        for segment in middle where segment.size == 0 { try segment.files.remove(keepingSnapshot: true) }
        segments = segments.prefix(1) + middle.filter { $0.size > 0 } + (segments.count > 1 ? [last] : [])
        guard last.size == 0, let before = segments.dropLast().last else { return }
        // An orderly stop tells where the log ends, whatever became of the segment before since.
        if options.isClean, last.baseOffset == options.recoveryPoint { return }
        let end = try before.files.tail(size: before.size)?.endOffset
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

    private func hasEmptyIndexes(_ base: Int64, _ tidying: DirectoryTidying) throws(DiskError) -> Bool {
        guard !tidying.holds(base, .transactionIndex) else { return false }
        for kind in [SegmentFileName.Kind.offsetIndex, .timeIndex] {
            guard tidying.holds(base, kind), try disk.status(of: path(SegmentFileName(base, kind).text)).size == 0
            else { return false }
        }
        return true
    }

    /// Whether names and sizes of a segment's index files tell that they are not what was written with it. Every closed
    /// segment has an entry in its time index, unless its records have no time; and the offset index has one once a
    /// batch lies more than an index interval into the segment.
    private func doubtsIndexes(
        _ files: SegmentFiles<D>, _ size: Int, _ tidying: DirectoryTidying
    ) throws(DiskError) -> Bool {
        let base = files.baseOffset
        guard tidying.holds(base, .offsetIndex), tidying.holds(base, .timeIndex) else { return true }
        let offsets = try disk.status(of: path(SegmentFileName(base, .offsetIndex).text)).size
        let times = try disk.status(of: path(SegmentFileName(base, .timeIndex).text)).size
        if offsets % OffsetIndexEntry.size != 0 || times % TimeIndexEntry.size != 0 { return true }
        // Every orderly stop adds an entry to the time index, so a short segment may have several of those alone.
        if times >= 2 * TimeIndexEntry.size {
            guard offsets == 0 else { return false }
            return try isDueAnEntry(files, size)
        }
        guard times == 0 else { return false }
        let head = try disk.open(path(SegmentFileName(base, .log).text), .read).readBytes(
            count: StoredBatch.headerSize, at: 0)
        let first = head.withUnsafeBytes { bytes in try? StoredBatch(parsing: bytes) }
        return (first?.maxTimestamp ?? 0) >= 0
    }

    private func isDueAnEntry(_ files: SegmentFiles<D>, _ size: Int) throws(DiskError) -> Bool {
        let file = try disk.open(path(SegmentFileName(files.baseOffset, .log).text), .read)
        var walker = BatchWalker(file, from: 0, to: size)
        while let batch = try? walker.next() {
            if walker.position - batch.size > configuration.indexIntervalBytes { return true }
        }
        return false
    }
}
