import KafkaWire
import NIOCore
import Testing

@testable import KafkaClient

@Suite struct ConsumerProtocolTests {
    private let partitions = [
        TopicPartition(topic: "a", partition: 0), TopicPartition(topic: "a", partition: 2),
        TopicPartition(topic: "b", partition: 1),
    ]

    @Test func assignmentTravelsThereAndBack() throws {
        let bytes = try ConsumerProtocol.encodeAssignment(partitions)
        #expect(bytes.getInteger(at: bytes.readerIndex, as: Int16.self) == 1)
        #expect(try ConsumerProtocol.decodeAssignment(bytes) == partitions)
    }

    @Test func subscriptionTravelsThereAndBack() throws {
        let bytes = try ConsumerProtocol.encodeSubscription(topics: ["a", "b"], owned: partitions)
        #expect(try ConsumerProtocol.decodeSubscription(bytes) == ["a", "b"])
    }

    @Test func aNewerVersionIsReadAsOurNewest() throws {
        var bytes = try ConsumerProtocol.encodeAssignment(partitions)
        bytes.setInteger(Int16(99), at: bytes.readerIndex)
        bytes.writeString("fields of the future")
        #expect(try ConsumerProtocol.decodeAssignment(bytes) == partitions)
    }

    @Test func emptyIsNothingAndGarbageIsAnError() throws {
        #expect(try ConsumerProtocol.decodeAssignment(ByteBuffer()) == [])
        #expect(throws: WireError.self) { try ConsumerProtocol.decodeAssignment(ByteBuffer(bytes: [0])) }
        #expect(throws: WireError.self) {
            try ConsumerProtocol.decodeAssignment(ByteBuffer(bytes: [0, 1, 0x7f, 0xff, 0xff, 0xff]))
        }
        #expect(throws: WireError.unsupportedVersion(-1)) {
            try ConsumerProtocol.decodeAssignment(ByteBuffer(bytes: [0xff, 0xff, 0, 0]))
        }
    }
}
