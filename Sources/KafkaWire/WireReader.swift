public import NIOCore

/// A cursor over the readable bytes of a buffer: it checks every read against what is left, never traps and takes
/// no memory that the size of the input does not justify.
///
/// It is valid only inside ``NIOCore/ByteBuffer/withWireReader(_:)``. Bytes and records become slices of the buffer
/// it stands on, without a copy; they keep that buffer's storage alive.
public struct WireReader: ~Copyable {
    @usableFromInline let bytes: UnsafeRawBufferPointer
    /// Shares its storage with `bytes`, and its reader index stands at their start.
    @usableFromInline let source: ByteBuffer
    @usableFromInline var offset = 0
    @usableFromInline var memoryBudget: Int
    /// Lists of numbers that were read before; most messages never fill it.
    var recentLists = RecentLists()

    @usableFromInline
    init(bytes: UnsafeRawBufferPointer, source: ByteBuffer) {
        self.bytes = bytes
        self.source = source
        self.memoryBudget = Self.defaultMemoryBudget(for: bytes.count)
    }

    /// How much memory the arrays of a message of `length` bytes may take once decoded. An element of one byte can
    /// become a struct of a hundred, so the number of bytes alone would not bound what a frame can make us allocate.
    @inlinable
    public static func defaultMemoryBudget(for length: Int) -> Int {
        (32 << 20) + (length << 3)
    }

    /// How far it has read, in bytes from where it started.
    @inlinable
    public var position: Int { offset }

    /// How many bytes are left.
    @inlinable
    public var remaining: Int { bytes.count &- offset }

    /// Moves over `count` bytes and returns where they start.
    @inlinable
    @inline(__always)
    mutating func advance(_ count: Int) throws(WireError) -> Int {
        let start = offset
        guard count <= bytes.count &- start else { throw truncated(count) }
        offset = start &+ count
        return start
    }

    @usableFromInline
    @inline(never)
    func truncated(_ needed: Int) -> WireError {
        .truncated(needed: needed, available: remaining)
    }

    @inlinable
    @inline(__always)
    mutating func readInteger<T: FixedWidthInteger & BitwiseCopyable>(_: T.Type) throws(WireError) -> T {
        let start = try advance(MemoryLayout<T>.size)
        return T(bigEndian: bytes.loadUnaligned(fromByteOffset: start, as: T.self))
    }

    /// One byte; anything but zero is true.
    @inlinable
    public mutating func readBool() throws(WireError) -> Bool {
        try readInteger(UInt8.self) != 0
    }

    /// One byte.
    @inlinable
    public mutating func readInt8() throws(WireError) -> Int8 {
        try readInteger(Int8.self)
    }

    /// Two bytes.
    @inlinable
    public mutating func readInt16() throws(WireError) -> Int16 {
        try readInteger(Int16.self)
    }

    /// Two bytes, unsigned.
    @inlinable
    public mutating func readUInt16() throws(WireError) -> UInt16 {
        try readInteger(UInt16.self)
    }

    /// Four bytes.
    @inlinable
    public mutating func readInt32() throws(WireError) -> Int32 {
        try readInteger(Int32.self)
    }

    /// Four bytes, unsigned.
    @inlinable
    public mutating func readUInt32() throws(WireError) -> UInt32 {
        try readInteger(UInt32.self)
    }

    /// Eight bytes.
    @inlinable
    public mutating func readInt64() throws(WireError) -> Int64 {
        try readInteger(Int64.self)
    }

    /// Eight bytes in IEEE 754 form.
    @inlinable
    public mutating func readFloat64() throws(WireError) -> Double {
        Double(bitPattern: try readInteger(UInt64.self))
    }

    /// Sixteen bytes.
    @inlinable
    public mutating func readUuid() throws(WireError) -> Uuid {
        let start = try advance(16)
        return Uuid(
            high: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)),
            low: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: start &+ 8, as: UInt64.self)))
    }

    /// An unsigned integer of at most 32 bits, seven to a byte, least significant first.
    @inlinable
    public mutating func readUnsignedVarint() throws(WireError) -> UInt32 {
        if offset < bytes.count, bytes[offset] < 0x80 {
            let value = UInt32(bytes[offset])
            offset &+= 1
            return value
        }
        return UInt32(truncatingIfNeeded: try readLongVarint(maximumBytes: 5))
    }

    /// A signed integer of at most 32 bits in zigzag form.
    public mutating func readVarint() throws(WireError) -> Int32 {
        let value = try readUnsignedVarint()
        return Int32(bitPattern: value >> 1) ^ -Int32(bitPattern: value & 1)
    }

    /// A signed integer of at most 64 bits in zigzag form.
    public mutating func readVarlong() throws(WireError) -> Int64 {
        let value = try readLongVarint(maximumBytes: 10)
        return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
    }

    /// Bits above those of the type, in the last byte, are dropped, as Kafka's own reader does.
    @usableFromInline
    @inline(never)
    mutating func readLongVarint(maximumBytes: Int) throws(WireError) -> UInt64 {
        var value: UInt64 = 0
        for index in 0..<maximumBytes {
            let byte = bytes[try advance(1)]
            value |= UInt64(byte & 0x7F) << UInt64(7 &* index)
            if byte < 0x80 { return value }
        }
        throw .varintTooLong
    }
}
