import KafkaLog
import KafkaMessageJSON
import KafkaProtocol
import KafkaRecords
import KafkaWire
import NIOCore
import Testing

@testable import martlet

/// The lines of `martlet log dump`, which scripts read as they read kafka-dump-log's.
struct LogDumpTests {
    private func dumped(
        _ batches: [ByteBuffer], showsData: Bool = true, decoder: InternalRecordDecoder? = nil
    ) throws -> (text: [String], json: [JSONValue]) {
        let folder = "/tmp/martlet-dump-\(UInt64.random(in: .min ... .max))"
        let disk = PosixDisk()
        try disk.makeDirectory(folder)
        let path = folder + "/00000000000000000005.log"
        defer {
            try? disk.remove(path)
            try? disk.removeDirectory(folder)
        }
        try disk.replaceFile(path, in: folder, with: batches.flatMap { Array($0.readableBytesView) } + [0, 0, 0])
        var reader = LogFileReader(disk: disk, path: path)
        reader.readsRecords = showsData
        let text = LogDumpText(file: path, showsData: showsData, skipsRecordMetadata: false, decoder: decoder)
        let json = LogDumpJSON(file: path, showsData: showsData, decoder: decoder)
        var lines: [String] = []
        var objects: [JSONValue] = []
        try reader.forEach { item in
            lines += text.lines(item)
            objects.append(try JSONValue(parsing: json.line(item).utf8))
        }
        return (lines, objects)
    }

    @Test func batchesAndRecordsAreLinesOfKafkasForm() throws {
        var builder = RecordBatchBuilder(
            .init(
                baseOffset: 5, partitionLeaderEpoch: 2, producerId: 9, producerEpoch: 1, baseSequence: .max,
                isTransactional: true))
        try builder.append(timestamp: 1000, key: nil, value: ByteBuffer(string: "a"))
        try builder.append(
            timestamp: 1007, key: ByteBuffer(string: "k"), value: nil,
            headers: [.init(key: "h", value: nil), .init(key: "i", value: nil)])
        let batch = try builder.build()
        let marker = try ControlRecord.endTransactionBatch(
            commit: false, coordinatorEpoch: 4, producerId: 9, producerEpoch: 1, timestamp: 1010)
        let checksum = try RecordBatchHeader(parsing: batch).crc
        let (lines, json) = try dumped([batch, marker])
        #expect(lines[0] == "Log starting offset: 5")
        #expect(
            lines[1]
                == "baseOffset: 5 lastOffset: 6 count: 2 baseSequence: 2147483647 lastSequence: 0 producerId: 9 "
                + "producerEpoch: 1 partitionLeaderEpoch: 2 isTransactional: true isControl: false deleteHorizonMs: "
                + "OptionalLong.empty position: 0 CreateTime: 1007 size: \(batch.readableBytes) magic: 2 "
                + "compresscodec: none crc: \(checksum) isvalid: true")
        #expect(
            lines[2]
                == "| offset: 5 CreateTime: 1000 keySize: -1 valueSize: 1 sequence: 2147483647 headerKeys: [] payload: a"
        )
        #expect(
            lines[3] == "| offset: 6 CreateTime: 1007 keySize: 1 valueSize: -1 sequence: 0 headerKeys: [h,i] key: k")
        #expect(lines[5].hasSuffix("headerKeys: [] endTxnMarker: ABORT coordinatorEpoch: 4"))
        #expect(lines.last == "Found 3 invalid bytes at the end of 00000000000000000005.log")
        #expect(json[1]["records"]?[1]?["key"]?.stringValue == "k")
        #expect(json[2]["records"]?[0]?["control"]?.stringValue == "ABORT")
        #expect(json[3]["bytes"]?.integerValue == 3)
    }

    @Test func committedOffsetsAreDecoded() throws {
        var key = ByteBuffer(bytes: [0, 1])
        try key.writeMessage(OffsetCommitKey(group: "g", topic: "t", partition: 3), version: 1)
        var value = ByteBuffer(bytes: [0, 3])
        try value.writeMessage(
            OffsetCommitValue(offset: 7, leaderEpoch: 1, metadata: "m", commitTimestamp: 9), version: 3)
        var builder = RecordBatchBuilder()
        try builder.append(timestamp: 1, key: key, value: value)
        try builder.append(timestamp: 1, key: key, value: nil)
        try builder.append(timestamp: 1, key: ByteBuffer(bytes: [0x7f, 0]), value: value)
        let lines = try dumped([try builder.build()], decoder: .offsets).text
        let shown = #"key: {"type":"1","data":{"group":"g","topic":"t","partition":3}}"#
        #expect(
            lines[2].hasSuffix(
                shown
                    + #" payload: {"version":"3","data":{"offset":7,"leaderEpoch":1,"metadata":"m","commitTimestamp":9}}"#
            ))
        #expect(lines[3].hasSuffix(shown + " payload: <DELETE>"))
        #expect(lines[4].hasSuffix("key: Unknown record type 32512 at offset 2, skipping."))
    }

    @Test func metadataRecordsAreDecoded() throws {
        var value = ByteBuffer(bytes: [1, 2, 0])
        try value.writeMessage(TopicRecord(name: "t", topicId: Uuid(high: 0, low: 1)), version: 0)
        var builder = RecordBatchBuilder()
        try builder.append(timestamp: 1, key: nil, value: value)
        try builder.append(timestamp: 1, key: nil, value: ByteBuffer(bytes: [1, 0x7f, 0]))
        let lines = try dumped([try builder.build()], decoder: .clusterMetadata).text
        #expect(
            lines[2].hasSuffix(
                #"payload: {"type":"TOPIC_RECORD","version":0,"data":{"name":"t","topicId":"AAAAAAAAAAAAAAAAAAAAAQ"}}"#)
        )
        #expect(lines[3].hasSuffix("payload: Error at 1, skipping. Unknown metadata record 127."))
    }
}
