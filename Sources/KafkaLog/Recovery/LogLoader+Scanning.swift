/// Walking all batches of a segment, and taking out of it what was damaged after it had been on the device.
extension LogLoader {
    /// Below the recovery point nothing is cut: the indexes end where sound batches do.
    mutating func rebuildIndexes(_ index: Int) throws(DiskError) {
        let name = SegmentFileName(segments[index].baseOffset, .log).text
        note("\(name): an index was missing or in doubt and is built anew")
        let scan = try scanBelowRecoveryPoint(index)
        guard let defect = scan.defect else { return }
        note("\(name): bad batch at byte \(scan.validBytes) (\(defect)), left as it is")
    }

    /// Epochs come from the file of theirs, and from what is recovered.
    mutating func scanBelowRecoveryPoint(_ index: Int) throws(DiskError) -> SegmentScan<D> {
        try loadProducers(upTo: segments[index].baseOffset, isLastResort: true)
        var spare = epochs
        swap(&epochs, &spare)
        let scan = try scan(index)
        epochs = spare
        return scan
    }

    /// Checks every batch of a segment, from a place in it on, and makes its indexes anew. Ends at the first batch that
    /// is not sound, unless it was sound once: such a one is taken out and what follows it stays.
    mutating func scan(_ index: Int, from start: ScanStart? = nil) throws(DiskError) -> SegmentScan<D> {
        var scan = try walk(index, from: start)
        while try takeOutDamage(index, scan) {
            try loadProducers(upTo: segments[index].baseOffset, isLastResort: true)
            scan = try walk(index)
            let files = segments[index].files
            try files.offsetIndex.sync()
            try files.timeIndex.sync()
            try files.transactionIndex.sync()
        }
        return scan
    }

    private mutating func walk(_ index: Int, from start: ScanStart? = nil) throws(DiskError) -> SegmentScan<D> {
        let files = segments[index].files
        var scan = SegmentScan(files, indexInterval: configuration.indexIntervalBytes, from: start)
        try scan.run(size: segments[index].size, producers: &producers, epochs: &epochs)
        segments[index].setLargest(scan.largest, firstTimestamp: scan.firstTimestamp)
        try files.offsetIndex.flush()
        try files.timeIndex.flush()
        try files.transactionIndex.flush()
        segments[index].hasAbortedTransactions = try files.transactionIndex.count() > 0
        for position in scan.mendedPositions {
            report.mendedBatches += 1
            note(
                "\(SegmentFileName(segments[index].baseOffset, .log).text): the batch at byte \(position) had a wrong "
                    + "number of its format, put right")
        }
        return scan
    }

    /// The largest offset that a batch of a segment can have.
    private func lastOffset(of index: Int) -> Int64 {
        let base = segments[index].baseOffset
        var last = base + Int64(Int32.max)
        if index + 1 < segments.count { last = min(last, segments[index + 1].baseOffset - 1) }
        if options.isClean, options.recoveryPoint > base { last = min(last, options.recoveryPoint - 1) }
        return last
    }

    /// False when there is nothing to take out. After an orderly stop everything was on the device, otherwise what lies
    /// below the recovery point; what else is no sound batch may be a write that was cut off.
    private mutating func takeOutDamage(_ index: Int, _ scan: SegmentScan<D>) throws(DiskError) -> Bool {
        let durableEnd = options.isClean ? Int64.max : options.recoveryPoint
        guard let defect = scan.defect, scan.nextOffset < durableEnd else { return false }
        let base = segments[index].baseOffset
        var search = DamageSearch(
            file: try segments[index].files.file(), size: segments[index].size, lastOffset: lastOffset(of: index),
            durableEnd: durableEnd)
        let damages = try search.run(from: scan.validBytes, defect, nextOffset: scan.nextOffset)
        // A marker among what is taken out would leave its transaction open, or show what was aborted: such a log ends
        // before the damage, as Kafka's does.
        let mayLoseMarker =
            scan.sawTransactions || search.sawTransactions
            || producers.entries.values.contains { $0.hasOpenTransaction || $0.coordinatorEpoch >= 0 }
        guard let first = damages.first, !mayLoseMarker else { return false }
        segments[index].files.releaseFiles()
        let excision = SegmentExcision(disk: disk, directory: directory, segment: base)
        let kept = try excision.take(damages.map(\.bytes))
        report.quarantined += kept
        let bytes = damages.reduce(0) { $0 + $1.bytes.count }
        report.excisedBytes += bytes
        let others = damages.count > 1 ? " and in \(damages.count - 1) more places" : ""
        note(
            "\(SegmentFileName(base, .log).text): no sound batch in bytes \(first.bytes) (\(first.defect))\(others): "
                + "\(bytes) bytes taken out, kept in \(kept.prefix(3).joined(separator: ", "))"
                + (kept.count > 3 ? " and so on" : "") + "; what follows them stays")
        segments[index].files = SegmentFiles(disk: disk, directory: directory, baseOffset: base, isNew: false)
        segments[index].size -= bytes
        return true
    }
}
