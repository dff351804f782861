extension LogLoader {
    /// Brings the producers' state to an offset: the newest sound snapshot at or below it, then the batches from there.
    ///
    /// Without any snapshot an orderly closed log starts with no producers, as Kafka does rather than read everything;
    /// `isLastResort` reads from the log's start. A snapshot past the offset will do, up to `latest`: `producers` then
    /// say how far they go.
    mutating func loadProducers(
        upTo offset: Int64, latest: Int64? = nil, isLastResort: Bool
    ) throws(DiskError) {
        let latest = max(offset, latest ?? offset)
        let hadSnapshots = !snapshots.isEmpty
        producers = ProducerStateTable()
        var from = segments.first?.baseOffset ?? 0
        var isLoaded = false
        for snapshot in snapshots.reversed() where snapshot <= latest {
            let path = directory + "/" + SegmentFileName(snapshot, .snapshot).text
            if let bytes = try disk.readSmallFile(path), let entries = ProducerSnapshot.decode(bytes) {
                for entry in entries { producers.load(entry) }
                from = snapshot
                isLoaded = true
                break
            }
            note("\(SegmentFileName(snapshot, .snapshot).text) is damaged: removed, an older one is used")
            try disk.removeIfPresent(path)
            snapshots.removeAll { $0 == snapshot }
        }
        producers.endOffset = max(from, offset)
        guard from < offset, isLoaded || isLastResort || hadSnapshots else { return }
        try replay(from: from, to: offset)
    }

    private mutating func replay(from: Int64, to offset: Int64) throws(DiskError) {
        for (index, segment) in segments.enumerated() where segment.size > 0 && segment.baseOffset < offset {
            if index + 1 < segments.count, segments[index + 1].baseOffset <= from { continue }
            do throws(BatchReadError) {
                guard let first = try segment.files.locate(from, end: segment.size) else { continue }
                let file: D.File
                do throws(DiskError) { file = try segment.files.file() } catch { throw .disk(error) }
                var walker = BatchWalker(file, from: first.position, to: segment.size, window: 16 << 10)
                while let batch = try walker.next(), batch.baseOffset < offset {
                    _ = producers.replay(batch, marker: try walker.marker(of: batch))
                }
            } catch {
                if case .disk(let error) = error { throw error }
            }
        }
        producers.endOffset = offset
    }

    /// A crash may leave a snapshot past the recovery point half written. Where the check of the batches comes by, what
    /// belongs in it is known again.
    func mendSnapshot(at offset: Int64) throws(DiskError) {
        guard snapshots.contains(offset), try snapshot(at: offset) == nil else { return }
        let file = try disk.open(path(SegmentFileName(offset, .snapshot).text), .create)
        try file.truncate(to: 0)
        try file.write(ProducerSnapshot.encode(producers.entries.values), at: 0)
    }

    /// Snapshots past the end are of records that are gone; those at no segment's base are no use but for the newest
    /// one, and the one that the next start begins with if it comes before the recovery point has moved.
    mutating func dropSnapshots(beyond endOffset: Int64) throws(DiskError) {
        var useful = Set(segments.map(\.baseOffset))
        for limit in [endOffset, min(endOffset, options.recoveryPoint)] {
            if let newest = snapshots.last(where: { $0 <= limit }) { useful.insert(newest) }
        }
        let kept = snapshots.filter { $0 <= endOffset && useful.contains($0) }
        for snapshot in snapshots where !kept.contains(snapshot) {
            try disk.removeIfPresent(directory + "/" + SegmentFileName(snapshot, .snapshot).text)
        }
        snapshots = kept
    }
}

/// What the end of a segment says.
struct SegmentTail {
    /// Behind the last batch.
    var endOffset: Int64
    /// The last entries of the indexes fit the batches that they name and those behind them.
    var agreesWithIndexes: Bool
}

extension SegmentFiles {
    /// The offset behind the segment's last batch, found from the index's last entry on; nil when the segment does not
    /// end with a whole batch.
    func tail(size: Int) throws(DiskError) -> SegmentTail? {
        guard size > 0 else { return SegmentTail(endOffset: baseOffset, agreesWithIndexes: true) }
        guard let entry = try offsetIndex.last() else { return try tail(from: 0, size: size) }
        if entry.position > 0, Int(entry.position) < size, let found = try tail(from: Int(entry.position), size: size),
            found.endOffset > baseOffset + Int64(entry.relativeOffset)
        {
            return found
        }
        guard var found = try tail(from: 0, size: size) else { return nil }
        found.agreesWithIndexes = false
        return found
    }

    /// Bytes up to the end of the last whole batch, as far as heads can tell.
    func wholeBytes(size: Int) throws(DiskError) -> Int {
        let entry = try offsetIndex.last()
        for start in [entry.map { max(0, Int($0.position)) } ?? 0, 0] where start < size {
            var walker = BatchWalker(try file(), from: start, to: size)
            do throws(BatchReadError) {
                while try walker.next() != nil {}
            } catch {
                if case .disk(let error) = error { throw error }
            }
            if walker.position > start { return walker.position }
        }
        return size
    }

    private func tail(from position: Int, size: Int) throws(DiskError) -> SegmentTail? {
        var walker = BatchWalker(try file(), from: position, to: size)
        var next = baseOffset
        var largest: Int64 = -1
        var isCurrentFormat: Bool?
        do throws(BatchReadError) {
            while let batch = try walker.next() {
                // An old message among batches may be a batch whose number of the format is damaged.
                guard batch.lastOffset >= next, batch.isCurrentFormat == isCurrentFormat ?? batch.isCurrentFormat else {
                    return nil
                }
                isCurrentFormat = batch.isCurrentFormat
                next = batch.nextOffset
                largest = max(largest, batch.maxTimestamp)
            }
        } catch {
            if case .disk(let error) = error { throw error }
            return nil
        }
        let time = try timeIndex.last()
        let isTimed = largest <= (time?.timestamp ?? -1) && baseOffset + Int64(time?.relativeOffset ?? -1) < next
        return SegmentTail(endOffset: next, agreesWithIndexes: isTimed)
    }
}
