import KafkaWire
import NIOCore

/// Bytes as a buffer.
func buffer(_ bytes: [UInt8]) -> ByteBuffer {
    ByteBuffer(bytes: bytes)
}

/// What a writer makes of `body`, starting with little room so that the second try is exercised as well.
func written(_ body: (inout WireWriter) throws(WireError) -> Void) throws -> [UInt8] {
    var roomy = ByteBuffer()
    try roomy.write(capacityHint: 4096, body)
    var tight = ByteBuffer()
    try tight.write(capacityHint: 16, body)
    precondition(roomy == tight, "the room at the start changes the bytes")
    return Array(roomy.readableBytesView)
}

/// What `body` reads from bytes, and how many it read.
func read<Result>(
    _ bytes: [UInt8], _ body: (inout WireReader) throws(WireError) -> Result
) throws(WireError) -> Result {
    try buffer(bytes).withWireReader(body)
}

/// A message with a string, nested structs, and a tagged field from version 1 on, flexible from there.
struct Sample: WireMessage {
    struct Item: WireStruct {
        var value: Int32

        init(value: Int32) {
            self.value = value
        }

        init(from reader: inout WireReader, version: Int16) throws(WireError) {
            value = try reader.readInt32()
        }

        func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt32(value)
        }
    }

    static let validVersions: ClosedRange<Int16> = 0...1
    static func isFlexible(_ version: Int16) -> Bool { version >= 1 }

    var name = ""
    var items: [Item] = []
    var records: Records?
    var note = ""
    var unknown = UnknownTaggedFields()

    init() {}

    init(from reader: inout WireReader, version: Int16) throws(WireError) {
        let flexible = version >= 1
        name = try reader.readString(flexible: flexible)
        items = try reader.readStructs(version: version, minimumSize: 4, flexible: flexible)
        records = try reader.readNullableRecords(flexible: flexible)
        guard flexible else { return }
        var tags = try reader.startTaggedFields()
        while let tag = try reader.nextTag(&tags) {
            switch tag {
            case 2: note = try reader.readString(flexible: true)
            default: try reader.keepUnknownField(tag, of: tags, in: &unknown)
            }
        }
    }

    func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        let flexible = version >= 1
        try writer.writeString(name, flexible: flexible)
        try writer.writeStructs(items, version: version, flexible: flexible)
        try writer.writeNullableRecords(records, flexible: flexible)
        guard flexible else { return }
        writer.writeUnsignedVarint(UInt32(unknown.count + (note.isEmpty ? 0 : 1)))
        var next = 0
        if !note.isEmpty {
            try writer.writeUnknown(unknown, &next, through: 2)
            let tag = writer.openTag(2)
            try writer.writeString(note, flexible: true)
            try writer.closeTag(tag)
        }
        try writer.writeUnknown(unknown, &next, through: .max)
    }
}
