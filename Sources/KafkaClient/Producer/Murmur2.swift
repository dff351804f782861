/// The 32-bit murmur2 hash with the seed that Kafka's Java client uses to place keyed records.
public enum Murmur2 {
    /// The hash of `bytes`; equal to the Java client's for every input.
    public static func hash(_ bytes: some Collection<UInt8>) -> UInt32 {
        let multiplier: UInt32 = 0x5bd1_e995
        let seed: UInt32 = 0x9747_b28c
        var hash = seed ^ UInt32(truncatingIfNeeded: bytes.count)
        var word: UInt32 = 0
        var filled: UInt32 = 0
        for byte in bytes {
            word |= UInt32(byte) << (filled * 8)
            filled += 1
            if filled == 4 {
                word = word &* multiplier
                word ^= word >> 24
                hash = (hash &* multiplier) ^ (word &* multiplier)
                word = 0
                filled = 0
            }
        }
        if filled > 0 {
            hash = (hash ^ word) &* multiplier
        }
        hash ^= hash >> 13
        hash = hash &* multiplier
        return hash ^ (hash >> 15)
    }

    /// The partition of a keyed record among `count` partitions, as the Java client's default chooses it.
    ///
    /// `count` must be at least 1; anything less gives partition 0.
    public static func partition(forKey key: some Collection<UInt8>, count: Int32) -> Int32 {
        guard count > 1 else { return 0 }
        return Int32(bitPattern: hash(key) & 0x7fff_ffff) % count
    }
}
