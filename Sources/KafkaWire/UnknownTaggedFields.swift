public import NIOCore

/// The tagged fields of a struct that this version of the protocol does not know (KIP-482), in ascending order of tags.
///
/// They are kept as they came and written again among the known ones. Having none costs no allocation.
public struct UnknownTaggedFields: Sendable {
    /// One field: its number and its undecoded value.
    public struct Field: Sendable, Equatable {
        /// The number of the field, unique within its struct.
        public let tag: UInt32
        /// The value without its size prefix.
        public let data: ByteBuffer

        /// A field with a value that is already encoded.
        public init(tag: UInt32, data: ByteBuffer) {
            self.tag = tag
            self.data = data
        }
    }

    /// The fields by ascending tag.
    public internal(set) var fields: [Field]

    /// No fields.
    @inlinable
    public init() {
        self.init(sorted: [])
    }

    @usableFromInline
    init(sorted fields: [Field]) {
        self.fields = fields
    }

    /// Whether there is none.
    @inlinable
    public var isEmpty: Bool { fields.isEmpty }

    /// How many there are.
    @inlinable
    public var count: Int { fields.count }

    /// The value under a tag.
    public subscript(tag: UInt32) -> ByteBuffer? {
        fields.first { $0.tag == tag }?.data
    }

    /// Puts a value under a tag, in place of one that is there.
    public mutating func set(tag: UInt32, data: ByteBuffer) {
        let field = Field(tag: tag, data: data)
        let index = fields.firstIndex { $0.tag >= tag } ?? fields.endIndex
        if index < fields.endIndex, fields[index].tag == tag {
            fields[index] = field
        } else {
            fields.insert(field, at: index)
        }
    }

    /// Adds a field whose tag is above all others, which the reader has checked.
    @usableFromInline
    mutating func append(_ field: Field) {
        fields.append(field)
    }
}
