public import NIOCore

extension WireWriter {
    /// A string; longer than 32,767 bytes throws.
    public mutating func writeString(_ value: String, flexible: Bool) throws(WireError) {
        var value = value
        let length = value.utf8.count
        guard length <= Int(Int16.max) else { throw .stringTooLong(length) }
        if flexible {
            writeUnsignedVarint(UInt32(truncatingIfNeeded: length &+ 1))
        } else {
            writeInt16(Int16(truncatingIfNeeded: length))
        }
        value.withUTF8 { writeRaw(UnsafeRawBufferPointer($0)) }
    }

    /// A string, or null if `nullable` says that this version knows null.
    public mutating func writeNullableString(
        _ value: String?, flexible: Bool, nullable: Bool = true
    ) throws(WireError) {
        if let value {
            try writeString(value, flexible: flexible)
        } else {
            guard nullable else { throw .nullNotAllowed }
            if flexible { writeUnsignedVarint(0) } else { writeInt16(-1) }
        }
    }

    /// Bytes behind their length.
    public mutating func writeBytes(_ value: ByteBuffer, flexible: Bool) throws(WireError) {
        try writeLength(value.readableBytes, flexible: flexible)
        value.withUnsafeReadableBytes { writeRaw($0) }
    }

    /// Bytes, or null if `nullable` says that this version knows null.
    public mutating func writeNullableBytes(
        _ value: ByteBuffer?, flexible: Bool, nullable: Bool = true
    ) throws(WireError) {
        if let value {
            try writeBytes(value, flexible: flexible)
        } else {
            try writeNull(flexible: flexible, nullable: nullable)
        }
    }

    /// Records behind their length; of external ones only the length and a splice.
    public mutating func writeRecords(_ value: Records, flexible: Bool) throws(WireError) {
        switch value {
        case .bytes(let buffer):
            try writeBytes(buffer, flexible: flexible)
        case .external(let length, let token):
            guard length >= 0 else { throw .negativeLength(length) }
            try writeLength(length, flexible: flexible)
            splice(length: length, token: token)
        }
    }

    /// Records, or null if `nullable` says that this version knows null.
    public mutating func writeNullableRecords(
        _ value: Records?, flexible: Bool, nullable: Bool = true
    ) throws(WireError) {
        if let value {
            try writeRecords(value, flexible: flexible)
        } else {
            try writeNull(flexible: flexible, nullable: nullable)
        }
    }

    /// A length or count of at most 2,147,483,646: four bytes, or a varint of one more than it.
    @usableFromInline
    mutating func writeLength(_ length: Int, flexible: Bool) throws(WireError) {
        guard length < Int(Int32.max) else { throw .tooLong(length) }
        if flexible {
            writeUnsignedVarint(UInt32(truncatingIfNeeded: length &+ 1))
        } else {
            writeInt32(Int32(truncatingIfNeeded: length))
        }
    }

    /// The length that stands for null, of anything but a string.
    @usableFromInline
    mutating func writeNull(flexible: Bool, nullable: Bool) throws(WireError) {
        guard nullable else { throw .nullNotAllowed }
        if flexible { writeUnsignedVarint(0) } else { writeInt32(-1) }
    }
}
