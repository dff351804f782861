import KafkaProtocol
import KafkaWire
import NIOCore

/// A frame without its length. The first byte says what it is: even for a request, whose header names API and version
/// as on the wire; odd for a response, before which stand API and version, since a client knows what it asked.
enum FrameTarget {
    static func run(_ input: ByteBuffer) {
        var frame = input
        guard let kind: UInt8 = frame.readInteger() else { return }
        if kind.isMultiple(of: 2) { request(frame) } else { response(frame) }
    }

    private static func request(_ frame: ByteBuffer) {
        guard let (key, version) = apiAndVersion(frame), let type = key.requestType else { return }
        let headerVersion = key.requestHeaderVersion(version)
        RoundTrip.check(RequestHeader.self, frame, version: headerVersion)
        var body = frame
        guard let header = try? body.readMessage(RequestHeader.self, version: headerVersion) else { return }
        if header.requestApiKey != key.rawValue || header.requestApiVersion != version {
            finding("a header of version \(headerVersion) does not begin with API and version")
        }
        RoundTrip.check(type, body, version: version)
    }

    private static func response(_ bytes: ByteBuffer) {
        guard let (key, version) = apiAndVersion(bytes), let type = key.responseType else { return }
        var frame = bytes
        frame.moveReaderIndex(forwardBy: 4)
        let headerVersion = key.responseHeaderVersion(version)
        RoundTrip.check(ResponseHeader.self, frame, version: headerVersion)
        guard (try? frame.readMessage(ResponseHeader.self, version: headerVersion)) != nil else { return }
        RoundTrip.check(type, frame, version: version)
    }

    private static func apiAndVersion(_ bytes: ByteBuffer) -> (ApiKey, Int16)? {
        guard let key: Int16 = bytes.getInteger(at: bytes.readerIndex),
            let version: Int16 = bytes.getInteger(at: bytes.readerIndex + 2)
        else { return nil }
        return (ApiKey(rawValue: key), version)
    }
}
