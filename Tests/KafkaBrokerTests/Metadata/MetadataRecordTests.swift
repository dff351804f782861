import KafkaProtocol
import KafkaWire
import NIOCore
import Testing

@testable import KafkaBroker

@Suite struct MetadataRecordTests {
    @Test func `the frame is version, kind and version of the record`() throws {
        let record = MetadataRecord.topic(TopicRecord(name: "t", topicId: Uuid(high: 1, low: 2)))
        let bytes = Array(try record.encoded().readableBytesView)
        #expect(bytes.prefix(5) == [1, 2, 0, 2, UInt8(ascii: "t")])
        guard case .topic(let read) = try MetadataRecord(decoding: ByteBuffer(bytes: bytes)) else {
            Issue.record("another kind came back")
            return
        }
        #expect(read.name == "t")
        #expect(read.topicId == Uuid(high: 1, low: 2))
    }

    @Test func `unknown kinds are kept by number`() throws {
        let value = ByteBuffer(bytes: [1, 0xB9, 0x60, 3, 1, 2, 3])
        guard case .other(let kind, let version) = try MetadataRecord(decoding: value) else {
            Issue.record("a kind that nobody knows was read")
            return
        }
        #expect(kind == 12345)
        #expect(version == 3)
        #expect(throws: WireError.self) { try MetadataRecord.other(kind: 1, version: 0).encoded() }
    }

    @Test(arguments: [
        [], [1], [1, 2], [2, 2, 0, 2, 116], [1, 2, 0, 9], [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1], [1, 2, 9],
    ])
    func `damaged values are errors`(bytes: [UInt8]) {
        #expect(throws: WireError.self) { try MetadataRecord(decoding: ByteBuffer(bytes: bytes)) }
    }
}
