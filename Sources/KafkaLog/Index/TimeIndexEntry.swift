/// An entry of `.timeindex`: the largest timestamp so far and the last offset of the batch that brought it,
/// relative to the segment's base.
struct TimeIndexEntry: IndexEntry {
    static var size: Int { 12 }

    var timestamp: Int64
    var relativeOffset: Int32

    init(timestamp: Int64, relativeOffset: Int32) {
        self.timestamp = timestamp
        self.relativeOffset = relativeOffset
    }

    init(loading bytes: UnsafeRawBufferPointer) {
        timestamp = bytes.bigEndian(at: 0)
        relativeOffset = bytes.bigEndian(at: 8)
    }

    func store(into bytes: UnsafeMutableRawBufferPointer) {
        bytes.storeBigEndian(timestamp, at: 0)
        bytes.storeBigEndian(relativeOffset, at: 8)
    }

    var isZero: Bool { timestamp == 0 && relativeOffset == 0 }
}
