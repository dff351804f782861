/// An entry of `.index`: the last offset of a batch, relative to the segment's base, and the batch's byte position.
struct OffsetIndexEntry: IndexEntry {
    static var size: Int { 8 }

    var relativeOffset: Int32
    var position: Int32

    init(relativeOffset: Int32, position: Int32) {
        self.relativeOffset = relativeOffset
        self.position = position
    }

    init(loading bytes: UnsafeRawBufferPointer) {
        relativeOffset = bytes.bigEndian(at: 0)
        position = bytes.bigEndian(at: 4)
    }

    func store(into bytes: UnsafeMutableRawBufferPointer) {
        bytes.storeBigEndian(relativeOffset, at: 0)
        bytes.storeBigEndian(position, at: 4)
    }

    var isZero: Bool { relativeOffset == 0 && position == 0 }
}
