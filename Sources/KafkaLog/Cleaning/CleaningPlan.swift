/// What there is to clean in a log at one moment.
public struct CleaningPlan: Equatable, Sendable {
    /// Below this everything has been cleaned against everything before it.
    public var firstDirtyOffset: Int64
    /// Base offset of the first segment that may not be cleaned: it is active, holds undecided transactions, or is
    /// younger than `min.compaction.lag.ms`.
    public var firstUncleanableOffset: Int64
    /// Bytes of segments that begin below `firstDirtyOffset`.
    public var cleanBytes: Int
    /// Bytes of segments from there to `firstUncleanableOffset`.
    public var cleanableBytes: Int
    /// Something has waited for longer than `max.compaction.lag.ms`.
    public var isOverdue: Bool
    /// What the checkpoint said was no offset of this log: it has to be written anew with `firstDirtyOffset`.
    public var correctsCheckpoint: Bool

    /// Share of the log that is dirty, 0 for an empty one.
    public var dirtyRatio: Double {
        let total = cleanBytes + cleanableBytes
        return total > 0 ? Double(cleanableBytes) / Double(total) : 0
    }

    /// Whether cleaning is due.
    public func isDue(minimumRatio: Double) -> Bool {
        cleanBytes + cleanableBytes > 0 && ((isOverdue && cleanableBytes > 0) || dirtyRatio > minimumRatio)
    }
}

extension LogState {
    /// Kafka's rules (KIP-58, KIP-354) on what may be cleaned. `lastCleaned` is what the checkpoint says.
    mutating func cleaningPlan(lastCleaned: Int64?, now: Int64) throws(DiskError) -> CleaningPlan {
        let isKnown = lastCleaned.map { $0 >= startOffset && $0 <= endOffset } ?? true
        let firstDirty = isKnown ? lastCleaned ?? startOffset : startOffset
        let dirty = firstDirty > segments[activeIndex].baseOffset ? 0..<0 : segmentIndex(for: firstDirty)..<activeIndex
        var uncleanable = min(lastStableOffset, segments[activeIndex].baseOffset)
        var isOverdue = false
        let lag = max(configuration.minCompactionLagMs, 0)
        let mustBefore = now.subtractingReportingOverflow(max(configuration.maxCompactionLagMs, 0))
        for index in dirty {
            if lag > 0, segments[index].baseOffset < uncleanable,
                try segments[index].largestTimestamp().timestamp > now &- lag
            {
                uncleanable = segments[index].baseOffset
            }
            if !mustBefore.overflow, mustBefore.partialValue > 0, segments[index].size > 0 {
                let first = try segments[index].firstBatchTimestamp()
                if first > 0, first < mustBefore.partialValue { isOverdue = true }
            }
        }
        uncleanable = max(firstDirty, uncleanable)
        let firstUncleanable =
            uncleanable >= segments[activeIndex].baseOffset
            ? segments[activeIndex].baseOffset : segments[segmentIndex(for: uncleanable)].baseOffset
        let from = segmentIndex(for: min(firstDirty, firstUncleanable))
        var plan = CleaningPlan(
            firstDirtyOffset: firstDirty, firstUncleanableOffset: firstUncleanable, cleanBytes: 0, cleanableBytes: 0,
            isOverdue: isOverdue, correctsCheckpoint: !isKnown)
        for (index, segment) in segments.enumerated() {
            if segment.baseOffset < firstDirty { plan.cleanBytes += segment.size }
            if index >= from, segment.baseOffset < firstUncleanable { plan.cleanableBytes += segment.size }
        }
        return plan
    }
}
