/// Reads the fields of records out of a region; no read goes past its end.
struct RecordCursor {
    private let bytes: UnsafeRawBufferPointer
    private(set) var position: Int
    let end: Int

    init(_ bytes: UnsafeRawBufferPointer, from position: Int = 0) {
        self.bytes = bytes
        self.position = min(max(0, position), bytes.count)
        end = bytes.count
    }

    /// A part of the cursor's region that begins at its position; the caller has checked that it is there.
    private init(_ bytes: UnsafeRawBufferPointer, from position: Int, to end: Int) {
        self.bytes = bytes
        self.position = position
        self.end = end
    }

    var remaining: Int { end - position }

    mutating func byte() throws(RecordError) -> UInt8 {
        guard position < end else { throw .malformedRecord }
        defer { position += 1 }
        return bytes[position]
    }

    /// A zigzag varint of at most five bytes.
    @inline(__always)
    mutating func varint() throws(RecordError) -> Int32 {
        let value = UInt32(truncatingIfNeeded: try unsigned(upTo: 5))
        return Int32(bitPattern: value >> 1) ^ -Int32(bitPattern: value & 1)
    }

    /// A zigzag varint of at most ten bytes.
    @inline(__always)
    mutating func varlong() throws(RecordError) -> Int64 {
        let value = try unsigned(upTo: 10)
        return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
    }

    /// Most varints of a record are one byte: that case is in line, the loop is not.
    @inline(__always)
    private mutating func unsigned(upTo most: Int) throws(RecordError) -> UInt64 {
        guard position < end else { throw .malformedRecord }
        let first = bytes[position]
        position += 1
        return first < 0x80 ? UInt64(first) : try unsigned(first, upTo: most)
    }

    @inline(never)
    private mutating func unsigned(_ first: UInt8, upTo most: Int) throws(RecordError) -> UInt64 {
        var value = UInt64(first & 0x7f)
        var shift: UInt64 = 7
        for _ in 1..<most {
            guard position < end else { throw .malformedRecord }
            let next = bytes[position]
            position += 1
            value |= UInt64(next & 0x7f) << shift
            if next < 0x80 { return value }
            shift += 7
        }
        throw .malformedRecord
    }

    /// Bytes behind a varint length; nil for a negative length, which stands for null.
    @inline(__always)
    mutating func sized() throws(RecordError) -> Range<Int>? {
        let length = try varint()
        guard length >= 0 else { return nil }
        return try take(Int(length))
    }

    @inline(__always)
    mutating func take(_ count: Int) throws(RecordError) -> Range<Int> {
        guard count >= 0, count <= remaining else { throw .malformedRecord }
        defer { position += count }
        return position..<position + count
    }

    /// A cursor over the next `count` bytes, which this one steps over.
    mutating func part(_ count: Int) throws(RecordError) -> RecordCursor {
        guard count >= 0, count <= remaining else { throw .invalidRecordLength(count) }
        defer { position += count }
        return RecordCursor(bytes, from: position, to: position + count)
    }
}
