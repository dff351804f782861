import KafkaProtocol
import KafkaRecords
import KafkaWire
import NIOCore
import Testing

@testable import KafkaBroker

@Suite struct ProduceErrorTests {
    @Test func `damaged and impossible batches are refused, one error a partition`() async throws {
        try await withBroker { _, client in
            try await client.createTopic("t")
            let sound = try batch(["a"])
            var flipped = sound
            flipped.setInteger(UInt8(0x55), at: flipped.writerIndex - 1)
            #expect(try await client.produce(flipped, to: "t").errorCode == ErrorCode.corruptMessage.rawValue)
            var twice = sound
            twice.writeImmutableBuffer(sound)
            #expect(try await client.produce(twice, to: "t").errorCode == ErrorCode.invalidRecord.rawValue)
            #expect(try await client.produce(nil, to: "t").errorCode == ErrorCode.invalidRecord.rawValue)
            #expect(try await client.produce(ByteBuffer(), to: "t").errorCode == ErrorCode.invalidRecord.rawValue)
            var magic = sound
            magic.setInteger(UInt8(3), at: magic.readerIndex + 16)
            let answer = try await client.produce(magic, to: "t")
            #expect(answer.errorCode == ErrorCode.corruptMessage.rawValue)
            #expect(answer.errorMessage == "Invalid magic found in record: 3")
            #expect(answer.baseOffset == -1)
            #expect(try await client.offset(of: "t", at: -1).offset == 0)
        }
    }

