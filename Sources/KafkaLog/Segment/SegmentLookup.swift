/// A batch and where it begins.
struct LocatedBatch: Equatable, Sendable {
    var position: Int
    var batch: StoredBatch
    var end: Int { position + batch.size }
}

/// Finding batches in a segment: one index lookup, then a few heads.
extension SegmentFiles {
    /// The first batch whose last offset is at or past `offset`, in the bytes before `end`; nil when there is none.
    ///
    /// An index that does not fit the segment costs a walk from the start, nothing else.
    func locate(_ offset: Int64, end: Int) throws(BatchReadError) -> LocatedBatch? {
        let entry = try lookup { $0.relativeOffset <= offset &- self.baseOffset }
        if let entry, entry.position > 0, Int(entry.position) < end {
            var walker = BatchWalker(try open(), from: Int(entry.position), to: end)
            // An entry names the last offset of an append, or of its last record where the cleaner wrote; any batch
            // boundary below will do.
            if let first = try? walker.next(), first.baseOffset <= offset,
                first.baseOffset <= baseOffset + Int64(entry.relativeOffset)
            {
                return try locate(offset, from: Int(entry.position), end: end)
            }
        }
        return try locate(offset, from: 0, end: end)
    }

    /// The same, walking from a known batch boundary.
    ///
    /// The boundary is nearly always that of the batch itself, as a consumer goes on where it stopped: then its head is
    /// all that is read.
    func locate(_ offset: Int64, from start: Int, end: Int) throws(BatchReadError) -> LocatedBatch? {
        let file = try open()
        var first = BatchWalker(file, from: start, to: end, window: StoredBatch.headerSize)
        guard let batch = try first.next() else { return nil }
        if batch.lastOffset >= offset { return LocatedBatch(position: start, batch: batch) }
        var walker = BatchWalker(file, from: first.position, to: end)
        while true {
            let position = walker.position
            guard let batch = try walker.next() else { return nil }
            if batch.lastOffset >= offset { return LocatedBatch(position: position, batch: batch) }
        }
    }

    /// The batch that a range from `start` may not contain any more when it has to end at or before `limit`:
    /// where it begins is where the range ends. `limit` lies in `start.end ..< end`.
    func firstBatch(crossing limit: Int, after start: LocatedBatch, end: Int) throws(BatchReadError) -> LocatedBatch? {
        // No other batch fits in what is left: nothing to look up.
        if limit - start.end < StoredBatch.headerSize { return nil }
        // Mostly the range holds the one batch that fits it, and the next head says so.
        var next = BatchWalker(try open(), from: start.end, to: end, window: StoredBatch.headerSize)
        if let batch = try? next.next(), next.position > limit {
            return LocatedBatch(position: start.end, batch: batch)
        }
        let entry = try lookup { Int($0.position) <= limit }
        if let entry, Int(entry.position) > start.end {
            var walker = BatchWalker(try open(), from: Int(entry.position), to: end)
            if let first = try? walker.next(), first.baseOffset >= start.batch.nextOffset,
                first.baseOffset <= baseOffset + Int64(entry.relativeOffset)
            {
                return try firstBatch(crossing: limit, from: Int(entry.position), end: end)
            }
        }
        return try firstBatch(crossing: limit, from: start.end, end: end)
    }

    private func firstBatch(
        crossing limit: Int, from start: Int, end: Int
    ) throws(BatchReadError) -> LocatedBatch? {
        var walker = BatchWalker(try open(), from: start, to: end)
        while let batch = try walker.next() {
            if walker.position > limit { return LocatedBatch(position: walker.position - batch.size, batch: batch) }
        }
        return nil
    }

    private func lookup(_ predicate: (OffsetIndexEntry) -> Bool) throws(BatchReadError) -> OffsetIndexEntry? {
        do throws(DiskError) {
            return try offsetIndex.last(where: predicate)
        } catch {
            throw .disk(error)
        }
    }

    private func open() throws(BatchReadError) -> D.File {
        do throws(DiskError) {
            return try file()
        } catch {
            throw .disk(error)
        }
    }
}
