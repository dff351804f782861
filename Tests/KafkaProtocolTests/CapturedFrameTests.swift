import Foundation
import KafkaProtocol
import KafkaWire
import NIOCore
import Testing

func decodeRequest(_ captured: ByteBuffer) throws -> (header: RequestHeader, body: any RequestMessage)? {
    var frame = captured
    guard let length = frame.readInteger(as: Int32.self), var rest = frame.readSlice(length: Int(length)),
        let (key, version) = rest.peekMultipleIntegers(as: (Int16, Int16).self)
    else { return nil }
    let api = ApiKey(rawValue: key)
    let header = try rest.readMessage(RequestHeader.self, version: api.requestHeaderVersion(version))
    guard let type = api.requestType else { return nil }
    return (header, try rest.decodeMessage(type, version: version))
}

/// The code that the documentation shows is the function above, and it does what is said there.
@Suite struct CapturedFrameTests {
    @Test func theArticleShowsThisFunction() throws {
        let here = URL(fileURLWithPath: #filePath)
        let root = here.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let article = try String(
            contentsOf: root.appending(path: "Sources/KafkaProtocol/KafkaProtocol.docc/DecodeACapturedFrame.md"),
            encoding: .utf8)
        let source = try String(contentsOf: here, encoding: .utf8)
        let start = try #require(source.range(of: "func decodeRequest"))
        let end = try #require(source.range(of: "\n}\n", range: start.lowerBound..<source.endIndex))
        let function = source[start.lowerBound..<end.upperBound]
        #expect(article.contains("```swift\n" + function + "```"))
        #expect(function.split(separator: "\n").count == 10)
    }

    /// A Metadata request of version 12 for one topic.
    @Test func readsACapturedRequest() throws {
        let captured = try #require(
            ByteBuffer(
                hex: "000000390003000c00000007000a70726f64756365722d310002"
                    + "000000000000000000000000000000000f6f72646572732e736574746c656400010000"))
        let (header, body) = try #require(try decodeRequest(captured))
        #expect(header.correlationId == 7)
        #expect(header.clientId == "producer-1")
        let request = try #require(body as? MetadataRequest)
        #expect(request.topics?.map(\.name) == ["orders.settled"])
    }

    @Test func waitsForTheWholeFrameAndKnowsWhatItDoesNotKnow() throws {
        #expect(try decodeRequest(ByteBuffer(bytes: [0, 0, 0, 9, 0, 3])) == nil)
        #expect(try decodeRequest(ByteBuffer(bytes: [0xff, 0xff, 0xff, 0xff, 0, 3, 0, 1])) == nil)
        #expect(try decodeRequest(ByteBuffer(bytes: [0, 0, 0, 10, 0x7f, 0, 0, 1, 0, 0, 0, 1, 0xff, 0xff])) == nil)
        #expect(throws: WireError.self) {
            try decodeRequest(ByteBuffer(bytes: [0, 0, 0, 4, 0, 3, 0, 1]))
        }
    }
}
