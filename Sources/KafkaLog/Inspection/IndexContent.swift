/// The entries of an index file as they lie there.
struct IndexContent<Entry: IndexEntry> {
    private(set) var entries: [Entry] = []
    /// Bytes behind the last whole entry.
    private(set) var oddBytes = 0
    /// Zeros behind the entries, as in a file that was allocated ahead.
    private(set) var hasZeroTail = false

    /// Nil when there is no such file.
    init?<D: Disk>(_ disk: D, _ path: String) throws(DiskError) {
        guard let bytes = try disk.readSmallFile(path, limit: 1 << 30) else { return nil }
        oddBytes = bytes.count % Entry.size
        bytes.withUnsafeBytes { bytes in
            let count = bytes.count / Entry.size
            func entry(_ index: Int) -> Entry {
                Entry(loading: UnsafeRawBufferPointer(rebasing: bytes[(index * Entry.size)...]))
            }
            for index in 0..<count {
                let one = entry(index)
                // The first entry may stand for offset and byte or time 0; then there is another, or no more room.
                if one.isZero, index > 0 || (count > 1 && entry(1).isZero) {
                    hasZeroTail = true
                    return
                }
                entries.append(one)
            }
        }
    }
}
