internal import Glibc

/// The newest offset of every key in the part of a log that is being cleaned: open addressing over one block of memory,
/// 24 bytes an entry (a 16-byte hash and the offset), as large as Kafka's, so that the same
/// `log.cleaner.dedupe.buffer.size` holds the same number of keys.
///
/// Unsafe memory because the cleaner asks it twice a record: the checks and the reference counts of an array were a
/// third of the cleaner's time.
struct OffsetMap: ~Copyable {
    static let bytesPerEntry = 24

    private let memory: UnsafeMutableRawPointer
    private let hash: KeyHash
    let slots: Int
    /// Entries it takes.
    let limit: Int
    private(set) var count = 0
    /// Everything up to this offset has been taken in.
    var latestOffset: Int64 = -1

    /// Nil when not even one key fits, or when there is no memory. Pages of the block are not touched before they are
    /// needed.
    init?(bytes: Int, loadFactor: Double, hash: KeyHash) {
        let slots = bytes / Self.bytesPerEntry
        let limit = Int(Double(slots) * min(max(loadFactor, 0), 1))
        guard limit > 1, limit < slots || slots > 2, let memory = calloc(slots, Self.bytesPerEntry) else { return nil }
        self.memory = memory
        self.hash = hash
        self.slots = slots
        // One slot stays empty, or the search for a key that is not there would not end.
        self.limit = min(limit, slots - 1)
    }

    deinit {
        free(memory)
    }

    /// Notes the offset of a key, over an older one. False when the key is new and the map is full.
    @inline(__always)
    mutating func put(_ key: UnsafeRawBufferPointer, offset: Int64) -> Bool {
        let (low, high) = hash(key)
        var slot = start(low)
        while true {
            let entry = memory + slot * Self.bytesPerEntry
            let (storedLow, storedHigh) = (
                entry.load(as: UInt64.self), entry.load(fromByteOffset: 8, as: UInt64.self)
            )
            if storedLow == low, storedHigh == high {
                entry.storeBytes(of: offset, toByteOffset: 16, as: Int64.self)
                return true
            }
            if storedLow | storedHigh == 0 {
                guard count < limit else { return false }
                entry.storeBytes(of: low, as: UInt64.self)
                entry.storeBytes(of: high, toByteOffset: 8, as: UInt64.self)
                entry.storeBytes(of: offset, toByteOffset: 16, as: Int64.self)
                count += 1
                return true
            }
            slot = slot + 1 == slots ? 0 : slot + 1
        }
    }

    /// The offset of a key, -1 when it is not there.
    @inline(__always)
    func offset(of key: UnsafeRawBufferPointer) -> Int64 {
        let (low, high) = hash(key)
        var slot = start(low)
        while true {
            let entry = memory + slot * Self.bytesPerEntry
            let (storedLow, storedHigh) = (
                entry.load(as: UInt64.self), entry.load(fromByteOffset: 8, as: UInt64.self)
            )
            if storedLow == low, storedHigh == high { return entry.load(fromByteOffset: 16, as: Int64.self) }
            if storedLow | storedHigh == 0 { return -1 }
            slot = slot + 1 == slots ? 0 : slot + 1
        }
    }

    @inline(__always)
    private func start(_ hash: UInt64) -> Int {
        Int(truncatingIfNeeded: hash.multipliedFullWidth(by: UInt64(slots)).high)
    }
}
