import KafkaMessageJSON
import KafkaProtocol
import KafkaWire
import NIOCore

@testable import KafkaProxy

/// Made-up messages of every API: each array has one element, each text says what it is for.
enum SampleMessages {
    /// Gives the text of a field, from its path within the message.
    typealias Text = (_ path: String, _ field: FieldDescription) -> String

    static func request(_ key: ApiKey, _ version: Int16, text: Text) throws -> any RequestMessage {
        let bytes = try bytes(key, .request, version, text)
        guard let message = try FilteredFrames.request(key, version: version, body: bytes) else {
            throw WireError.unsupportedVersion(version)
        }
        return message
    }

    static func response(_ key: ApiKey, _ version: Int16, text: Text) throws -> any ResponseMessage {
        guard let fields = MessageType(api: key, kind: .response)?.fields else {
            throw WireError.unsupportedVersion(version)
        }
        return try MessageFields.response(key, json: object(fields, version, "", text), version: version)
    }

    private static func bytes(
        _ key: ApiKey, _ kind: MessageType.Kind, _ version: Int16, _ text: Text
    ) throws -> ByteBuffer {
        guard let type = MessageType(api: key, kind: kind) else { throw WireError.unsupportedVersion(version) }
        return try type.encode(object(type.fields, version, "", text), version: version)
    }

    private static func object(
        _ fields: [FieldDescription], _ version: Int16, _ path: String, _ text: Text
    ) -> JSONValue {
        .object(
            fields.filter { $0.versions.contains(version) }.map { field in
                let inner = path.isEmpty ? field.name : "\(path).\(field.name)"
                let element: JSONValue
                switch field.type.filter({ $0 != "[" && $0 != "]" }) {
                case "struct": element = object(field.fields, version, inner, text)
                // Others have metadata that nobody looks into.
                case "string" where field.name == "protocolType": element = .string("consumer")
                case "string": element = .string(text(inner, field))
                case "bytes", "records": element = .string(bytes(inner, text(inner, field)))
                case "uuid": element = .string("AAAAAAAAAAAAAAAAAAAAAQ")
                case "bool": element = .bool(true)
                case "float64": element = .double(1)
                default: element = .integer(integer(field.name))
                }
                return JSONValue.Member(field.name, field.isArray ? .array([element]) : element)
            })
    }

    private static func integer(_ field: String) -> Int64 {
        switch field {
        // A topic, a literal pattern; where nothing went wrong.
        case "resourceType", "resourceTypeFilter": 2
        case "resourcePatternType", "patternType", "patternTypeFilter": 3
        case "errorCode", "partitionErrorCode", "keyType": 0
        default: 1
        }
    }

    /// Messages of the consumer protocol, in base64, and nothing for other bytes.
    private static func bytes(_ path: String, _ topic: String) -> String {
        var buffer = ByteBuffer()
        buffer.writeInteger(Int16(1))
        switch path {
        case "protocols.metadata", "members.metadata", "groups.members.memberMetadata":
            _ = try? buffer.writeMessage(
                ConsumerProtocolSubscription(
                    topics: [topic], ownedPartitions: [.init(topic: topic, partitions: [0])]), version: 1)
        case "assignments.assignment", "assignment", "groups.members.memberAssignment":
            _ = try? buffer.writeMessage(
                ConsumerProtocolAssignment(assignedPartitions: [.init(topic: topic, partitions: [0])]), version: 1)
        default: return ""
        }
        return base64(buffer)
    }

    static func base64(_ buffer: ByteBuffer) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
        let bytes = Array(buffer.readableBytesView)
        var text = ""
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            var bits = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - group.count))
            bits <<= 8
            for index in 0..<4 {
                text.append(index <= group.count ? alphabet[Int(bits >> 26)] : "=")
                bits <<= 6
            }
        }
        return text
    }
}

/// Every text in a message, bytes as the text that they are.
func texts(of message: any RequestMessage, _ version: Int16) throws -> String {
    try texts(of: message, version, type(of: message).apiKey, .request)
}

/// Every text in a message, bytes as the text that they are.
func texts(of message: any ResponseMessage, _ version: Int16) throws -> String {
    try texts(of: message, version, type(of: message).apiKey, .response)
}

private func texts(
    of message: some WireMessage, _ version: Int16, _ key: ApiKey, _ kind: MessageType.Kind
) throws -> String {
    var buffer = ByteBuffer()
    try buffer.writeMessage(message, version: version)
    return String(decoding: buffer.readableBytesView, as: UTF8.self)
}
