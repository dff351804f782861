/// Where in a segment a check may begin, when everything before has been on the device and its indexes with it.
struct ScanStart: Equatable {
    /// Byte position of the batch that is checked first.
    var position: Int
    /// That batch's first offset.
    var offset: Int64
    /// Relative offset that the index names for that position: entries up to it stay.
    var indexed: Int32
    /// The largest timestamp of all batches up to the one that is indexed.
    var largest: LargestTimestamp
    /// Producers are accounted for below this offset, which may lie past `offset`.
    var producersTo: Int64
}

extension SegmentFiles {
    /// The last batch that the offset index names below an offset, the recovery point. Nil when there is none, and when
    /// the indexes up to there are not what was written with the segment: then everything has to be read.
    ///
    /// `doubts` is true in the second case.
    func scanStart(below point: Int64, size: Int) throws(DiskError) -> (start: ScanStart?, doubts: Bool) {
        guard point > baseOffset, size > 0 else { return (nil, false) }
        let offsets = try lastEntry(below: point, size: size)
        guard offsets.isSound else { return (nil, true) }
        guard let entry = offsets.entry else { return (nil, false) }
        let times = try lastTime(upTo: entry.relativeOffset)
        guard times.isSound else { return (nil, true) }
        let largest = times.entry.map {
            LargestTimestamp(timestamp: $0.timestamp, offset: baseOffset + Int64($0.relativeOffset))
        }
        var walker = BatchWalker(try file(), from: Int(entry.position), to: size)
        do throws(BatchReadError) {
            guard let batch = try walker.next(), batch.isCurrentFormat, try walker.isIntact(batch),
                batch.baseOffset >= baseOffset, batch.baseOffset <= baseOffset + Int64(entry.relativeOffset),
                batch.maxTimestamp <= largest?.timestamp ?? -1
            else { return (nil, true) }
            let start = ScanStart(
                position: Int(entry.position), offset: batch.baseOffset, indexed: entry.relativeOffset,
                largest: largest ?? .none, producersTo: batch.baseOffset)
            return (start, false)
        } catch {
            if case .disk(let error) = error { throw error }
            return (nil, true)
        }
    }

    /// Takes the entries of the indexes away that a check from a place on makes again.
    func truncateIndexes(to start: ScanStart) throws(DiskError) {
        try offsetIndex.truncate { $0.relativeOffset <= start.indexed }
        try timeIndex.truncate { $0.relativeOffset <= start.indexed }
        try transactionIndex.truncate { $0.lastOffset < start.producersTo }
    }

    /// The last entry below an offset and inside the segment; not sound when the entries up to it do not ascend.
    private func lastEntry(
        below point: Int64, size: Int
    ) throws(DiskError) -> (entry: OffsetIndexEntry?, isSound: Bool) {
        var found: OffsetIndexEntry?
        var isSound = true
        try offsetIndex.forEach { entry in
            let isPast = entry.position >= size || baseOffset + Int64(entry.relativeOffset) >= point
            if entry.relativeOffset >= 0, isPast { return false }
            isSound = entry.relativeOffset > found?.relativeOffset ?? -1 && entry.position > found?.position ?? 0
            found = entry
            return isSound
        }
        return (found, isSound)
    }

    private func lastTime(upTo limit: Int32) throws(DiskError) -> (entry: TimeIndexEntry?, isSound: Bool) {
        var found: TimeIndexEntry?
        var isSound = true
        try timeIndex.forEach { entry in
            if entry.relativeOffset > limit { return false }
            isSound =
                entry.timestamp > found?.timestamp ?? -1 && entry.relativeOffset >= found?.relativeOffset ?? 0
            found = entry
            return isSound
        }
        return (found, isSound)
    }
}
