import KafkaClient
import KafkaMessageJSON
import KafkaRecords
import NIOCore
import Testing

@testable import martlet

@Suite struct RecordFormatTests {
    private let record = ConsumedRecord(
        partition: TopicPartition(topic: "s-con", partition: 1), offset: 3, timestamp: 1_795_395_136_759,
        timestampType: .createTime, leaderEpoch: 5, key: ByteBuffer(string: "key0"),
        value: ByteBuffer(string: "line 0"),
        headers: [
            Record.Header(key: "h1", value: ByteBuffer(string: "v0")), Record.Header(key: "h2", value: nil),
        ])

    private func text(_ properties: [(String, String)], of record: ConsumedRecord) throws -> String {
        var format = RecordTextFormat()
        for (name, value) in properties { try format.apply(name, value) }
        return String(buffer: format.text(of: record))
    }

    @Test func allPartsInKafkasOrder() throws {
        let all = ["timestamp", "partition", "offset", "headers", "key"].map { ("print.\($0)", "true") }
        #expect(
            try text(all, of: record)
                == "CreateTime:1795395136759\tPartition:1\tOffset:3\th1:v0,h2:null\tkey0\tline 0\n")
    }

    @Test func nothingButTheValueByDefault() throws {
        #expect(try text([], of: record) == "line 0\n")
    }

    @Test func separatorsAndNulls() throws {
        var bare = record
        bare.key = nil
        bare.value = nil
        bare.headers = []
        bare.timestampType = .logAppendTime
        #expect(
            try text(
                [
                    ("print.key", "true"), ("print.headers", "true"), ("print.timestamp", "true"),
                    ("key.separator", "|"), ("null.literal", "-"), ("line.separator", ";"),
                ], of: bare) == "LogAppendTime:1795395136759|NO_HEADERS|-|-;")
        bare.timestampType = nil
        #expect(try text([("print.timestamp", "true"), ("print.value", "false")], of: bare) == "NO_TIMESTAMP\n")
    }

    @Test func unknownPropertiesAreRefused() {
        #expect(throws: CommandFailure.self) { try text([("print.colour", "true")], of: record) }
        #expect(throws: CommandFailure.self) { try text([("print.key", "yes")], of: record) }
    }

    @Test func jsonIsOneObjectALine() {
        var record = record
        record.value = ByteBuffer(string: "a \"quote\"\n\u{1}")
        record.key = ByteBuffer(bytes: [0xff, 0x00])
        #expect(
            String(buffer: RecordJSONFormat.text(of: record))
                == #"{"topic":"s-con","partition":1,"offset":3,"timestamp":1795395136759,"timestampType":"CreateTime","#
                + #""headers":[{"key":"h1","value":"v0"},{"key":"h2","value":null}],"key":{"base64":"/wA="},"#
                + #""value":"a \"quote\"\n\u0001"}"# + "\n")
    }

    @Test(arguments: [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg==")])
    func base64AsInItsRFC(text: String, expected: String) {
        #expect(Base64.encode(text.utf8) == expected)
    }
}
