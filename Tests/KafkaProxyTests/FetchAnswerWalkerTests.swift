import KafkaProtocol
import KafkaWire
import NIOCore
import Testing

@testable import KafkaProxy

/// Answers to Fetch for the tests, as frames with their length.
enum SampleFetch {
    static func response(endpointHost: String?, records: Int = 3000) -> FetchResponse {
        let aborted = [FetchResponse.AbortedTransaction(producerId: 7, firstOffset: 3)]
        return FetchResponse(
            throttleTimeMs: 5, sessionId: 77,
            responses: [
                .init(
                    topicId: Uuid(high: 1, low: 2),
                    partitions: [
                        .init(
                            partitionIndex: 0, highWatermark: 9, currentLeader: .init(leaderId: 3, leaderEpoch: 4),
                            abortedTransactions: aborted,
                            records: .bytes(ByteBuffer(repeating: 0xAB, count: records))),
                        .init(partitionIndex: 1, errorCode: 6, abortedTransactions: nil, records: nil),
                    ]),
                .init(topicId: Uuid(high: 3, low: 4), partitions: []),
            ],
            nodeEndpoints: endpointHost.map { [.init(nodeId: 3, host: $0, port: 9092, rack: "r1")] } ?? [])
    }

    static func frame(_ response: FetchResponse, version: Int16, correlationId: Int32 = 42) throws -> ByteBuffer {
        var frame = ByteBuffer()
        try frame.writeFrame(
            header: ResponseHeader(correlationId: correlationId), headerVersion: 1, body: response, version: version)
        return frame
    }
}

@Suite("Walking over answers to Fetch")
struct FetchAnswerWalkerTests {
    @Test("The last tagged fields are found, however the bytes are cut", arguments: [Int16(16), 17, 18])
    func findsTail(version: Int16) throws {
        for host in [nil, "broker-with-a-long-name.example.com"] {
            let frame = try SampleFetch.frame(SampleFetch.response(endpointHost: host, records: 40), version: version)
            let bytes = Array(frame.readableBytesView.dropFirst(8))
            var whole = FetchAnswerWalker()
            let before = try bytes.withUnsafeBytes { try whole.walk($0) }
            #expect(whole.isAtTail)
            #expect(bytes[before] == (host == nil ? 0 : 1))
            for cut in 0...bytes.count {
                var walker = FetchAnswerWalker()
                let first = try bytes[..<cut].withUnsafeBytes { try walker.walk($0) }
                let second = walker.isAtTail ? 0 : try bytes[first...].withUnsafeBytes { try walker.walk($0) }
                #expect(walker.isAtTail)
                #expect(first + second == before)
            }
        }
    }

    @Test("Bytes that are no answer end in an error or run out, never in a trap")
    func survivesGarbage() {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<20_000 {
            let bytes = (0..<Int.random(in: 0...80, using: &generator)).map { _ in
                UInt8.random(in: 0...255, using: &generator)
            }
            var walker = FetchAnswerWalker()
            _ = bytes.withUnsafeBytes { region in try? walker.walk(region) }
        }
    }

    @Test("A number of more than 32 bits is refused")
    func refusesLongNumbers() {
        var walker = FetchAnswerWalker()
        let bytes: [UInt8] = [0xFF, 0xFF, 0xFF, 0xFF, 0x7F]
        #expect(throws: FetchAnswerWalker.Malformed.self) { try bytes.withUnsafeBytes { try walker.walk($0) } }
    }
}
