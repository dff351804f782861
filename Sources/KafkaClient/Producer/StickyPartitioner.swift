/// Places records without a key: one partition gets a batch's worth of bytes, then another random one.
///
/// Batches fill up instead of one small batch being started on every partition (KIP-480, KIP-794).
struct StickyPartitioner: Sendable {
    private var current: Int32 = -1
    private var bytes = 0

    /// The partition for a record of `size` bytes, out of those with a leader; nil when there is none.
    mutating func partition(
        forRecordOf size: Int, among available: [Int32], batchSize: Int,
        using generator: inout some RandomNumberGenerator
    ) -> Int32? {
        if current < 0 || bytes >= batchSize || !available.contains(current) {
            guard let next = Self.next(after: current, among: available, using: &generator) else { return nil }
            current = next
            bytes = 0
        }
        let (sum, overflow) = bytes.addingReportingOverflow(size)
        bytes = overflow ? Int.max : sum
        return current
    }

    private static func next(
        after current: Int32, among available: [Int32], using generator: inout some RandomNumberGenerator
    ) -> Int32? {
        guard available.count > 1 else { return available.first }
        let others = available.filter { $0 != current }
        return others.randomElement(using: &generator)
    }
}
