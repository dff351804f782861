import KafkaClient

/// How `groups reset-offsets` finds each partition's new offset.
enum ResetStrategy: Equatable, Sendable {
    case earliest
    case latest
    case current
    case offset(Int64)
    case shift(Int64)
    /// The first record with this timestamp or a later one, in milliseconds since 1970.
    case timestamp(Int64)
}

/// A reset with the offsets that it needs to know; computing is pure.
struct OffsetResetPlan {
    var strategy: ResetStrategy
    var earliest: [TopicPartition: Int64]
    var latest: [TopicPartition: Int64]
    var committed: [TopicPartition: Int64]
    /// Answers to the strategy's timestamp; -1 for none.
    var byTime: [TopicPartition: Int64] = [:]

    /// The new offset. Throws ``CommandFailure`` if there is nothing to shift.
    func offset(of partition: TopicPartition) throws -> Int64 {
        let first = earliest[partition] ?? 0
        let end = latest[partition] ?? first
        switch strategy {
        case .earliest: return first
        case .latest: return end
        case .current: return committed[partition] ?? end
        case .offset(let wanted): return min(max(wanted, first), end)
        case .shift(let count):
            guard let current = committed[partition] else {
                throw CommandFailure(
                    "Cannot shift the offset of \(partition): the group has none there. Use --to-earliest or "
                        + "--to-latest first.")
            }
            let (sum, overflow) = current.addingReportingOverflow(count)
            let wanted = overflow ? (count > 0 ? Int64.max : 0) : sum
            return min(max(wanted, first), end)
        case .timestamp:
            let found = byTime[partition] ?? -1
            return found < 0 ? end : found
        }
    }
}
