import KafkaRecords
import NIOCore
import Testing

@Suite struct RecordRulesTests {
    private func rejections(_ rules: RecordRules) throws -> [RecordRejection] {
        var builder = RecordBatchBuilder(.init(compression: .gzip))
        for (key, timestamp) in [("a", 100), (nil, 101), ("c", 50), (nil, 300), ("e", -1)] as [(String?, Int64)] {
            try builder.append(timestamp: timestamp, key: key.map(ByteBuffer.init(string:)), value: nil)
        }
        let batch = try builder.build()
        let header = try RecordBatchHeader(parsing: batch)
        return try RecordBatchInspector.inspect(batch, header, rules: rules, decompressionLimit: 1000).rejections
    }

    @Test func namesEveryRecordThatBreaksOne() throws {
        #expect(try rejections(RecordRules()) == [])
        #expect(
            try rejections(RecordRules(requiresKeys: true)) == [
                RecordRejection(index: 1, reason: .missingKey), RecordRejection(index: 3, reason: .missingKey),
            ])
        #expect(
            try rejections(RecordRules(timestamps: 100...200)) == [
                RecordRejection(index: 2, reason: .timestamp(50)), RecordRejection(index: 3, reason: .timestamp(300)),
            ])
        #expect(
            try rejections(RecordRules(requiresKeys: true, timestamps: 100...200)).map(\.index) == [1, 2, 3])
        #expect(RecordRules().isEmpty)
        #expect(!RecordRules(timestamps: 0...1).isEmpty)
    }
}
