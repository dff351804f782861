/// What a partition log knows; always under its lock.
///
/// What appends and reads call is `mutating` also where nothing changes: the value has a dozen counted references, and
/// a call that only borrows it out of the lock would retain and release each.
struct LogState<D: Disk> {
    let disk: D
    /// Changes when the log is moved.
    var directory: String
    var configuration: LogConfiguration
    /// Ascending by base offset, never empty; the last one is appended to.
    var segments: [LogSegment<D>]
    var startOffset: Int64
    var endOffset: Int64
    /// Everything below is on the device.
    var recoveryPoint: Int64
    var producers: ProducerStateTable
    var epochs: LeaderEpochs
    /// The epoch file is older than `epochs`, or not yet on the device.
    var epochsChanged = false
    /// What the epoch file says, when there is one and that is known.
    var writtenEpochs: LeaderEpochs?
    /// End offset of the newest producer snapshot.
    var snapshotOffset: Int64
    var hints = ReadHints()
    var isClosed = false
    /// Records appended since the last flush, and when the first of them came.
    var unflushedRecords: Int64 = 0
    var unflushedSince: Int64?
    /// Bytes may lie behind the active segment's end after a failed write.
    var hasTornTail = false
    /// A sync that failed: nobody knows what of the log is on the device.
    var lostSync: DiskError?
    /// Segments cut after a failed write or by recovery: the cut must reach the device before the recovery point moves
    /// past them, or what was cut could come back where nobody looks any more.
    var cutSegments: [SegmentFiles<D>] = []
    /// Whether somebody rearranges the closed segments.
    var maintenance = LogMaintenance.none
    /// How often segments were replaced by others with the same offsets: what was learned of positions before is void.
    var replacements = 0
    /// How often the log went on in another directory: a sync that began before says nothing of the files there.
    var moves = 0
    var unfinishedSwap: UnfinishedSwap<D>?
    /// A recovery point below which the indexes are on the device, too.
    var settledPoint: Int64
    /// Segments that left the log, and when their files may go.
    var deletions: [(files: SegmentFiles<D>, due: Int64)] = []

    init(
        disk: D, directory: String, configuration: LogConfiguration, segments: [LogSegment<D>], startOffset: Int64,
        endOffset: Int64, recoveryPoint: Int64, producers: ProducerStateTable, epochs: LeaderEpochs,
        snapshotOffset: Int64
    ) {
        self.disk = disk
        self.directory = directory
        self.configuration = configuration
        self.segments = segments
        self.startOffset = startOffset
        self.endOffset = endOffset
        self.recoveryPoint = recoveryPoint
        settledPoint = recoveryPoint
        self.producers = producers
        self.epochs = epochs
        self.snapshotOffset = snapshotOffset
    }

    mutating func activeFile() throws(DiskError) -> D.File {
        try segments[activeIndex].files.file()
    }

    /// Lets go of all descriptors that no reader holds.
    mutating func releaseFiles() {
        for segment in segments { segment.files.releaseFiles() }
    }

    var highWatermark: Int64 {
        configuration.showsOnlyDurable ? min(max(recoveryPoint, startOffset), endOffset) : endOffset
    }
    var lastStableOffset: Int64 {
        mutating get {
            let visible = highWatermark
            guard let undecided = producers.firstUndecidedOffset else { return visible }
            return min(max(undecided, startOffset), visible)
        }
    }
    var offsets: LogOffsets {
        mutating get {
            LogOffsets(start: startOffset, end: endOffset, highWatermark: highWatermark, lastStable: lastStableOffset)
        }
    }
    var activeIndex: Int { segments.count - 1 }
    var epochPath: String { directory + "/leader-epoch-checkpoint" }

    /// The segment that holds an offset, or the first one for offsets before it.
    mutating func segmentIndex(for offset: Int64) -> Int {
        var low = 0
        var high = segments.count
        while low < high {
            let middle = (low + high) / 2
            if segments[middle].baseOffset <= offset { low = middle + 1 } else { high = middle }
        }
        return max(0, low - 1)
    }

