/// Taking bytes and segments off the end of a log.
extension LogLoader {
    /// The segment before the first one that is recovered may end with what a failed write left, when the power went
    /// before its cut was durable. Its records are below the recovery point and stay, and so does what follows: also
    /// behind a batch that is damaged.
    mutating func trimTail(_ index: Int) throws(DiskError) {
        guard try segments[index].files.wholeBytes(size: segments[index].size) < segments[index].size else { return }
        let sound = try scanBelowRecoveryPoint(index).validBytes
        let whole = max(sound, try segments[index].files.wholeBytes(size: segments[index].size))
        guard whole < segments[index].size else { return }
        if try holdsSoundBatch(index, behind: sound) { return }
        let files = segments[index].files
        note(
            "\(SegmentFileName(files.baseOffset, .log).text): \(segments[index].size - whole) bytes behind the last batch cut"
        )
        report.truncatedBytes += segments[index].size - whole
        try files.file().truncate(to: whole)
        segments[index].size = whole
        cutSegments.append(files)
    }

    private func holdsSoundBatch(_ index: Int, behind position: Int) throws(DiskError) -> Bool {
        let base = segments[index].baseOffset
        let search = SoundBatchSearch(
            file: try segments[index].files.file(), end: segments[index].size,
            offsets: base...base + Int64(Int32.max))
        return try search.first(from: position) != nil
    }

    /// Cuts a segment behind its last sound batch and takes the segments that follow out. What may hold records is kept
    /// aside; zeros and halves of batches, as torn writes leave them, are not.
    mutating func cut(_ index: Int, _ scan: SegmentScan<D>) throws(DiskError) {
        let files = segments[index].files
        let name = SegmentFileName(files.baseOffset, .log).text
        let size = segments[index].size
        report.truncatedBytes += size - scan.validBytes
        let file = try files.file()
        let search = SoundBatchSearch(file: file, end: size, offsets: scan.nextOffset...Int64.max - 1)
        var text = "\(name): no sound batch at byte \(scan.validBytes)" + (scan.defect.map { " (\($0))" } ?? "")
        text += ", \(size - scan.validBytes) bytes cut"
        let hasBatches = try search.first(from: scan.validBytes) != nil
        let wereRecords = try wereRecords(file, from: scan.validBytes, offset: scan.nextOffset)
        if hasBatches || wereRecords {
            let kept = try quarantine.keep(file, named: name, from: scan.validBytes, to: size)
            report.quarantined.append(kept)
            text += "; there were \(hasBatches ? "whole batches behind it" : "records"), kept in \(kept)"
        }
        note(text)
        try file.truncate(to: scan.validBytes)
        segments[index].size = scan.validBytes
        cutSegments.append(files)
        try drop(from: index + 1, because: "it lies behind the cut")
    }

    /// Bytes of offsets below the recovery point were on the device: no torn write, unless the file system lost them.
    private func wereRecords(_ file: D.File, from position: Int, offset: Int64) throws(DiskError) -> Bool {
        guard offset < options.recoveryPoint else { return false }
        return try file.readBytes(count: StoredBatch.headerSize, at: position).contains { $0 != 0 }
    }

    /// Takes segments out, the last one first. The power may take the end of one segment, between two batches, and leave
    /// the next: served with the gap, a producer that sends again what is gone would be told that it came twice. Where
    /// the cleaner works, gaps are its doing.
    mutating func drop(from index: Int, because reason: String) throws(DiskError) {
        while segments.count > index {
            report.droppedSegments += 1
            report.truncatedBytes += segments[segments.count - 1].size
            try takeOut(segments.removeLast(), because: reason)
        }
    }

    /// Takes a segment out of the log: its records are kept aside, its indexes go.
    mutating func takeOut(_ segment: LogSegment<D>, because reason: String) throws(DiskError) {
        let name = SegmentFileName(segment.baseOffset, .log).text
        if segment.size > 0, let kept = try quarantine.setAside(name) {
            report.quarantined.append(kept)
            note("\(name): \(reason), kept as \(kept)")
        }
        try segment.files.remove()
    }

    private var quarantine: Quarantine<D> { Quarantine(disk: disk, directory: directory) }
}
