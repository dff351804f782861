internal import Glibc

extension LogState {
    /// One append, all or nothing; see `PartitionLog.append`.
    mutating func append(
        _ batches: UnsafeMutableBufferPointer<OutgoingBatch>, bytes: UnsafeRawBufferPointer, leaderEpoch: Int32,
        origin: AppendOrigin, now: Int64
    ) throws(LogError) -> AppendResult {
        try checkOpen()
        if let lostSync { throw .storage(lostSync) }
        let stamp: Int64? = configuration.timestampType == .logAppendTime ? now : nil
        try check(batches, size: bytes.count, origin: origin, now: now)
        var decided = ProducerAppend(origin: origin)
        var next = endOffset
        var largest = LargestTimestamp.none
        for index in batches.indices {
            batches[index].assign(
                offset: next, leaderEpoch: leaderEpoch, stamp: stamp, clearsStamp: origin == .client, bytes: bytes)
            let batch = batches[index].batch
            if case .duplicate(let known) = try decided.add(batch, marker: batches[index].marker, in: producers) {
                return duplicate(known, now: now)
            }
            if batch.maxTimestamp > largest.timestamp {
                largest = LargestTimestamp(timestamp: batch.maxTimestamp, offset: batch.lastOffset)
            }
            next = batch.nextOffset
        }
        let first = endOffset
        let rolled: Bool
        do throws(DiskError) {
            rolled = try rollIfDue(size: bytes.count, lastOffset: next - 1, largest: largest, now: now)
            try write(batches, bytes)
        } catch {
            throw .storage(error)
        }
        segments[activeIndex].appended(
            size: bytes.count, lastOffset: next - 1, largest: largest,
            indexInterval: configuration.indexIntervalBytes)
        endOffset = next
        if leaderEpoch >= 0 { assignEpoch(leaderEpoch, startOffset: first) }
        for aborted in producers.apply(decided, endOffset: next) {
            segments[activeIndex].files.transactionIndex.append(aborted)
            segments[activeIndex].hasAbortedTransactions = true
        }
        unflushedRecords &+= next - first
        if unflushedSince == nil { unflushedSince = now }
        return AppendResult(
            baseOffset: first, lastOffset: next - 1, logAppendTime: stamp ?? -1, isDuplicate: false, rolled: rolled,
            logStartOffset: startOffset, logEndOffset: next, wantsFlush: wantsFlush(now: now))
    }

    /// Whether `flush.messages` or `flush.ms` asks for a flush.
    mutating func wantsFlush(now: Int64) -> Bool {
        if unflushedRecords >= configuration.flushMessages { return true }
        guard let unflushedSince else { return false }
        // A clock that was set back must not put the flush off.
        let age = now &- unflushedSince
        return age >= configuration.flushMs || age < 0 && configuration.flushMs != .max
    }

    private mutating func check(
        _ batches: UnsafeMutableBufferPointer<OutgoingBatch>, size: Int, origin: AppendOrigin, now: Int64
    ) throws(LogError) {
        for outgoing in batches {
            let batch = outgoing.batch
            guard batch.size <= configuration.maxMessageBytes || origin == .replication else {
                throw .batchTooLarge(size: batch.size, limit: configuration.maxMessageBytes)
            }
            if origin == .client, configuration.timestampType == .createTime { try checkTime(batch, now: now) }
        }
        guard size <= configuration.segmentBytes else {
            throw .appendExceedsSegment(size: size, limit: configuration.segmentBytes)
        }
    }

    /// The header's first and largest timestamp stand for the records'.
    private mutating func checkTime(_ batch: StoredBatch, now: Int64) throws(LogError) {
        if configuration.timestampAfterMaxMs != .max, batch.maxTimestamp >= 0,
            batch.maxTimestamp.subtractingReportingOverflow(now).partialValue > configuration.timestampAfterMaxMs
        {
            throw .invalidTimestamp(batch.maxTimestamp)
        }
        if configuration.timestampBeforeMaxMs != .max, batch.baseTimestamp >= 0,
            now.subtractingReportingOverflow(batch.baseTimestamp).partialValue > configuration.timestampBeforeMaxMs
        {
            throw .invalidTimestamp(batch.baseTimestamp)
        }
    }

    /// What came before may still be on its way to the device: then the same holds for what came again.
    private mutating func duplicate(_ known: ProducerStateEntry.Batch, now: Int64) -> AppendResult {
        AppendResult(
            baseOffset: known.firstOffset, lastOffset: known.lastOffset,
            logAppendTime: known.timestamp, isDuplicate: true, rolled: false,
            logStartOffset: startOffset, logEndOffset: endOffset, wantsFlush: wantsFlush(now: now))
    }

    private mutating func rollIfDue(
        size: Int, lastOffset: Int64, largest: LargestTimestamp, now: Int64
    ) throws(DiskError) -> Bool {
        guard
            try segments[activeIndex].shouldRoll(
                appending: size, lastOffset: lastOffset, largestTimestamp: largest.timestamp, now: now, configuration)
        else { return false }
        try roll(now: now)
        return true
    }

    /// Heads from our memory, records from the caller's, with one call.
    private mutating func write(
        _ batches: UnsafeMutableBufferPointer<OutgoingBatch>, _ bytes: UnsafeRawBufferPointer
    ) throws(DiskError) {
        let position = segments[activeIndex].size
        let file = try activeFile()
        do throws(DiskError) {
            try withUnsafeTemporaryAllocation(of: iovec.self, capacity: batches.count * 2) {
                (slices) throws(DiskError) in
                for index in batches.indices {
                    let headSize = batches[index].headSize
                    let rest = batches[index].position + headSize
                    slices[index * 2] = iovec(iov_base: headAddress(batches, index), iov_len: headSize)
                    slices[index * 2 + 1] = iovec(
                        iov_base: UnsafeMutableRawPointer(mutating: bytes.baseAddress.map { $0 + rest }),
                        iov_len: batches[index].batch.size - headSize)
                }
                try file.write(slices, at: position)
            }
        } catch {
            hasTornTail = true
            try? dropTornTail()
            throw error
        }
    }

    /// The batches lie in memory that does not move during the append, so an address inside them holds.
    private func headAddress(
        _ batches: UnsafeMutableBufferPointer<OutgoingBatch>, _ index: Int
    ) -> UnsafeMutableRawPointer? {
        guard let base = batches.baseAddress else { return nil }
        return UnsafeMutableRawPointer(base + index) + OutgoingBatch.headOffset
    }
}
