/// Looks at every file of a partition's directory and at every byte of its segments. Changes nothing on the disk.
struct PartitionCheck<D: Disk> {
    let disk: D
    let directory: String
    /// The directory was closed in order: everything must fit. Otherwise what lies behind the recovery point may be as a
    /// crash left it.
    let isClean: Bool
    let recoveryPoint: Int64
    let logStartOffset: Int64
    /// Decompress batches and count their records.
    var opensBatches = true

    private(set) var findings: [LogFinding] = []
    private(set) var recordBytes = 0
    private(set) var endOffset: Int64 = 0
    private var producers = ProducerStateTable()
    private var epochs = LeaderEpochs()
    private var segments: [Int64] = []
    private var names: Set<String> = []

    init(disk: D, directory: String, isClean: Bool, recoveryPoint: Int64, logStartOffset: Int64) {
        self.disk = disk
        self.directory = directory
        self.isClean = isClean
        self.recoveryPoint = recoveryPoint
        self.logStartOffset = logStartOffset
    }

    mutating func run() throws(DiskError) {
        names = Set(try disk.list(directory).filter { !$0.isDirectory }.map(\.name))
        checkNames()
        segments = names.compactMap { SegmentFileName($0) }.filter { $0.kind == .log && $0.transition == nil }
            .map(\.baseOffset).sorted()
        endOffset = segments.first ?? logStartOffset
        for (index, base) in segments.enumerated() {
            try checkSegment(base, following: index + 1 < segments.count ? segments[index + 1] : nil)
        }
        if logStartOffset > endOffset, !segments.isEmpty {
            find(.problem, "", "the log ends at \(endOffset), before its start offset \(logStartOffset)")
        }
        if isClean, recoveryPoint > endOffset {
            find(
                .problem, "", "the log ends at \(endOffset), before its recovery point \(recoveryPoint)",
                repair: .lowerRecoveryPoint(to: endOffset))
        }
        // The newest snapshot lies at the log's end, where no segment begins.
        for offset in names.compactMap({ SegmentFileName($0) }).filter({ $0.kind == .snapshot && $0.transition == nil })
            .map(\.baseOffset).sorted() where !segments.contains(offset)
        {
            try checkSnapshot(offset)
        }
        try checkEpochs()
    }

    private mutating func find(
        _ severity: LogFinding.Severity, _ file: String, _ text: String, repair: LogRepair? = nil
    ) {
        findings.append(LogFinding(severity, file, text, repair: repair))
    }

    private func path(_ name: String) -> String { directory + "/" + name }

    private mutating func checkNames() {
        let known: Set<String> = ["leader-epoch-checkpoint", "partition.metadata", "quorum-state"]
        for name in names.sorted() {
            if name.hasSuffix(Quarantine<D>.suffix) {
                find(.note, name, "bytes that were taken out of the log")
            } else if let segment = SegmentFileName(name) {
                switch segment.transition {
                case .deleted: find(.note, name, "waits for its removal")
                case .cleaned: find(isClean ? .note : .pending, name, "left by an interrupted cleaning")
                case .swap: find(.pending, name, "left by an interrupted cleaning: the next start finishes it")
                case nil:
                    let log = SegmentFileName(segment.baseOffset, .log).text
                    if segment.kind != .log, segment.kind != .snapshot, !names.contains(log) {
                        // A kill between the renames of a removal leaves it; the next start takes it away.
                        find(
                            isClean ? .problem : .pending, name, "there is no segment of that offset",
                            repair: .setAside(name))
                    }
                }
            } else if !known.contains(name), !name.hasSuffix(".checkpoint"), !name.hasSuffix(".tmp") {
                find(.note, name, "not a file of a log")
            }
        }
    }

