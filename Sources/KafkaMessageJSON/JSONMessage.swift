import KafkaWire
import NIOCore

/// A whole message.
typealias JSONMessage = WireMessage & JSONStruct

extension JSONStruct where Self: WireMessage {
    static var fieldDescriptions: [FieldDescription] {
        FieldDescriber.describe(Self.self, versions: validVersions)
    }

    static func readJSON(
        from bytes: inout ByteBuffer, version: Int16, records: (@Sendable (ByteBuffer) -> JSONValue)?
    ) throws(MessageJSONError) -> JSONValue {
        do throws(WireError) {
            let message = try bytes.readMessage(Self.self, version: version)
            return JSONFieldWriter.write(message, version: version, records: records)
        } catch {
            throw .wire(error)
        }
    }

    static func message(of json: JSONValue, version: Int16) throws(MessageJSONError) -> any WireMessage {
        try JSONFieldReader.read(Self.self, from: json, version: version)
    }

    static func bytes(of json: JSONValue, version: Int16) throws(MessageJSONError) -> ByteBuffer {
        try JSONFieldReader.read(Self.self, from: json, version: version).encoded(version: version)
    }

    static func reencode(_ bytes: ByteBuffer, version: Int16) throws(MessageJSONError) -> ByteBuffer {
        let message: Self
        do throws(WireError) {
            message = try bytes.decodeMessage(Self.self, version: version)
        } catch {
            throw .wire(error)
        }
        return try message.encoded(version: version)
    }

    private func encoded(version: Int16) throws(MessageJSONError) -> ByteBuffer {
        do throws(WireError) {
            var bytes = ByteBuffer()
            try bytes.writeMessage(self, version: version)
            return bytes
        } catch {
            throw .wire(error)
        }
    }
}
