import KafkaProtocol
import KafkaWire
import NIOCore
import Testing

@testable import KafkaProxy

@Suite("Addresses at the end of an answer to Fetch")
struct FetchTailTests {
    private static let upstream = "broker-3.internal.example.com"

    /// The answer with its tail rewritten to another host, decoded again.
    ///
    /// - Parameter isTold: whether clients may be told of the broker.
    private func rewritten(
        to host: String, port: Int32 = 1234, version: Int16 = 17, keepsSize: Bool = true, isTold: Bool = true
    ) throws -> FetchResponse {
        let frame = try SampleFetch.frame(SampleFetch.response(endpointHost: Self.upstream), version: version)
        var walker = FetchAnswerWalker()
        let before = try frame.withUnsafeReadableBytes { try walker.walk(UnsafeRawBufferPointer(rebasing: $0[8...])) }
        let tail = try #require(frame.getSlice(at: 8 + before, length: frame.readableBytes - 8 - before))
        let new = try FetchTail.rewrite(tail, version: version, keepsSize: keepsSize) { address in
            #expect(address == NodeAddress(nodeId: 3, host: Self.upstream, port: 9092))
            address.host = host
            address.port = port
            return isTold
        }
        if keepsSize { #expect(new.readableBytes == tail.readableBytes) }
        var changed = frame
        changed.moveWriterIndex(to: 8 + before)
        changed.writeImmutableBuffer(new)
        changed.moveReaderIndex(forwardBy: 4)
        _ = try changed.readMessage(ResponseHeader.self, version: 1)
        return try changed.decodeMessage(FetchResponse.self, version: version)
    }

    @Test("Whatever the new host's length, no old address is left and the answer decodes", arguments: 1...60)
    func keepsSize(length: Int) throws {
        let host = String(repeating: "h", count: length)
        let response = try rewritten(to: host)
        let old = Self.upstream.utf8.count
        // One or two bytes cannot be filled; longer does not fit.
        if length == old || length <= old - 3 {
            #expect(response.nodeEndpoints.map(\.host) == [host])
            #expect(response.nodeEndpoints.map(\.port) == [1234])
            #expect(response.nodeEndpoints.map(\.rack) == ["r1"])
        } else {
            #expect(response.nodeEndpoints.isEmpty)
        }
        #expect(response.responses.count == 2)
        #expect(response.responses[0].partitions[0].currentLeader.leaderId == 3)
    }

    @Test("Where the size may change, a new host of any length is told", arguments: [1, 28, 29, 30, 60, 200])
    func changesSize(length: Int) throws {
        let host = String(repeating: "h", count: length)
        let response = try rewritten(to: host, keepsSize: false)
        #expect(response.nodeEndpoints.map(\.host) == [host])
        #expect(response.nodeEndpoints.map(\.port) == [1234])
        #expect(response.responses.count == 2)
    }

    @Test("A broker that clients may not be told of is left out", arguments: [true, false])
    func leavesOut(keepsSize: Bool) throws {
        let response = try rewritten(to: "h", keepsSize: keepsSize, isTold: false)
        #expect(response.nodeEndpoints.isEmpty)
        #expect(response.responses.count == 2)
    }

    @Test("A tail without addresses stays as it is")
    func leavesOthers() throws {
        let tail = ByteBuffer(bytes: [1, 9, 2, 5, 5])
        let rewritten = try FetchTail.rewrite(tail, version: 17, keepsSize: true) {
            $0.host = "x"
            return true
        }
        #expect(rewritten == tail)
    }

    @Test(
        "A tail that cannot be read is an error",
        arguments: [[1], [1, 0, 200, 1], [0, 7], [1, 0, 3, 0xFF, 1, 1]] as [[UInt8]])
    func refusesGarbage(bytes: [UInt8]) {
        #expect(throws: WireError.self) {
            try FetchTail.rewrite(ByteBuffer(bytes: bytes), version: 17, keepsSize: true) {
                $0.host = "x"
                return true
            }
        }
    }
}
