/// Which partition of an internal topic a group or transactional id lives in: the absolute value of Java's
/// `String.hashCode`, modulo the partition count, so that a log written by Kafka keeps its groups where they are.
enum GroupPartitioner {
    static func partition(for key: String, count: Int32) -> Int32 {
        let hash = asciiHash(key) ?? key.utf16.reduce(into: Int32(0)) { $0 = $0 &* 31 &+ Int32($1) }
        // As Kafka's `Utils.abs`: the sign bit goes, and the one value without a positive twin becomes 0.
        let positive = hash == .min ? 0 : abs(hash)
        return positive % max(count, 1)
    }

    /// The same over the bytes, for the names that have nothing but ASCII in them; nil for others. Every heartbeat
    /// asks, and decoding UTF-16 shows in its time.
    private static func asciiHash(_ key: String) -> Int32? {
        var key = key
        return key.withUTF8 { bytes in
            var hash: Int32 = 0
            for byte in bytes {
                guard byte < 0x80 else { return nil }
                hash = hash &* 31 &+ Int32(byte)
            }
            return hash
        }
    }
}
