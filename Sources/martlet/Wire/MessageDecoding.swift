import KafkaMessageJSON
import KafkaProtocol
import KafkaWire
import NIOCore

/// Turns bytes into JSON as the options of `martlet wire decode` want it.
struct MessageDecoding {
    var options: MessageOptions
    var hasHeader: Bool
    var showsRecords: Bool

    /// Throws ``CommandFailure``.
    func json(of bytes: ByteBuffer) throws -> JSONValue {
        var bytes = bytes
        guard hasHeader else {
            let (type, version) = try options.messageAndVersion()
            return try whole(type, version, &bytes)
        }
        let header: JSONValue
        let body: (MessageType, Int16)
        if options.kind == .request {
            (header, body) = try requestHeader(&bytes)
        } else {
            body = try options.messageAndVersion()
            let key = try options.responseKey(body.0)
            header = try part("ResponseHeader", version: key.responseHeaderVersion(body.1), &bytes)
        }
        return .object([.init("header", header), .init("body", try whole(body.0, body.1, &bytes))])
    }

    /// The header of a request says which message follows; what the options say must agree.
    private func requestHeader(_ bytes: inout ByteBuffer) throws -> (JSONValue, (MessageType, Int16)) {
        guard let number: Int16 = bytes.getInteger(at: bytes.readerIndex),
            let version: Int16 = bytes.getInteger(at: bytes.readerIndex + 2)
        else { throw CommandFailure("\(bytes.readableBytes) bytes are too few for the header of a request.") }
        let key = ApiKey(rawValue: number)
        guard let type = MessageType(api: key, kind: .request) else {
            throw CommandFailure(
                "The header names API \(number), which does not exist. It begins behind the length of the frame.")
        }
        if let wanted = try options.apiKey(), wanted != key {
            throw CommandFailure("The header is of \(key), not of \(wanted).")
        }
        if let wanted = options.version, wanted != version {
            throw CommandFailure("The header is of version \(version), not \(wanted).")
        }
        let header = try part("RequestHeader", version: key.requestHeaderVersion(version), &bytes)
        return (header, (type, version))
    }

    private func part(_ name: String, version: Int16, _ bytes: inout ByteBuffer) throws -> JSONValue {
        guard let type = MessageType(named: name) else { throw CommandFailure("There is no message '\(name)'.") }
        return try read(type, version, &bytes)
    }

    private func whole(_ type: MessageType, _ version: Int16, _ bytes: inout ByteBuffer) throws -> JSONValue {
        let json = try read(type, version, &bytes)
        guard bytes.readableBytes == 0 else {
            throw CommandFailure(
                "\(bytes.readableBytes) bytes are left after \(type.name) version \(version): "
                    + "is it another message or version, or does a header come first (--header)?")
        }
        return json
    }

    private func read(_ type: MessageType, _ version: Int16, _ bytes: inout ByteBuffer) throws -> JSONValue {
        do throws(MessageJSONError) {
            return try type.read(from: &bytes, version: version, records: showsRecords ? RecordsJSON.json : nil)
        } catch {
            throw CommandFailure("Not \(type.name) version \(version): \(error).")
        }
    }
}

extension MessageOptions {
    /// The API of a response, which decides the version of its header.
    func responseKey(_ type: MessageType) throws -> ApiKey {
        guard type.kind == .response || type.kind == .request, let number = type.number else {
            throw CommandFailure("--header goes with requests and responses; \(type.name) is neither.")
        }
        return ApiKey(rawValue: number)
    }
}
