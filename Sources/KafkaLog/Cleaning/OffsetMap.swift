internal import CFileShims
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
    private let size: Int
    private let hash: KeyHash
    let slots: Int
    /// Entries it takes.
    let limit: Int
    private(set) var count = 0
    /// Everything up to this offset has been taken in.
    var latestOffset: Int64 = -1

    /// Nil when not even one key fits, or when there is no memory. Pages of the block are not touched before they are
    /// needed; large ones are asked for, as nearly every access is to a page of its own.
    init?(bytes: Int, loadFactor: Double, hash: KeyHash) {
        let slots = bytes / Self.bytesPerEntry
        let limit = Int(Double(slots) * min(max(loadFactor, 0), 1))
        guard limit > 1, let block = Self.allocate(slots * Self.bytesPerEntry) else { return nil }
        memory = block
        size = slots * Self.bytesPerEntry
        self.hash = hash
        self.slots = slots
        // One slot stays empty, or the search for a key that is not there would not end.
        self.limit = min(limit, slots - 1)
    }

    private static func allocate(_ size: Int) -> UnsafeMutableRawPointer? {
        let block = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
        guard let block, block != UnsafeMutableRawPointer(bitPattern: -1) else { return nil }
        _ = madvise(block, size, Int32(MADV_HUGEPAGE))
        return block
    }

    deinit {
        munmap(memory, size)
    }

    /// A key as the map knows it.
    struct Key {
        var low: UInt64
        var high: UInt64
    }

    /// Works out where a key is and has the processor fetch that, for a `put` or a look-up a little later.
    @inline(__always)
    func prepare(_ key: UnsafeRawBufferPointer) -> Key {
        let (low, high) = hash(key)
        martlet_prefetch(memory + start(low) * Self.bytesPerEntry)
        return Key(low: low, high: high)
    }

    /// Notes the offset of a key, over an older one. False when the key is new and the map is full.
    @inline(__always)
    mutating func put(_ key: Key, offset: Int64) -> Bool {
        var slot = start(key.low)
        while true {
            let entry = memory + slot * Self.bytesPerEntry
            let (low, high) = (entry.load(as: UInt64.self), entry.load(fromByteOffset: 8, as: UInt64.self))
            if low == key.low, high == key.high {
                entry.storeBytes(of: offset, toByteOffset: 16, as: Int64.self)
                return true
            }
            if low | high == 0 {
                guard count < limit else { return false }
                entry.storeBytes(of: key.low, as: UInt64.self)
                entry.storeBytes(of: key.high, toByteOffset: 8, as: UInt64.self)
                entry.storeBytes(of: offset, toByteOffset: 16, as: Int64.self)
                count += 1
                return true
            }
            slot = slot + 1 == slots ? 0 : slot + 1
        }
    }

    /// The offset of a key, -1 when it is not there.
    @inline(__always)
    func offset(of key: Key) -> Int64 {
        var slot = start(key.low)
        while true {
            let entry = memory + slot * Self.bytesPerEntry
            let (low, high) = (entry.load(as: UInt64.self), entry.load(fromByteOffset: 8, as: UInt64.self))
            if low == key.low, high == key.high { return entry.load(fromByteOffset: 16, as: Int64.self) }
            if low | high == 0 { return -1 }
            slot = slot + 1 == slots ? 0 : slot + 1
        }
    }

    mutating func put(_ key: UnsafeRawBufferPointer, offset: Int64) -> Bool { put(prepare(key), offset: offset) }

    func offset(of key: UnsafeRawBufferPointer) -> Int64 { offset(of: prepare(key)) }

    @inline(__always)
    private func start(_ hash: UInt64) -> Int {
        Int(truncatingIfNeeded: hash.multipliedFullWidth(by: UInt64(slots)).high)
    }
}
