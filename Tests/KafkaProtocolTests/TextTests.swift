import KafkaProtocol
import KafkaWire
import NIOCore
import Testing

/// Strings must be UTF-8 wherever they stand in a message; bytes, records and unknown tagged fields may be anything.
@Suite struct TextTests {
    private let bad: [UInt8] = [0xC3, 0x28]

    private func expectRefusal<M: WireMessage>(_: M.Type, version: Int16, _ bytes: [UInt8]) {
        #expect(throws: WireError.invalidUTF8) { try ByteBuffer(bytes: bytes).decodeMessage(M.self, version: version) }
    }

    @Test func stringsOfEveryFormAreRefused() {
        // A topic name of a metadata request, plain and compact; the client id of a header, which may be null.
        expectRefusal(MetadataRequest.self, version: 0, [0, 0, 0, 1, 0, 2] + bad)
        expectRefusal(MetadataRequest.self, version: 9, [2, 3] + bad + [0, 0, 0, 0, 0])
        expectRefusal(RequestHeader.self, version: 1, [0, 3, 0, 1, 0, 0, 0, 1, 0, 2] + bad)
        // An element of an array of strings, and a tagged field: the cluster id of a fetch request.
        expectRefusal(DeleteTopicsRequest.self, version: 1, [0, 0, 0, 1, 0, 2] + bad + [0, 0, 0, 0])
        expectRefusal(
            FetchRequest.self, version: 13,
            [UInt8](repeating: 0xFF, count: 4) + [UInt8](repeating: 0, count: 13) + [0, 0, 0, 0, 0, 0, 0, 0]
                + [1, 1, 1] + [1, 0, 3, 3] + bad)
    }

    @Test func bytesPassUnharmed() throws {
        var bytes: [UInt8] = [3]
        bytes += bad
        bytes += [1, 9, 2]
        bytes += bad
        let request = try ByteBuffer(bytes: bytes).decodeMessage(SaslAuthenticateRequest.self, version: 2)
        #expect(request.authBytes == ByteBuffer(bytes: bad))
        #expect(request.unknownTaggedFields[9] == ByteBuffer(bytes: bad))
        var again = ByteBuffer()
        try again.writeMessage(request, version: 2)
        #expect(again == ByteBuffer(bytes: bytes))
    }
}
