extension WireReader {
    /// Where the reader stands in a section of tagged fields.
    public struct TaggedFields: ~Copyable {
        var left: UInt32
        var tag: UInt32?
        var end = 0
    }

    /// The tagged fields of a struct that knows none itself.
    @inlinable
    public mutating func readUnknownTaggedFields() throws(WireError) -> UnknownTaggedFields {
        if offset < bytes.count, bytes[offset] == 0 {
            offset &+= 1
            return UnknownTaggedFields()
        }
        return try readSomeUnknownTaggedFields()
    }

    @usableFromInline
    @inline(never)
    mutating func readSomeUnknownTaggedFields() throws(WireError) -> UnknownTaggedFields {
        var section = try startTaggedFields()
        var unknown = UnknownTaggedFields()
        while let tag = try nextTag(&section) {
            try keepUnknownField(tag, of: section, in: &unknown)
        }
        return unknown
    }

    /// Reads how many tagged fields follow. The caller then asks ``nextTag(_:)`` until there is none, and reads
    /// each value or keeps it with ``keepUnknownField(_:of:in:)``.
    public mutating func startTaggedFields() throws(WireError) -> TaggedFields {
        TaggedFields(left: try readUnsignedVarint(), tag: nil)
    }

    /// The tag of the next field, after checking that the one before was read to its end and has a lower tag.
    public mutating func nextTag(_ section: inout TaggedFields) throws(WireError) -> UInt32? {
        if let tag = section.tag, offset != section.end { throw .tagSizeMismatch(tag: tag) }
        guard section.left > 0 else { return nil }
        section.left &-= 1
        let tag = try readUnsignedVarint()
        if let previous = section.tag, tag <= previous { throw .tagOutOfOrder(tag) }
        let size = Int(try readUnsignedVarint())
        guard size <= remaining else { throw .lengthExceedsRemaining(length: size, remaining: remaining) }
        section.tag = tag
        section.end = offset &+ size
        return tag
    }

    /// Keeps the value of a field that is not known.
    public mutating func keepUnknownField(
        _ tag: UInt32, of section: borrowing TaggedFields, in unknown: inout UnknownTaggedFields
    ) throws(WireError) {
        try spend(MemoryLayout<UnknownTaggedFields.Field>.stride)
        unknown.append(.init(tag: tag, data: try readSlice(section.end &- offset)))
    }
}