    mutating func checkOpen() throws(LogError) {
        if isClosed { throw .closed }
    }

    /// Begins a new segment at the log's end; an empty active one is enough.
    mutating func roll(now: Int64) throws(DiskError) {
        let active = activeIndex
        if segments[active].size == 0, segments[active].baseOffset == endOffset { return }
        let files = SegmentFiles(disk: disk, directory: directory, baseOffset: endOffset, isNew: true)
        let file: D.File
        do throws(DiskError) {
            if hasTornTail { try dropTornTail() }
            try segments[active].closeTimeIndex()
            file = try files.file()
            try file.truncate(to: 0)
        } catch {
            // The log goes on in the old segment; loading drops the new one's file where this does not succeed.
            try? files.remove(keepingSnapshot: true)
            throw error
        }
        // Entries that cannot be written now stay in memory; the flush before the recovery point moves tries again.
        try? segments[active].files.offsetIndex.flush()
        try? segments[active].files.timeIndex.flush()
        try? files.offsetIndex.flush()
        try? files.timeIndex.flush()
        releaseReserve()
        if configuration.preallocate { try? file.reserve(configuration.segmentBytes) }
        let jitter = min(configuration.segmentJitterMs, configuration.effectiveSegmentMs)
        segments.append(
            LogSegment(
                files: files, size: 0, created: now, rollJitterMs: jitter > 0 ? Int64.random(in: 0..<jitter) : 0))
        producers.endOffset = endOffset
        try? takeSnapshot()
    }

    /// Gives back what `preallocate` reserved behind the active segment's end.
    private mutating func releaseReserve() {
        guard configuration.preallocate else { return }
        try? activeFile().truncate(to: segments[activeIndex].size)
    }

    /// Reserves the active segment's size, where `preallocate` says so and nothing is in it yet. Space that is not
    /// there is no reason to refuse the log.
    mutating func reserveActive() {
        guard configuration.preallocate, segments[activeIndex].size == 0 else { return }
        try? activeFile().reserve(configuration.segmentBytes)
    }

    /// Writes the producers' state at the log's end, unless that was done. Not synced.
    mutating func takeSnapshot() throws(DiskError) {
        guard endOffset > snapshotOffset else { return }
        let path = directory + "/" + SegmentFileName(endOffset, .snapshot).text
        let file = try disk.open(path, .create)
        try file.truncate(to: 0)
        try file.write(ProducerSnapshot.encode(producers.entries.values), at: 0)
        snapshotOffset = endOffset
    }

    /// Notes an epoch's first offset and writes the epoch file. It is synced by the flush that moves the recovery
    /// point; before that, recovery finds the epochs in the batches.
    mutating func assignEpoch(_ epoch: Int32, startOffset: Int64) {
        guard epochs.assign(epoch, startOffset: startOffset) else { return }
        epochsChanged = true
        try? writeEpochs()
    }

    /// Writes the epoch file, unless it says the same already but for epochs without batches: those go at the next start
    /// and come back with the leader. After a crash every partition gets a new epoch; with thousands of them, replacing
    /// the files was most of what the start took.
    mutating func writeEpochs() throws(DiskError) {
        if let writtenEpochs,
            writtenEpochs.withBatches(before: endOffset) == epochs.withBatches(before: endOffset)
        {
            return
        }
        writtenEpochs = nil
        let temporary = epochPath + ".tmp"
        do {
            let file = try disk.open(temporary, .create)
            try file.truncate(to: 0)
            try file.write(Array(epochs.text.utf8), at: 0)
        }
        try disk.rename(temporary, to: epochPath)
        writtenEpochs = epochs
    }

    /// Cuts what a failed write may have left behind the last whole batch.
    mutating func dropTornTail() throws(DiskError) {
        try activeFile().truncate(to: segments[activeIndex].size)
        hasTornTail = false
        let files = segments[activeIndex].files
        if cutSegments.last?.baseOffset != files.baseOffset { cutSegments.append(files) }
    }
}