    @Test func `compressed bytes that do not decompress to sound records are refused`() async throws {
        try await withBroker { _, client in
            try await client.createTopic("t")
            var lying = try batch(["a", "b"])
            // Says gzip, is not; the checksum is right.
            let header = try RecordBatchHeader(parsing: lying)
            var changed = header
            changed.attributes |= 1
            let records = try #require(
                lying.getSlice(at: lying.readerIndex + 61, length: lying.readableBytes - 61))
            changed.crc = Checksums.of(changed, records)
            lying = ByteBuffer()
            changed.write(to: &lying)
            lying.writeImmutableBuffer(records)
            let answer = try await client.produce(lying, to: "t")
            #expect(answer.errorCode == ErrorCode.unknownServerError.rawValue)
        }
    }

    @Test func `wrong places and wrong acks`() async throws {
        try await withBroker { _, client in
            let id = try await client.createTopic("t")
            _ = try await client.call(FindCoordinatorRequest(key: "g"), version: 0)
            let sound = try batch(["a"])
            #expect(try await client.produce(sound, to: "none").errorCode == 3)
            #expect(try await client.produce(sound, to: "t", 1).errorCode == 3)
            #expect(try await client.produce(sound, to: "t", -1).errorCode == 3)
            #expect(
                try await client.produce(sound, to: "", version: 13, topicId: Uuid(high: 1, low: 2)).errorCode
                    == ErrorCode.unknownTopicId.rawValue)
            #expect(try await client.produce(sound, to: "", version: 13, topicId: id).errorCode == 0)
            #expect(
                try await client.produce(sound, to: "t", acks: 2).errorCode
                    == ErrorCode.invalidRequiredAcks.rawValue)
            #expect(
                try await client.produce(sound, to: TopicName.consumerOffsets).errorCode
                    == ErrorCode.invalidTopicException.rawValue)
        }
    }

    @Test func `zstd is for version 7 and later`() async throws {
        try await withBroker { _, client in
            try await client.createTopic("t")
            let zstd = try batch(["a"], compression: .zstd)
            #expect(
                try await client.produce(zstd, to: "t", version: 6).errorCode
                    == ErrorCode.unsupportedCompressionType.rawValue)
            #expect(try await client.produce(zstd, to: "t", version: 7).errorCode == 0)
        }
    }

    @Test func `a transactional batch is refused where no transactions are`() async throws {
        try await withBroker { _, client in
            try await client.createTopic("t")
            let batch = try batch(["a"], producerId: 5, producerEpoch: 0, sequence: 0, isTransactional: true)
            #expect(
                try await client.produce(batch, to: "t").errorCode
                    == ErrorCode.transactionalIdAuthorizationFailed.rawValue)
            let id = try await client.call(
                InitProducerIdRequest(transactionalId: "x", transactionTimeoutMs: 1000), version: 4)
            #expect(id.errorCode == ErrorCode.transactionalIdAuthorizationFailed.rawValue)
            #expect(id.producerId == -1)
        }
    }

    @Test func `a compacted topic wants keys, and the answer names the records without`() async throws {
        try await withBroker { _, client in
            try await client.createTopic("t", ["cleanup.policy": "compact"])
            #expect(try await client.produce(try batch(["a"]), to: "t").errorCode == 0)
            for codec in [CompressionType.none, .lz4] {
                let answer = try await client.produce(try batch(["a", "b"], key: nil, compression: codec), to: "t")
                #expect(answer.errorCode == ErrorCode.invalidRecord.rawValue)
                #expect(answer.recordErrors.map(\.batchIndex) == [0, 1])
                #expect(
                    answer.recordErrors.first?.batchIndexErrorMessage
                        == "Compacted topic cannot accept message without key in topic partition t-0")
                #expect(answer.errorMessage?.contains("due to 2 record errors in total") == true)
                #expect(answer.logStartOffset == 0)
            }
        }
    }

    @Test func `times out of the topic's bounds are refused record by record`() async throws {
        try await withBroker { _, client in
            let now = BrokerClock.system.now()
            try await client.createTopic(
                "t",
                ["message.timestamp.before.max.ms": "60000", "message.timestamp.after.max.ms": "60000"])
            #expect(try await client.produce(try batch(["a"], timestamp: now), to: "t").errorCode == 0)
            let late = try await client.produce(try batch(["a", "b"], timestamp: now + 3_600_000), to: "t")
            #expect(late.errorCode == ErrorCode.invalidTimestamp.rawValue)
            #expect(late.errorMessage == "One or more records have been rejected due to invalid timestamp")
            #expect(late.recordErrors.map(\.batchIndex) == [0, 1])
            let text = late.recordErrors.last?.batchIndexErrorMessage ?? ""
            #expect(text.hasPrefix("Timestamp \(now + 3_600_001) of message with offset 1 is out of range. The "))
            // The header's times are within bounds; a record between them is not.
            var mixed = RecordBatchBuilder()
            for time in [now, now - 3_600_000, now + 1] {
                try mixed.append(timestamp: time, key: nil, value: ByteBuffer(string: "x"))
            }
            let early = try await client.produce(try mixed.build(), to: "t")
            #expect(early.errorCode == ErrorCode.invalidTimestamp.rawValue)
            #expect(early.recordErrors.map(\.batchIndex) == [1])
            // Where the broker puts its own time on records, theirs do not matter.
            #expect(try await client.setConfig("t", "message.timestamp.type", "LogAppendTime") == 0)
            let stamped = try await client.produce(try batch(["c"]), to: "t")
            #expect(stamped.errorCode == 0)
            #expect(stamped.logAppendTimeMs >= now)
        }
    }

    @Test func `a greatest time that is not the records' own is put right`() async throws {
        try await withBroker { _, client in
            try await client.createTopic("t", ["retention.ms": "-1"])
            let sound = try batch(["a", "b"])
            var header = try RecordBatchHeader(parsing: sound)
            header.maxTimestamp = 5
            let records = try #require(
                sound.getSlice(at: sound.readerIndex + 61, length: sound.readableBytes - 61))
            header.crc = Checksums.of(header, records)
            var lying = ByteBuffer()
            header.write(to: &lying)
            lying.writeImmutableBuffer(records)
            #expect(try await client.produce(lying, to: "t").errorCode == 0)
            let data = try await client.fetch("t", at: 0)
            let stored = try #require(try batches(of: data.records).first)
            #expect(try RecordBatchHeader(parsing: stored).maxTimestamp == someTime + 1)
            #expect(try values(of: data.records) == ["a", "b"])
        }
    }

    /// Since Kafka 3.7 (KIP-966) no more replicas have to be in sync than the partition has.
    @Test func `a topic that asks for more replicas than it has takes records`() async throws {
        try await withBroker { _, client in
            try await client.createTopic("t", ["min.insync.replicas": "2"])
            #expect(try await client.produce(try batch(["a"]), to: "t", acks: -1).errorCode == 0)
            #expect(try await client.produce(try batch(["a"]), to: "t", acks: 1).errorCode == 0)
        }
    }
}

/// The checksum of a batch put together by hand.
private enum Checksums {
    static func of(_ header: RecordBatchHeader, _ records: ByteBuffer) -> UInt32 {
        var bytes = ByteBuffer()
        header.write(to: &bytes)
        bytes.writeImmutableBuffer(records)
        bytes.moveReaderIndex(forwardBy: RecordBatchHeader.checksummedFrom)
        return CRC32C.checksum(bytes)
    }
}