    private mutating func checkSegment(_ base: Int64, following: Int64?) throws(DiskError) {
        let name = SegmentFileName(base, .log).text
        let size = try disk.status(of: path(name)).size
        if base < endOffset, base != segments.first {
            find(.problem, name, "begins before the segment in front of it ends, at \(endOffset)")
        }
        if names.contains(SegmentFileName(base, .snapshot).text) { try checkSnapshot(base) }
        producers.endOffset = base
        var content = SegmentContent(baseOffset: base, size: size)
        try content.read(
            try disk.open(path(name), .read), opensBatches: opensBatches, producers: &producers, epochs: &epochs)
        recordBytes += size
        endOffset = max(endOffset, content.nextOffset)
        let mayBeTorn = !isClean && (following ?? .max) > recoveryPoint
        checkBytes(content, name, isLast: following == nil, mayBeTorn: mayBeTorn)
        let repairs = findings.compactMap(\.repair)
        let isRewritten = repairs.contains { $0 == .rebuildIndexes(segment: base) }
        guard !isRewritten, size > 0 else { return }
        try checkIndexes(content, mayBeTorn ? .pending : .problem, isClosed: following != nil || isClean)
    }

    private mutating func checkBytes(_ content: SegmentContent, _ name: String, isLast: Bool, mayBeTorn: Bool) {
        for damage in content.damages {
            let text = "bytes \(damage.from)..<\(damage.to) are no sound batch (\(damage.defect))"
            if damage.isMendable {
                find(
                    .problem, name, text + ", but one with a wrong number of its format",
                    repair: .mendFormat(segment: content.baseOffset, position: damage.from))
            } else if damage.isFollowed || !isLast {
                find(
                    .problem, name, text,
                    repair: .takeOut(segment: content.baseOffset, from: damage.from, to: damage.to))
            } else {
                find(
                    mayBeTorn ? .pending : .problem, name, text + ", at the log's end",
                    repair: .cutTail(segment: content.baseOffset, from: damage.from))
            }
        }
        for (position, error) in content.unreadable {
            find(.problem, name, "the records of the batch at byte \(position) cannot be read (\(error))")
        }
    }

    private mutating func checkSnapshot(_ offset: Int64) throws(DiskError) {
        let name = SegmentFileName(offset, .snapshot).text
        let bytes = try disk.readSmallFile(path(name)) ?? []
        guard let entries = ProducerSnapshot.decode(bytes) else {
            find(isClean ? .problem : .pending, name, "cannot be understood", repair: .setAside(name))
            return
        }
        // Older than the log: it knows less of a producer than the batches before it tell.
        let isStale = entries.contains { entry in
            guard let seen = producers.entry(entry.producerId)?.lastBatch, let known = entry.lastBatch else {
                return false
            }
            return seen.lastOffset > known.lastOffset && seen.lastOffset < offset
        }
        if isStale { find(.problem, name, "does not know of batches before it", repair: .setAside(name)) }
    }
}

// MARK: Indexes

extension PartitionCheck {
    private mutating func checkIndexes(
        _ content: SegmentContent, _ severity: LogFinding.Severity, isClosed: Bool
    ) throws(DiskError) {
        let base = content.baseOffset
        func doubt(_ kind: SegmentFileName.Kind, _ text: String) -> LogFinding {
            LogFinding(severity, SegmentFileName(base, kind).text, text, repair: .rebuildIndexes(segment: base))
        }
        if let wrong = try wrongOffsetIndex(content) { findings.append(doubt(.offsetIndex, wrong)) }
        if let wrong = try wrongTimeIndex(content, isClosed: isClosed) { findings.append(doubt(.timeIndex, wrong)) }
        if let wrong = try wrongTransactionIndex(content) { findings.append(doubt(.transactionIndex, wrong)) }
    }

