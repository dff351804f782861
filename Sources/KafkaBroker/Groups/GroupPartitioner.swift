/// Which partition of an internal topic a group or transactional id lives in: the absolute value of Java's
/// `String.hashCode`, modulo the partition count, so that a log written by Kafka keeps its groups where they are.
enum GroupPartitioner {
    static func partition(for key: String, count: Int32) -> Int32 {
        var hash: Int32 = 0
        for unit in key.utf16 { hash = hash &* 31 &+ Int32(unit) }
        // As Kafka's `Utils.abs`: the sign bit goes, and the one value without a positive twin becomes 0.
        let positive = hash == .min ? 0 : abs(hash)
        return positive % max(count, 1)
    }
}
