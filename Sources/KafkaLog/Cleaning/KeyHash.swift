/// A 128-bit hash of record keys: SipHash with one round a word and three at the end, keyed at random.
///
/// The cleaner takes equal hashes for equal keys, as Kafka does with MD5, so no producer may be able to choose keys that
/// collide; the random key takes care of that at a third of MD5's cost.
struct KeyHash {
    private let first: UInt64
    private let second: UInt64

    init(_ first: UInt64, _ second: UInt64) {
        self.first = first
        self.second = second
    }

    /// Never zero in both halves: that stands for an empty slot.
    @inline(__always)
    func callAsFunction(_ key: UnsafeRawBufferPointer) -> (UInt64, UInt64) {
        var v0 = first ^ 0x736f_6d65_7073_6575
        var v1 = second ^ 0x646f_7261_6e64_6f6d ^ 0xee
        var v2 = first ^ 0x6c79_6765_6e65_7261
        var v3 = second ^ 0x7465_6462_7974_6573
        let whole = key.count & ~7
        var position = 0
        while position < whole {
            let word = UInt64(littleEndian: key.loadUnaligned(fromByteOffset: position, as: UInt64.self))
            v3 ^= word
            Self.round(&v0, &v1, &v2, &v3)
            v0 ^= word
            position += 8
        }
        var last = UInt64(truncatingIfNeeded: key.count) << 56
        var shift: UInt64 = 0
        while position < key.count {
            last |= UInt64(key[position]) << shift
            shift += 8
            position += 1
        }
        v3 ^= last
        Self.round(&v0, &v1, &v2, &v3)
        v0 ^= last
        v2 ^= 0xee
        for _ in 0..<3 { Self.round(&v0, &v1, &v2, &v3) }
        let low = v0 ^ v1 ^ v2 ^ v3
        v1 ^= 0xdd
        for _ in 0..<3 { Self.round(&v0, &v1, &v2, &v3) }
        let high = v0 ^ v1 ^ v2 ^ v3
        return low | high == 0 ? (1, 1) : (low, high)
    }

    @inline(__always)
    private static func round(_ v0: inout UInt64, _ v1: inout UInt64, _ v2: inout UInt64, _ v3: inout UInt64) {
        v0 &+= v1
        v1 = (v1 << 13 | v1 >> 51) ^ v0
        v0 = v0 << 32 | v0 >> 32
        v2 &+= v3
        v3 = (v3 << 16 | v3 >> 48) ^ v2
        v0 &+= v3
        v3 = (v3 << 21 | v3 >> 43) ^ v0
        v2 &+= v1
        v1 = (v1 << 17 | v1 >> 47) ^ v2
        v2 = v2 << 32 | v2 >> 32
    }
}
