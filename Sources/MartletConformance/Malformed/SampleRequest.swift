import KafkaMessageJSON
import KafkaProtocol
import KafkaWire
import NIOCore

/// A request written from the description of its fields alone, with the places of everything that has a length.
///
/// It shares nothing with the codec: what is at the places is put there byte by byte.
struct SampleRequest {
    /// Where a length stands.
    struct Length {
        let field: String
        /// From the frame's start, in bytes.
        let offset: Int
        /// Bytes that it takes; 1 for compact ones.
        let size: Int
        let isCompact: Bool
        let mayBeNull: Bool
    }

    /// Header and body.
    private(set) var frame = ByteBuffer()
    private(set) var lengths: [Length] = []
    /// Where the number of tagged fields at the very end stands; nil for versions without.
    private(set) var lastTags: Int?

    private let version: Int16
    private let isFlexible: Bool
    private let elements: Int

    /// - Parameter elements: how many elements arrays have.
    init?(_ api: ApiKey, version: Int16, correlationId: Int32, elements: Int) {
        guard let type = MessageType(api: api, kind: .request), type.validVersions.contains(version) else { return nil }
        self.version = version
        self.elements = elements
        isFlexible = api.requestHeaderVersion(version) == 2
        frame.writeInteger(api.rawValue)
        frame.writeInteger(version)
        frame.writeInteger(correlationId)
        if api.requestHeaderVersion(version) > 0 {
            lengths.append(
                Length(field: "clientId", offset: frame.writerIndex, size: 2, isCompact: false, mayBeNull: true))
            frame.writeInteger(Int16(3))
            frame.writeString("kit")
        }
        if isFlexible { frame.writeInteger(UInt8(0)) }
        write(type.fields, in: "")
    }

    private mutating func write(_ fields: [FieldDescription], in place: String) {
        for field in fields where field.versions.contains(version) && field.tag == nil {
            write(field, place.isEmpty ? field.name : "\(place).\(field.name)")
        }
        guard isFlexible else { return }
        lastTags = frame.writerIndex
        frame.writeInteger(UInt8(0))
    }

    private mutating func write(_ field: FieldDescription, _ place: String) {
        let mayBeNull = field.nullableVersions?.contains(version) == true
        if field.isArray {
            writeLength(elements, place, size: 4, mayBeNull)
            for _ in 0..<elements {
                write(type: String(field.type.dropFirst().dropLast()), field, place, mayBeNull: false)
            }
        } else {
            if field.type == "struct", mayBeNull { frame.writeInteger(Int8(1)) }
            write(type: field.type, field, place, mayBeNull: mayBeNull)
        }
    }

    private mutating func write(type: String, _ field: FieldDescription, _ place: String, mayBeNull: Bool) {
        switch type {
        case "struct": write(field.fields, in: place)
        case "string": writeLength(0, place, size: 2, mayBeNull)
        case "bytes", "records": writeLength(0, place, size: 4, mayBeNull)
        case "bool", "int8", "uint8": frame.writeInteger(UInt8(0))
        // Produce with acks 0 would have no answer.
        case "int16", "uint16": frame.writeInteger(UInt16(field.name == "acks" ? 1 : 0))
        case "int32", "uint32": frame.writeInteger(UInt32(0))
        case "uuid": frame.writeRepeatingByte(0, count: 16)
        default: frame.writeRepeatingByte(0, count: 8)
        }
    }

    private mutating func writeLength(_ length: Int, _ place: String, size: Int, _ mayBeNull: Bool) {
        let offset = frame.writerIndex
        if isFlexible {
            frame.writeInteger(UInt8(length + 1))
        } else if size == 2 {
            frame.writeInteger(Int16(length))
        } else {
            frame.writeInteger(Int32(length))
        }
        lengths.append(
            Length(
                field: place, offset: offset, size: frame.writerIndex - offset, isCompact: isFlexible,
                mayBeNull: mayBeNull))
    }
}
