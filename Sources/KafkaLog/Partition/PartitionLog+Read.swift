internal import Synchronization

extension PartitionLog {
    /// Finds the batches from an offset on: whole batches of one segment, beginning with the one that holds the
    /// offset, at most `maxBytes` of them, but at least one if `minOneBatch` says so.
    ///
    /// Nothing at or past the limit that `isolation` sets is returned. An offset at the limit gives an empty answer,
    /// one outside the log throws `offsetOutOfRange`.
    @_specialize(where D == PosixDisk)
    public func read(
        from offset: Int64, maxBytes: Int, minOneBatch: Bool = true, isolation: FetchIsolation = .highWatermark
    ) throws(LogError) -> LogRead<D> {
        var target = offset
        while true {
            let view = try state.withLock { (state) throws(LogError) in
                try state.view(from: target, isolation: isolation)
            }
            guard let segment = view.segment else {
                return LogRead(
                    file: nil, position: 0, length: 0, nextOffset: target, hasMore: false, offsets: view.offsets)
            }
            do throws(BatchReadError) {
                if let found = try read(target, segment, view, maxBytes: maxBytes, minOneBatch: minOneBatch) {
                    return found
                }
            } catch {
                throw LogError(error)
            }
            // Compaction may leave nothing between an offset and its segment's end.
            guard let following = view.followingBase, following < view.limit else {
                return LogRead(
                    file: nil, position: 0, length: 0, nextOffset: target, hasMore: false, offsets: view.offsets)
            }
            target = following
        }
    }

    private func read(
        _ target: Int64, _ segment: SegmentFiles<D>, _ view: ReadView<D>, maxBytes: Int, minOneBatch: Bool
    ) throws(BatchReadError) -> LogRead<D>? {
        let end = try end(of: segment, view)
        if let hint = view.hint, hint < end, end - hint <= maxBytes {
            // A consumer that follows the log reads from where it stopped to the end: nothing to look up.
            return try rest(of: segment, from: hint, to: end, view)
        }
        let located =
            if let hint = view.hint {
                try segment.locate(target, from: hint, end: end)
            } else {
                try segment.locate(target, end: end)
            }
        guard let first = located else { return nil }
        var answer = LogRead<D>(
            file: nil, position: first.position, length: 0, nextOffset: target, hasMore: true, offsets: view.offsets)
        let budget = max(0, minOneBatch ? max(maxBytes, first.batch.size) : maxBytes)
        guard budget >= first.batch.size else { return answer }
        if end - first.position <= budget { return try rest(of: segment, from: first.position, to: end, view) }
        let beyond: LocatedBatch?
        do throws(BatchReadError) {
            beyond = try segment.firstBatch(crossing: first.position + budget, after: first, end: end)
        } catch {
            guard case .defect(_, let place) = error else { throw error }
            return try read(upTo: place, from: first, segment, answer)
        }
        answer.length = (beyond?.position ?? first.end) - first.position
        answer.nextOffset = beyond?.batch.baseOffset ?? first.batch.nextOffset
        do throws(DiskError) { answer.file = try segment.file() } catch { throw .disk(error) }
        let (next, position) = (answer.nextOffset, first.position + answer.length)
        remember(next, in: segment.baseOffset, at: position, view)
        return answer
    }

    /// The batches before bytes that are damaged; the next read meets those.
    private func read(
        upTo place: Int, from first: LocatedBatch, _ segment: SegmentFiles<D>, _ answer: LogRead<D>
    ) throws(BatchReadError) -> LogRead<D> {
        var answer = answer
        do throws(DiskError) { answer.file = try segment.file() } catch { throw .disk(error) }
        guard let file = answer.file else { return answer }
        answer.nextOffset = first.batch.nextOffset
        var walker = BatchWalker(file, from: first.end, to: place)
        while let batch = try? walker.next() { answer.nextOffset = batch.nextOffset }
        answer.length = walker.position - first.position
        return answer
    }

    /// Everything visible of a segment from a batch on.
    private func rest(
        of segment: SegmentFiles<D>, from position: Int, to end: Int, _ view: ReadView<D>
    ) throws(BatchReadError) -> LogRead<D> {
        let file: D.File
        do throws(DiskError) { file = try segment.file() } catch { throw .disk(error) }
        let following = view.followingBase.flatMap { $0 <= view.limit ? $0 : nil }
        let next = following ?? view.limit
        remember(next, in: following ?? segment.baseOffset, at: following == nil ? end : 0, view)
        return LogRead(
            file: file, position: position, length: end - position, nextOffset: next, hasMore: next < view.limit,
            offsets: view.offsets)
    }

    /// Notes where a consumer goes on, unless the cleaner has put other bytes there since.
    private func remember(_ offset: Int64, in segment: Int64, at position: Int, _ view: ReadView<D>) {
        state.withLock { state in
            guard state.replacements == view.replacements else { return }
            state.hints.remember(offset, in: segment, at: position)
        }
    }

    /// Where visible bytes end in a segment.
    private func end(of segment: SegmentFiles<D>, _ view: ReadView<D>) throws(BatchReadError) -> Int {
        if view.limit >= view.offsets.end { return view.size }
        if let following = view.followingBase, following <= view.limit { return view.size }
        return try segment.locate(view.limit, end: view.size)?.position ?? view.size
    }
}

/// What a read learns under the lock.
struct ReadView<D: Disk>: Sendable {
    /// Nil when there is nothing to read at the offset.
    var segment: SegmentFiles<D>?
    /// Bytes of the segment.
    var size = 0
    /// A position in the segment from which to look for the offset.
    var hint: Int?
    /// Base offset of the next segment.
    var followingBase: Int64?
    /// First offset that may not be seen.
    var limit: Int64
    var offsets: LogOffsets
    /// As in the log's state.
    var replacements = 0
}

extension LogState {
    mutating func view(from offset: Int64, isolation: FetchIsolation) throws(LogError) -> ReadView<D> {
        try checkOpen()
        let offsets = offsets
        guard offset >= startOffset, offset <= endOffset else {
            throw .offsetOutOfRange(requested: offset, start: startOffset, end: endOffset)
        }
        let limit =
            switch isolation {
            case .logEnd: endOffset
            case .highWatermark: offsets.highWatermark
            case .committed: offsets.lastStable
            }
        guard offset < limit else { return ReadView(segment: nil, limit: limit, offsets: offsets) }
        let index = segmentIndex(for: offset)
        let segment = segments[index]
        return ReadView(
            segment: segment.files, size: segment.size, hint: hints.position(of: offset, in: segment.baseOffset),
            followingBase: index + 1 < segments.count ? segments[index + 1].baseOffset : nil, limit: limit,
            offsets: offsets, replacements: replacements)
    }
}

extension LogError {
    init(_ error: BatchReadError) {
        switch error {
        case .disk(let error): self = .storage(error)
        case .defect(let defect, _): self = .invalidBatch(defect)
        }
    }
}
