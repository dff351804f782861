import KafkaProtocol
import KafkaWire
import NIOCore
import Testing

/// The rules that frames of an honest encoder do not show.
@Suite struct EncodingRuleTests {
    private func encode(_ message: some WireMessage, _ version: Int16) throws -> [UInt8] {
        var buffer = ByteBuffer()
        try buffer.writeMessage(message, version: version)
        return Array(buffer.readableBytesView)
    }

    @Test func aFieldThatMustNotBeLostStopsTheMessage() {
        let request = FetchRequest(replicaId: 3)
        #expect(throws: Never.self) { try encode(request, 14) }
        #expect(throws: WireError.notRepresentable(field: "FetchRequest.replicaId", version: 15)) {
            try encode(request, 15)
        }
        let replica = FetchRequest(replicaState: .init(replicaId: 1))
        #expect(throws: WireError.notRepresentable(field: "FetchRequest.replicaState", version: 14)) {
            try encode(replica, 14)
        }
    }

    @Test func anIgnorableFieldIsDropped() throws {
        let plain = FetchRequest()
        #expect(try encode(FetchRequest(rackId: "a"), 10) == encode(plain, 10))
        #expect(try encode(FetchRequest(rackId: "a"), 11) != encode(plain, 11))
    }

    @Test func unknownTaggedFieldsNeedAFlexibleVersion() {
        var response = HeartbeatResponse()
        response.unknownTaggedFields.set(tag: 5, data: ByteBuffer(string: "x"))
        #expect(throws: Never.self) { try encode(response, 4) }
        #expect(throws: WireError.notRepresentable(field: "HeartbeatResponse.unknownTaggedFields", version: 3)) {
            try encode(response, 3)
        }
    }

    @Test func taggedFieldsAreLeftOutWhenTheyHaveTheirDefaults() throws {
        // Version 12: topics come as compact arrays; the last byte counts tagged fields.
        #expect(try encode(FetchRequest(), 12).last == 0)
        let tagged = try encode(FetchRequest(clusterId: "c"), 12)
        #expect(Array(tagged.suffix(5)) == [1, 0, 2, 2, UInt8(ascii: "c")])
        let back = try ByteBuffer(bytes: tagged).decodeMessage(FetchRequest.self, version: 12)
        #expect(back.clusterId == "c")
    }

    @Test func aTagThatTheVersionLacksIsUnknown() throws {
        // Tag 1 of FetchRequest exists from version 15 on.
        var request = FetchRequest(clusterId: "c")
        request.unknownTaggedFields.set(tag: 1, data: ByteBuffer(bytes: [7]))
        let back = try ByteBuffer(bytes: encode(request, 14)).decodeMessage(FetchRequest.self, version: 14)
        #expect(back.unknownTaggedFields[1] == ByteBuffer(bytes: [7]))
        #expect(try encode(back, 14) == encode(request, 14))
    }

    @Test func nullIsAllowedOnlyWhereKafkaAllowsIt() throws {
        // All topics is null from version 1 on, and an empty array before.
        #expect(throws: WireError.nullNotAllowed) { try encode(MetadataRequest(topics: nil), 0) }
        #expect(try encode(MetadataRequest(topics: nil), 1) == [0xFF, 0xFF, 0xFF, 0xFF])
        #expect(throws: WireError.nullNotAllowed) {
            try ByteBuffer(bytes: [0xFF, 0xFF, 0xFF, 0xFF]).decodeMessage(MetadataRequest.self, version: 0)
        }
    }

    @Test func structsThatMayBeNullHaveAByteBeforeThem() throws {
        let none = try encode(ConsumerGroupHeartbeatResponse(), 0)
        #expect(Array(none.suffix(2)) == [0xFF, 0])
        let some = try encode(ConsumerGroupHeartbeatResponse(assignment: .init()), 0)
        #expect(Array(some.suffix(4)) == [1, 1, 0, 0])
        let back = try ByteBuffer(bytes: some).decodeMessage(ConsumerGroupHeartbeatResponse.self, version: 0)
        #expect(back.assignment != nil)
    }

    @Test func versionsOutsideTheRangeAreRefusedBothWays() {
        for version in [-1, 19, .max] as [Int16] {
            #expect(throws: WireError.unsupportedVersion(version)) { try encode(FetchRequest(), version) }
            #expect(throws: WireError.unsupportedVersion(version)) {
                try ByteBuffer(repeating: 0, count: 99).decodeMessage(FetchRequest.self, version: version)
            }
        }
    }

    @Test func theClientIdOfTheHeaderIsNeverCompact() throws {
        let header = RequestHeader(requestApiKey: 1, requestApiVersion: 12, correlationId: 5, clientId: "me")
        #expect(try encode(header, 1) == [0, 1, 0, 12, 0, 0, 0, 5, 0, 2, 0x6D, 0x65])
        #expect(try encode(header, 2) == [0, 1, 0, 12, 0, 0, 0, 5, 0, 2, 0x6D, 0x65, 0])
    }

    @Test func recordsFromElsewhereAreCountedInTheFrame() throws {
        let partitions = (0..<3).map {
            FetchResponse.PartitionData(partitionIndex: $0, records: .external(length: 500, token: Int($0)))
        }
        let response = FetchResponse(responses: [.init(topic: "t", partitions: partitions)])
        let header = ResponseHeader(correlationId: 9)
        var frame = ByteBuffer()
        let written = try frame.writeFrame(header: header, headerVersion: 1, body: response, version: 12)
        #expect(written.splices.map(\.token) == [0, 1, 2] && written.externalBytes == 1500)
        #expect(frame.getInteger(at: 0, as: Int32.self) == Int32(frame.readableBytes - 4 + 1500))
        // With the bytes put in, a client reads the same message.
        var whole = ByteBuffer()
        for splice in written.splices {
            let before = frame.readSlice(length: splice.position - frame.readerIndex)
            whole.writeImmutableBuffer(try #require(before))
            whole.writeRepeatingByte(UInt8(splice.token), count: splice.length)
        }
        whole.writeBuffer(&frame)
        whole.moveReaderIndex(forwardBy: 4)
        _ = try whole.readMessage(ResponseHeader.self, version: 1)
        let back = try whole.readMessage(FetchResponse.self, version: 12)
        #expect(whole.readableBytes == 0)
        #expect(
            back.responses[0].partitions.map { $0.records?.buffer }
                == (0..<3).map { ByteBuffer(repeating: $0, count: 500) })
    }
}
