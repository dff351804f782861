public import NIOCore

extension WireReader {
    /// A string that must be there.
    public mutating func readString(flexible: Bool) throws(WireError) -> String {
        guard let length = try readStringLength(flexible: flexible) else { throw .nullNotAllowed }
        return try readUTF8(length)
    }

    /// A string, or null if `nullable` says that this version knows null.
    public mutating func readNullableString(flexible: Bool, nullable: Bool = true) throws(WireError) -> String? {
        guard let length = try readStringLength(flexible: flexible) else {
            guard nullable else { throw .nullNotAllowed }
            return nil
        }
        return try readUTF8(length)
    }

    /// Bytes that must be there, as a slice.
    public mutating func readBytes(flexible: Bool) throws(WireError) -> ByteBuffer {
        guard let length = try readBytesLength(flexible: flexible) else { throw .nullNotAllowed }
        return try readSlice(length)
    }

    /// Bytes or null, as a slice.
    public mutating func readNullableBytes(flexible: Bool, nullable: Bool = true) throws(WireError) -> ByteBuffer? {
        guard let length = try readBytesLength(flexible: flexible) else {
            guard nullable else { throw .nullNotAllowed }
            return nil
        }
        return try readSlice(length)
    }

    /// Records that must be there, as a slice.
    public mutating func readRecords(flexible: Bool) throws(WireError) -> Records {
        .bytes(try readBytes(flexible: flexible))
    }

    /// Records or null, as a slice.
    public mutating func readNullableRecords(flexible: Bool, nullable: Bool = true) throws(WireError) -> Records? {
        try readNullableBytes(flexible: flexible, nullable: nullable).map { .bytes($0) }
    }

    /// The next `length` bytes as a slice.
    public mutating func readSlice(_ length: Int) throws(WireError) -> ByteBuffer {
        guard length >= 0 else { throw .negativeLength(length) }
        let start = try advance(length)
        guard let slice = source.getSlice(at: source.readerIndex &+ start, length: length) else {
            throw truncated(length)
        }
        return slice
    }

    private mutating func readUTF8(_ length: Int) throws(WireError) -> String {
        let start = try advance(length)
        let text = UnsafeRawBufferPointer(rebasing: bytes[start..<start &+ length]).assumingMemoryBound(to: UInt8.self)
        // ASCII needs no check, and the initialiser that repairs is three times as fast as the one that checks.
        if isASCII(start, length) {
            return String(decoding: text, as: UTF8.self)
        }
        guard let string = String(validating: text, as: UTF8.self) else { throw .invalidUTF8 }
        return string
    }

    /// Whether none of `length` bytes from `start` on, which lie within the bytes, has its highest bit set.
    private func isASCII(_ start: Int, _ length: Int) -> Bool {
        var bits: UInt64 = 0
        var index = start
        let end = start &+ length
        while index &+ 8 <= end {
            bits |= bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            index &+= 8
        }
        while index < end {
            bits |= UInt64(bytes[index])
            index &+= 1
        }
        return bits & 0x8080_8080_8080_8080 == 0
    }
}
