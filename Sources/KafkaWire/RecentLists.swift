/// Short lists of numbers that a message held before, so that the same list again costs no allocation.
///
/// Replicas repeat: those in sync are mostly all of them, and a cluster of six brokers has thirty ways to place three
/// replicas, however many partitions it has. Taking memory for each list is most of the work of decoding a large
/// Metadata response; half of the lists, or nearly all, are found here instead.
struct RecentLists: ~Copyable {
    /// How many lists are read before any is kept: small messages should not pay for the table.
    private static let patience = 16
    /// Longer lists are not kept; comparing them costs as much as taking memory.
    private static let greatestCount = 8
    private static let bits: UInt64 = 8

    /// One place for each hash; empty until it is worth it.
    private var places: [[Int32]] = []
    private var seen = 0

    /// The list of `count` numbers that the big-endian bytes stand for; a new one, or one that was there before.
    mutating func list(_ bytes: UnsafeRawBufferPointer, count: Int) -> [Int32] {
        guard count > 0 else { return [] }
        guard count <= Self.greatestCount else { return Self.made(bytes, count) }
        guard !places.isEmpty else {
            seen &+= 1
            if seen > Self.patience {
                places = [[Int32]](repeating: [], count: 1 << Int(Self.bits))
            }
            return Self.made(bytes, count)
        }
        let place = Self.hash(bytes, count)
        if Self.isSame(places[place], bytes, count) { return places[place] }
        let list = Self.made(bytes, count)
        places[place] = list
        return list
    }

    private static func hash(_ bytes: UnsafeRawBufferPointer, _ count: Int) -> Int {
        var hash: UInt64 = 0
        for index in 0..<count {
            let word = bytes.loadUnaligned(fromByteOffset: index &* 4, as: UInt32.self)
            hash = (hash ^ UInt64(word)) &* 0x9e37_79b9_7f4a_7c15
        }
        return Int(truncatingIfNeeded: hash >> (64 &- bits))
    }

    private static func isSame(_ list: borrowing [Int32], _ bytes: UnsafeRawBufferPointer, _ count: Int) -> Bool {
        let span = list.span
        guard span.count == count else { return false }
        for index in span.indices
        where span[index].bigEndian != bytes.loadUnaligned(fromByteOffset: index &* 4, as: Int32.self) {
            return false
        }
        return true
    }

    private static func made(_ bytes: UnsafeRawBufferPointer, _ count: Int) -> [Int32] {
        [Int32](unsafeUninitializedCapacity: count) { list, initialized in
            for index in 0..<count {
                let word = bytes.loadUnaligned(fromByteOffset: index &* 4, as: Int32.self)
                list.initializeElement(at: index, to: Int32(bigEndian: word))
            }
            initialized = count
        }
    }
}
