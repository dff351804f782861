import NIOCore

extension WireWriter {
    /// The start of a tagged field's value, to be given back when it is written.
    public struct OpenTag: ~Copyable {
        let start: Int
        let externalBytes: Int
    }

    /// The tagged fields of a struct that has none of its own to write.
    @inlinable
    public mutating func writeUnknownTaggedFields(_ unknown: UnknownTaggedFields) throws(WireError) {
        if unknown.isEmpty {
            writeUnsignedVarint(0)
        } else {
            writeUnsignedVarint(UInt32(truncatingIfNeeded: unknown.count))
            var next = 0
            try writeUnknown(unknown, &next, through: .max)
        }
    }

    /// The unknown fields from index `next` on whose tags are at most `last`; called before each known field that is
    /// written and once after them, so that all tags ascend.
    @inlinable
    public mutating func writeUnknown(
        _ unknown: UnknownTaggedFields, _ next: inout Int, through last: UInt32
    ) throws(WireError) {
        while next < unknown.count, unknown.fields[next].tag <= last {
            try writeUnknown(unknown.fields[next], before: last)
            next &+= 1
        }
    }

    /// A field with the tag of a known one that is written as well would make bytes that nobody reads.
    @usableFromInline
    mutating func writeUnknown(_ field: UnknownTaggedFields.Field, before last: UInt32) throws(WireError) {
        guard field.tag < last || last == .max else { throw .tagOutOfOrder(last) }
        let tag = openTag(field.tag)
        field.data.withUnsafeReadableBytes { writeRaw($0) }
        try closeTag(tag)
    }

    /// Begins a tagged field. Its size is not known yet: one byte is left for it, enough for values below 128 bytes.
    public mutating func openTag(_ tag: UInt32) -> OpenTag {
        writeUnsignedVarint(tag)
        offset &+= 1
        return OpenTag(start: offset, externalBytes: externalBytes)
    }

    /// Ends a tagged field: puts its size before the value, which moves if the size takes more than the one byte.
    public mutating func closeTag(_ tag: consuming OpenTag) throws(WireError) {
        let size = offset &- tag.start &+ externalBytes &- tag.externalBytes
        guard size <= Int(Int32.max) else { throw .tooLong(size) }
        let length = UInt32(truncatingIfNeeded: size)
        let extra = Self.sizeOfUnsignedVarint(length) &- 1
        if extra > 0 {
            shift(from: tag.start, by: extra)
        }
        patchVarint(length, at: tag.start &- 1)
    }

    /// How many bytes an unsigned varint takes.
    @inlinable
    public static func sizeOfUnsignedVarint(_ value: UInt32) -> Int {
        (38 &- value.leadingZeroBitCount) / 7 &+ (value == 0 ? 1 : 0)
    }
}
