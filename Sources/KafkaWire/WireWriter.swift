/// A cursor over a fixed region of memory. Past the region's end it stores nothing and only counts, so that whoever
/// started it can make room and start over; until then no write looks at more than the region's size.
///
/// It is valid only inside the methods of `ByteBuffer` that write messages and frames.
public struct WireWriter: ~Copyable {
    @usableFromInline let base: UnsafeMutableRawBufferPointer
    /// How many bytes are written or counted, without those of splices.
    public var position: Int {
        @inlinable get { offset }
    }
    @usableFromInline var offset = 0
    /// The places where external records belong; positions count from the start of the region.
    public private(set) var splices: [Splice] = []
    /// The sum of the lengths of the splices.
    public private(set) var externalBytes = 0

    @usableFromInline
    init(region: UnsafeMutableRawBufferPointer) {
        self.base = region
    }

    /// Whether everything so far found room.
    @inlinable
    public var fits: Bool { offset <= base.count }

    @inlinable
    @inline(__always)
    mutating func writeInteger<T: FixedWidthInteger & BitwiseCopyable>(_ value: T) {
        let start = offset
        offset = start &+ MemoryLayout<T>.size
        if offset <= base.count {
            base.storeBytes(of: value.bigEndian, toByteOffset: start, as: T.self)
        }
    }

    /// One byte.
    @inlinable
    public mutating func writeBool(_ value: Bool) {
        writeInteger(value ? 1 : 0 as UInt8)
    }

    /// One byte.
    @inlinable
    public mutating func writeInt8(_ value: Int8) {
        writeInteger(value)
    }

    /// Two bytes.
    @inlinable
    public mutating func writeInt16(_ value: Int16) {
        writeInteger(value)
    }

    /// Two bytes, unsigned.
    @inlinable
    public mutating func writeUInt16(_ value: UInt16) {
        writeInteger(value)
    }

    /// Four bytes.
    @inlinable
    public mutating func writeInt32(_ value: Int32) {
        writeInteger(value)
    }

    /// Four bytes, unsigned.
    @inlinable
    public mutating func writeUInt32(_ value: UInt32) {
        writeInteger(value)
    }

    /// Eight bytes.
    @inlinable
    public mutating func writeInt64(_ value: Int64) {
        writeInteger(value)
    }

    /// Eight bytes in IEEE 754 form.
    @inlinable
    public mutating func writeFloat64(_ value: Double) {
        writeInteger(value.bitPattern)
    }

    /// Sixteen bytes.
    @inlinable
    public mutating func writeUuid(_ value: Uuid) {
        writeInteger(value.high)
        writeInteger(value.low)
    }

    /// An unsigned integer, seven bits to a byte, least significant first.
    @inlinable
    public mutating func writeUnsignedVarint(_ value: UInt32) {
        if value < 0x80 {
            writeInteger(UInt8(truncatingIfNeeded: value))
        } else {
            writeLongVarint(UInt64(value))
        }
    }

    /// A signed integer in zigzag form.
    public mutating func writeVarint(_ value: Int32) {
        writeLongVarint(UInt64(UInt32(bitPattern: (value << 1) ^ (value >> 31))))
    }

    /// A signed integer in zigzag form.
    public mutating func writeVarlong(_ value: Int64) {
        writeLongVarint(UInt64(bitPattern: (value << 1) ^ (value >> 63)))
    }

    @usableFromInline
    @inline(never)
    mutating func writeLongVarint(_ value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            writeInteger(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        writeInteger(UInt8(truncatingIfNeeded: rest))
    }

    /// Copies bytes as they are.
    public mutating func writeRaw(_ bytes: UnsafeRawBufferPointer) {
        let start = offset
        offset = start &+ bytes.count
        if offset <= base.count {
            UnsafeMutableRawBufferPointer(rebasing: base[start..<offset]).copyMemory(from: bytes)
        }
    }

    /// Notes that bytes from elsewhere belong here.
    mutating func splice(length: Int, token: Int) {
        splices.append(Splice(position: offset, token: token, length: length))
        externalBytes &+= length
    }

    /// Stores a number at a place that was written before.
    mutating func patchInt32(_ value: Int32, at start: Int) {
        if start &+ 4 <= base.count {
            base.storeBytes(of: value.bigEndian, toByteOffset: start, as: Int32.self)
        }
    }

    /// Moves what was written since `start` by `distance` bytes, to make room before it.
    mutating func shift(from start: Int, by distance: Int) {
        let end = offset
        offset = end &+ distance
        if offset <= base.count {
            let target = UnsafeMutableRawBufferPointer(rebasing: base[start &+ distance..<offset])
            target.copyMemory(from: UnsafeRawBufferPointer(rebasing: base[start..<end]))
        }
        for index in splices.indices.reversed() where splices[index].position >= start {
            splices[index].position &+= distance
        }
    }

    /// Writes a varint over bytes that were left free for it.
    mutating func patchVarint(_ value: UInt32, at start: Int) {
        let end = offset
        offset = start
        writeUnsignedVarint(value)
        offset = end
    }
}
