internal import Glibc

/// A batch and where it begins.
struct LocatedBatch: Equatable, Sendable {
    var position: Int
    var batch: StoredBatch
    var end: Int { position + batch.size }
}

/// Bytes searched for a sound batch behind damaged ones while somebody waits for an answer.
private let damageLimit = 32 << 20

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

    /// The same, walking from a known batch boundary. Damaged bytes are passed over, unless the offset is in them.
    ///
    /// The boundary is nearly always that of the batch itself, as a consumer goes on where it stopped: then its head is
    /// all that is read.
    func locate(_ offset: Int64, from start: Int, end: Int) throws(BatchReadError) -> LocatedBatch? {
        let file = try open()
        var position = start
        var damage: BatchReadError?
        while true {
            let found: LocatedBatch?
            do throws(BatchReadError) {
                found = try locate(offset, in: file, from: position, end: end)
            } catch {
                guard case .defect(_, let place) = error else { throw error }
                let start = try damageStart(file, from: position, to: place, end: end)
                guard let next = try soundBatch(behind: start, file, end: end) else { throw error }
                (position, damage) = (next, error)
                continue
            }
            if let damage, found.map({ $0.batch.isCurrentFormat && $0.batch.baseOffset > offset }) ?? true {
                throw damage
            }
            return found
        }
    }

    private func locate(
        _ offset: Int64, in file: D.File, from start: Int, end: Int
    ) throws(BatchReadError) -> LocatedBatch? {
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

    /// Where the damage begins that a walk met: a batch whose size is wrong leads into the middle of others.
    private func damageStart(
        _ file: D.File, from start: Int, to place: Int, end: Int
    ) throws(BatchReadError) -> Int {
        var walker = BatchWalker(file, from: start, to: end)
        while walker.position < place {
            let position = walker.position
            guard let batch = try walker.next() else { break }
            if walker.position == place, try !walker.isIntact(batch) { return position }
        }
        return place
    }

    /// Where the next sound batch behind damaged bytes begins, nil when none does nearby.
    private func soundBatch(behind place: Int, _ file: D.File, end: Int) throws(BatchReadError) -> Int? {
        // A search takes too long for an event loop; whoever may not wait comes back by a thread that may.
        if PageCache.refusesToWait { throw .disk(DiskError(.read, path: "\(baseOffset)", code: EAGAIN)) }
        let end = min(end, place + damageLimit)
        let search = SoundBatchSearch(file: file, end: end, offsets: baseOffset...baseOffset + Int64(Int32.max))
        do throws(DiskError) { return try search.first(from: place + 1) } catch { throw .disk(error) }
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