    private func wrongOffsetIndex(_ content: SegmentContent) throws(DiskError) -> String? {
        let base = content.baseOffset
        guard let index = try IndexContent<OffsetIndexEntry>(disk, path(SegmentFileName(base, .offsetIndex).text))
        else {
            return "is missing"
        }
        if index.oddBytes > 0 { return "ends in the middle of an entry" }
        var last: OffsetIndexEntry?
        for entry in index.entries {
            if let last, entry.relativeOffset <= last.relativeOffset || entry.position <= last.position {
                return "is not in order at offset \(base + Int64(entry.relativeOffset))"
            }
            last = entry
            let offset = base + Int64(entry.relativeOffset)
            // An entry names the last offset of an append (of its last record, in segments that the cleaner wrote) and the
            // byte of its first batch.
            guard let first = content.batch(at: Int(entry.position)), let last = content.batch(holding: offset),
                first.position <= last.position
            else { return "has an entry of offset \(offset) at byte \(entry.position), where no such batch is" }
        }
        return nil
    }

    private func wrongTimeIndex(_ content: SegmentContent, isClosed: Bool) throws(DiskError) -> String? {
        let base = content.baseOffset
        guard let index = try IndexContent<TimeIndexEntry>(disk, path(SegmentFileName(base, .timeIndex).text)) else {
            return "is missing"
        }
        if index.oddBytes > 0 { return "ends in the middle of an entry" }
        var last = TimeIndexEntry(timestamp: -1, relativeOffset: -1)
        for entry in index.entries {
            let offset = base + Int64(entry.relativeOffset)
            if entry.timestamp <= last.timestamp || entry.relativeOffset < last.relativeOffset {
                return "is not in order at offset \(offset)"
            }
            last = entry
            guard let batch = content.batch(holding: offset), batch.maxTimestamp == entry.timestamp else {
                return "has an entry of time \(entry.timestamp) at offset \(offset), where no such record is"
            }
        }
        if isClosed, content.largest.timestamp > last.timestamp {
            return "does not know of the largest timestamp \(content.largest.timestamp)"
        }
        return nil
    }

    private func wrongTransactionIndex(_ content: SegmentContent) throws(DiskError) -> String? {
        let path = path(SegmentFileName(content.baseOffset, .transactionIndex).text)
        let index = try IndexContent<AbortedTransaction>(disk, path)
        if let index, index.oddBytes > 0 { return "ends in the middle of an entry" }
        let stored = index?.entries ?? []
        for wanted in content.aborted {
            let isThere = stored.contains {
                $0.producerId == wanted.producerId && $0.lastOffset == wanted.lastOffset
                    && $0.firstOffset <= wanted.firstOffset
            }
            guard !isThere else { continue }
            return (index == nil ? "is missing: " : "lacks ")
                + "the transaction of producer \(wanted.producerId) aborted at \(wanted.lastOffset)"
        }
        for entry in stored where entry.lastOffset < content.baseOffset || entry.lastOffset >= content.nextOffset {
            return "has a transaction aborted at \(entry.lastOffset), outside the segment"
        }
        return nil
    }

    private mutating func checkEpochs() throws(DiskError) {
        let name = "leader-epoch-checkpoint"
        guard !epochs.entries.isEmpty else { return }
        let severity = isClean ? LogFinding.Severity.problem : .pending
        guard let bytes = try disk.readSmallFile(path(name)) else {
            findings.append(LogFinding(severity, name, "is missing", repair: .writeEpochs))
            return
        }
        guard let stored = LeaderEpochs(text: String(decoding: bytes, as: UTF8.self)) else {
            findings.append(LogFinding(.problem, name, "cannot be understood", repair: .writeEpochs))
            return
        }
        let start = max(logStartOffset, segments.first ?? 0)
        var seen = epochs
        _ = seen.truncate(fromStart: start)
        for entry in seen.entries where stored.epoch(of: entry.startOffset) != entry.epoch {
            findings.append(
                LogFinding(
                    severity, name, "does not tell epoch \(entry.epoch) of offset \(entry.startOffset)",
                    repair: .writeEpochs))
            return
        }
    }
}
