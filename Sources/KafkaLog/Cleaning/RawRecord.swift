/// Where one record of a batch lies, as far as the cleaner asks: found without allocation and without looking at the
/// record's headers, which stay as they are.
struct RawRecord {
    /// First byte of the record's length.
    var start: Int
    /// Behind the record.
    var end: Int
    /// Where the length ends and the record's attributes are.
    var body: Int
    /// Behind the timestamp delta: from here on the bytes do not depend on the batch's base timestamp.
    var afterTimestamp: Int
    var timestampDelta: Int64
    var offsetDelta: Int32
    var keyStart: Int
    /// -1: no key.
    var keyCount: Int
    var hasValue: Bool

    @inline(__always)
    func key(in bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: bytes.baseAddress.map { $0 + keyStart }, count: keyCount)
    }
}

/// Walks over the records of a batch's (decompressed) bytes. Every length is checked before it is followed.
struct RawRecordWalk {
    private let bytes: UnsafeRawBufferPointer
    private(set) var position: Int

    init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
        position = 0
    }

    /// The next record; nil when the bytes are none. The caller knows how many there are.
    @inline(__always)
    mutating func next() -> RawRecord? {
        let start = position
        guard let length = varint(), length > 0, length <= Int64(bytes.count - position) else { return nil }
        let body = position
        let end = body + Int(length)
        position += 1
        guard let timestampDelta = varint() else { return nil }
        let afterTimestamp = position
        guard let offsetDelta = varint(), let keyLength = varint(), position <= end else { return nil }
        let keyStart = position
        let keyCount = keyLength < 0 ? -1 : Int(truncatingIfNeeded: keyLength)
        if keyCount > 0 {
            guard keyCount <= end - position else { return nil }
            position += keyCount
        }
        guard let valueLength = varint(), position <= end, valueLength <= Int64(end - position) else { return nil }
        position = end
        return RawRecord(
            start: start, end: end, body: body, afterTimestamp: afterTimestamp, timestampDelta: timestampDelta,
            offsetDelta: Int32(truncatingIfNeeded: offsetDelta), keyStart: keyStart, keyCount: keyCount,
            hasValue: valueLength >= 0)
    }

    /// A zigzag varint; most are one byte.
    @inline(__always)
    private mutating func varint() -> Int64? {
        guard position < bytes.count else { return nil }
        let byte = bytes[position]
        position += 1
        if byte < 0x80 { return Int64(byte >> 1) ^ -Int64(byte & 1) }
        return longVarint(UInt64(byte & 0x7f))
    }

    @inline(never)
    private mutating func longVarint(_ first: UInt64) -> Int64? {
        var value = first
        var shift: UInt64 = 7
        while position < bytes.count, shift < 64 {
            let byte = bytes[position]
            position += 1
            value |= UInt64(byte & 0x7f) << shift
            if byte < 0x80 { return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1) }
            shift += 7
        }
        return nil
    }
}
