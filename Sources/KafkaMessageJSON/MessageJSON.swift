public import KafkaWire
public import NIOCore

/// Requests and responses as JSON, by the numbers that a frame gives.
public enum MessageJSON {
    /// The JSON form of a body that takes up all of the bytes. `.unsupportedVersion` stands for an unknown API as well.
    public static func decode(
        apiKey: ApiKey, kind: MessageType.Kind, version: Int16, bytes: ByteBuffer
    ) throws(MessageJSONError) -> JSONValue {
        guard let type = MessageType(api: apiKey, kind: kind) else { throw .wire(.unsupportedVersion(version)) }
        return try type.decode(bytes, version: version)
    }

    /// The bytes of the body that JSON describes.
    public static func encode(
        _ json: JSONValue, apiKey: ApiKey, kind: MessageType.Kind, version: Int16
    ) throws(MessageJSONError) -> ByteBuffer {
        guard let type = MessageType(api: apiKey, kind: kind) else { throw .wire(.unsupportedVersion(version)) }
        return try type.encode(json, version: version)
    }
}
