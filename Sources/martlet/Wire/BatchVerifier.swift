import KafkaMessageJSON
import KafkaRecords
import NIOCore

/// Checks one golden record batch: bytes that another encoder wrote, and what a reader must see.
enum BatchVerifier {
    /// The most that the records of one batch may come to when they are decompressed.
    private static let limit = 256 << 20

    /// Throws ``CommandFailure`` if the line holds no batch.
    static func check(_ line: JSONValue) throws -> GoldenReport.Verdict {
        guard let bytes = (line["hex"]?.stringValue).flatMap({ Hexadecimal.decode($0.utf8) }) else {
            throw CommandFailure("no hex, or no hexadecimal digits")
        }
        let codec = line["codec"]?.stringValue ?? "unnamed"
        let offset = line["baseOffset"]?.integerValue.map { " at offset \($0)" } ?? ""
        var problems: [String] = []
        do throws(RecordError) {
            try compare(bytes, line, &problems)
        } catch {
            problems.append("\(error)")
        }
        return GoldenReport.Verdict(name: "\(codec) batch\(offset)", problems: problems)
    }

    private static func compare(
        _ bytes: ByteBuffer, _ line: JSONValue, _ problems: inout [String]
    ) throws(RecordError) {
        var reader = try RecordBatchReader(bytes, decompressionLimit: limit)
        let header = reader.header
        let records = try reader.readAll()
        if header.sizeInBytes != bytes.readableBytes {
            problems.append("the batch has \(header.sizeInBytes) bytes, expected \(bytes.readableBytes)")
        }
        compare(header, line, &problems)
        if header.isControl {
            try compare(records, control: line, &problems)
        } else {
            compare(records, line["records"], &problems)
        }
        try rebuild(header, records, bytes, &problems)
    }

    private static func compare(_ header: RecordBatchHeader, _ line: JSONValue, _ problems: inout [String]) {
        let timestampType = header.timestampType == .createTime ? "CreateTime" : "LogAppendTime"
        let found: [(String, JSONValue)] = [
            ("codec", .string(header.compression?.name ?? "\(header.attributes & 7)")),
            ("baseOffset", .integer(header.baseOffset)), ("lastOffset", .integer(header.lastOffset)),
            ("partitionLeaderEpoch", .integer(Int64(header.partitionLeaderEpoch))),
            ("crc", .integer(Int64(header.crc))), ("timestampType", .string(timestampType)),
            ("maxTimestamp", .integer(header.maxTimestamp)), ("producerId", .integer(header.producerId)),
            ("producerEpoch", .integer(Int64(header.producerEpoch))),
            ("baseSequence", .integer(Int64(header.baseSequence))),
            ("isTransactional", .bool(header.isTransactional)), ("isControl", .bool(header.isControl)),
        ]
        for (name, value) in found { note(value, line[name], name, &problems) }
    }

    private static func compare(_ records: [Record], _ expected: JSONValue?, _ problems: inout [String]) {
        guard case .array(let expected)? = expected else {
            problems.append("records: found \(records.count), expected none to be told")
            return
        }
        if records.count != expected.count {
            problems.append("records: found \(records.count), expected \(expected.count)")
        }
        for (index, (record, expected)) in zip(records, expected).enumerated() {
            let path = "records[\(index)]"
            note(.integer(record.offset), expected["offset"], "\(path).offset", &problems)
            note(.integer(record.timestamp), expected["timestamp"], "\(path).timestamp", &problems)
            note(text(record.key), expected["key"] ?? .null, "\(path).key", &problems)
            note(text(record.value), expected["value"] ?? .null, "\(path).value", &problems)
            let headers = record.headers.map { header in
                JSONValue.object([.init("key", text(header.keyBytes)), .init("value", text(header.value))])
            }
            note(.array(headers), expected["headers"] ?? .array([]), "\(path).headers", &problems)
        }
    }

    private static func compare(
        _ records: [Record], control line: JSONValue, _ problems: inout [String]
    ) throws(RecordError) {
        guard let record = records.first, records.count == 1 else {
            problems.append("records: found \(records.count), expected one control record")
            return
        }
        let control = try ControlRecord(record)
        let names: [ControlRecord.Kind: String] = [.commit: "COMMIT", .abort: "ABORT"]
        note(.string(names[control.kind] ?? "\(control.kind.rawValue)"), line["control"], "control", &problems)
        note(
            control.coordinatorEpoch.map { .integer(Int64($0)) } ?? .null, line["coordinatorEpoch"],
            "coordinatorEpoch", &problems)
    }

    /// Writes the batch again. A codec may compress otherwise than the one that made the batch: what it made must then
    /// be read as the same records.
    private static func rebuild(
        _ header: RecordBatchHeader, _ records: [Record], _ bytes: ByteBuffer, _ problems: inout [String]
    ) throws(RecordError) {
        let compression = header.compression ?? .none
        var builder = RecordBatchBuilder(
            .init(
                baseOffset: header.baseOffset, partitionLeaderEpoch: header.partitionLeaderEpoch,
                compression: compression,
                logAppendTime: header.timestampType == .logAppendTime ? header.maxTimestamp : nil,
                producerId: header.producerId, producerEpoch: header.producerEpoch, baseSequence: header.baseSequence,
                isTransactional: header.isTransactional, isControl: header.isControl))
        for record in records { try builder.appendKeepingOffset(record) }
        let again = try builder.build(lastOffset: header.lastOffset)
        if compression == .none, header.timestampType == .createTime {
            if again != bytes { problems.append("written again: other bytes than the batch has") }
        } else {
            var reader = try RecordBatchReader(again, decompressionLimit: limit)
            if try reader.readAll() != records { problems.append("written again: other records than the batch has") }
        }
    }

    private static func note(
        _ found: JSONValue, _ expected: JSONValue?, _ path: String, _ problems: inout [String]
    ) {
        guard let expected, found != expected else { return }
        problems.append("\(path): found \(found.text), expected \(expected.text)")
    }

    private static func text(_ bytes: ByteBuffer?) -> JSONValue {
        bytes.map { .string(String(buffer: $0)) } ?? .null
    }
}
