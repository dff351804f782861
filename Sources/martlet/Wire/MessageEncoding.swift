import KafkaMessageJSON
import KafkaProtocol
import KafkaWire
import NIOCore

/// Turns JSON into bytes as the options of `martlet wire encode` want it.
struct MessageEncoding {
    var options: MessageOptions
    var hasHeader: Bool

    /// Throws ``CommandFailure``.
    func bytes(of json: JSONValue) throws -> ByteBuffer {
        let (type, version) = try options.messageAndVersion()
        guard hasHeader else { return try encode(type, version, json, in: "") }
        let key = try options.responseKey(type)
        guard case .object(let members) = json, members.count == 2, let header = json["header"],
            let body = json["body"]
        else {
            throw CommandFailure("With --header the JSON has two members, \"header\" and \"body\".")
        }
        let isRequest = type.kind == .request
        let name = isRequest ? "RequestHeader" : "ResponseHeader"
        guard let headerType = MessageType(named: name) else { throw CommandFailure("There is no message '\(name)'.") }
        var bytes = try encode(
            headerType, isRequest ? key.requestHeaderVersion(version) : key.responseHeaderVersion(version),
            isRequest ? completed(header, key, version) : header, in: "header")
        bytes.writeImmutableBuffer(try encode(type, version, body, in: "body"))
        return bytes
    }

    /// A request's header with its API and version, which must be those of the body if they are there.
    private func completed(_ header: JSONValue, _ key: ApiKey, _ version: Int16) throws -> JSONValue {
        guard case .object(var members) = header else { return header }
        for (name, value) in [("requestApiKey", key.rawValue), ("requestApiVersion", version)] {
            if let given = header[name] {
                guard given == .integer(Int64(value)) else {
                    throw CommandFailure("header.\(name) is \(given.text), but the body is that of \(value).")
                }
            } else {
                members.append(.init(name, .integer(Int64(value))))
            }
        }
        return .object(members)
    }

    private func encode(
        _ type: MessageType, _ version: Int16, _ json: JSONValue, in part: String
    ) throws -> ByteBuffer {
        do throws(MessageJSONError) {
            return try type.encode(json, version: version)
        } catch {
            let place = part.isEmpty ? "" : " (\(part))"
            throw CommandFailure("Cannot encode \(type.name) version \(version)\(place): \(error).")
        }
    }
}
