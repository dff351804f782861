import KafkaMessageJSON
import KafkaProtocol
import KafkaRecords
import KafkaWire
import NIOCore
import Testing

@testable import MartletConformance

@Suite struct RecordingTests {
    private static func line(_ connection: Int, _ direction: String, _ hex: String) -> String {
        #"{"conn": \#(connection), "n": 0, "us": 5, "dir": "\#(direction)", "apiKey": 18, "hex": "\#(hex)"}"#
    }

    @Test func `answers find their requests, on each connection by themselves`() throws {
        let lines = [
            Self.line(1, "request", "0012000000000001ffff"), Self.line(2, "request", "0012000000000001ffff"),
            Self.line(1, "request", "0012000000000002ffff"), Self.line(2, "response", "0000000100"),
            Self.line(1, "response", "00000002aa"), Self.line(1, "response", "00000001bb"),
            Self.line(1, "response", "00000009cc"),
        ]
        let frames = try JSONLinesCapture.frames(in: ByteBuffer(string: lines.joined(separator: "\n") + "\n"))
        let recording = Recording(frames)
        #expect(recording.steps == [.send(0), .send(1), .send(2), .receive(1), .receive(2), .receive(0)])
        #expect(recording.exchanges.map(\.connection) == [1, 2, 1])
        #expect(recording.exchanges[0].response?.getInteger(at: 4, as: UInt8.self) == 0xBB)
        #expect(recording.exchanges[0].request.api == .apiVersions)
    }

    @Test(arguments: ["nonsense", #"{"conn": 1, "dir": "request"}"#, #"{"conn": 1, "dir": "up", "hex": "00"}"#])
    func `a line that is no frame is named`(line: String) {
        let text = Self.line(1, "request", "0012000000000001ffff") + "\n" + line
        let error = #expect(throws: ConformanceError.self) {
            try JSONLinesCapture.frames(in: ByteBuffer(string: text))
        }
        if case .badCaptureLine(let number, _)? = error {
            #expect(number == 2)
        } else {
            Issue.record("\(error as Any)")
        }
    }

    @Test func `a session is described by its index entry`() throws {
        let text = """
            [{"file": "a.jsonl.gz", "client": "c", "scenario": "s",
              "topics_before": {"t": {"partitions": 2, "configs": {"max.message.bytes": "3000"}}},
              "data_before": {"t-1": {"log_start_offset": 1, "end_offset": 4, "records":
                [{"offset": 1, "timestamp": 9, "key": "aw==", "value": null, "headers": [["h", "dg=="], ["n", null]]},
                 {"offset": 3, "timestamp": 9, "key": null, "value": "dg==", "headers": []}]}},
              "internal_topics_before": "__consumer_offsets (3 partitions) __transaction_state (4 partitions)",
              "broker_properties": {"num.partitions": 2},
              "broker_defaults": {"auto.create.topics.enable": "true (default)", "authorizer": "none", "a.b": 3}}]
            """
        let session = try #require(try SessionDescription.index(ByteBuffer(string: text)).first)
        #expect(session.properties.map { "\($0.key)=\($0.value)" } == ["a.b=3", "num.partitions=2"])
        #expect(session.internalTopics.map(\.partitions) == [3, 4])
        let topic = try #require(session.topics.first)
        #expect(topic.configs.map(\.value) == ["3000"])
        let log = try #require(topic.logs.first)
        #expect(log.partition == 1)
        #expect(log.filled.map(\.offset) == [0, 1, 2, 3])
        #expect(log.filled[1].headers.map(\.key) == ["h", "n"])
        #expect(log.filled[2].value == nil)
    }

    @Test func `data in words becomes records`() {
        var topics = FoundTopic.list(["t-two": ["partitions": 2], "u": ["partitions": 1]], data: nil)
        DescribedData.fill(
            &topics,
            from: "t-two-0 holds offsets 0..9 (keys k<i>) before the cases; u-0 holds 0..7 with log start offset 4")
        #expect(topics[0].logs.map(\.endOffset) == [10])
        #expect(topics[0].logs.first?.records.last?.key == ByteBuffer(string: "k9"))
        #expect(topics[1].logs.map(\.logStartOffset) == [4])
    }
}
