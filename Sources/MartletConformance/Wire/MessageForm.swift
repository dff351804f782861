import KafkaMessageJSON
import KafkaProtocol
import KafkaWire
import NIOCore

/// Bodies of requests and responses in the form in which they are compared.
enum MessageForm {
    /// The body of a request; nil if it cannot be read.
    static func request(_ frame: RequestFrame) -> JSONValue? {
        guard let body = frame.body else { return nil }
        return try? MessageJSON.decode(apiKey: frame.api, kind: .request, version: frame.version, bytes: body)
    }

    /// The body of the response to a request, with what is inside of records.
    static func response(_ bytes: ByteBuffer, to request: RequestFrame) throws -> JSONValue {
        guard let type = MessageType(api: request.api, kind: .response) else {
            throw WireError.unsupportedVersion(request.version)
        }
        var body = bytes
        let version = responseVersion(bytes, to: request)
        _ = try body.readMessage(ResponseHeader.self, version: request.api.responseHeaderVersion(version))
        return try type.decode(body, version: version, records: RecordsForm.json)
    }

    /// A broker that does not know a version of ApiVersions says so in version 0 (KIP-511).
    private static func responseVersion(_ bytes: ByteBuffer, to request: RequestFrame) -> Int16 {
        guard request.api == .apiVersions else { return request.version }
        let error = bytes.getInteger(at: bytes.readerIndex + 4, as: Int16.self)
        return error == ErrorCode.unsupportedVersion.rawValue ? 0 : request.version
    }
}
