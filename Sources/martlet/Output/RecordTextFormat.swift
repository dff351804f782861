import KafkaClient
import KafkaRecords
import NIOCore

/// Prints records as Kafka's console consumer does.
struct RecordTextFormat {
    var printsTimestamp = false
    var printsKey = false
    var printsOffset = false
    var printsPartition = false
    var printsEpoch = false
    var printsHeaders = false
    var printsValue = true
    var keySeparator = "\t"
    var lineSeparator = "\n"
    var headersSeparator = ","
    var nullLiteral = "null"

    /// Takes over a property of the console consumer's formatter. Throws ``CommandFailure``.
    mutating func apply(_ name: String, _ value: String) throws {
        switch name {
        case "print.timestamp": printsTimestamp = try PropertyValue.bool(value, of: name)
        case "print.key": printsKey = try PropertyValue.bool(value, of: name)
        case "print.offset": printsOffset = try PropertyValue.bool(value, of: name)
        case "print.partition": printsPartition = try PropertyValue.bool(value, of: name)
        case "print.epoch": printsEpoch = try PropertyValue.bool(value, of: name)
        case "print.headers": printsHeaders = try PropertyValue.bool(value, of: name)
        case "print.value": printsValue = try PropertyValue.bool(value, of: name)
        case "key.separator": keySeparator = PropertyValue.separator(value)
        case "line.separator": lineSeparator = PropertyValue.separator(value)
        case "headers.separator": headersSeparator = PropertyValue.separator(value)
        case "null.literal": nullLiteral = value
        default:
            throw CommandFailure(
                "--property \(name) is not known. There are print.timestamp, print.partition, print.offset, print.epoch, "
                    + "print.headers, print.key, print.value, key.separator, line.separator, headers.separator and "
                    + "null.literal.")
        }
    }

    /// The record's text with the line separator behind it.
    func text(of record: ConsumedRecord) -> ByteBuffer {
        var text = ByteBuffer()
        var isFirst = true
        func column(_ isWanted: Bool, _ write: (inout ByteBuffer) -> Void) {
            guard isWanted else { return }
            if !isFirst { text.writeString(keySeparator) }
            isFirst = false
            write(&text)
        }
        column(printsTimestamp) { $0.writeString(timestamp(of: record)) }
        column(printsPartition) { $0.writeString("Partition:\(record.partition.partition)") }
        column(printsOffset) { $0.writeString("Offset:\(record.offset)") }
        column(printsEpoch) { $0.writeString("Epoch:\(record.leaderEpoch)") }
        column(printsHeaders) { writeHeaders(of: record, to: &$0) }
        column(printsKey) { write(record.key, to: &$0) }
        column(printsValue) { write(record.value, to: &$0) }
        text.writeString(lineSeparator)
        return text
    }

    private func timestamp(of record: ConsumedRecord) -> String {
        switch record.timestampType {
        case .createTime: "CreateTime:\(record.timestamp)"
        case .logAppendTime: "LogAppendTime:\(record.timestamp)"
        case nil: "NO_TIMESTAMP"
        }
    }

    private func writeHeaders(of record: ConsumedRecord, to text: inout ByteBuffer) {
        guard !record.headers.isEmpty else {
            text.writeString("NO_HEADERS")
            return
        }
        for (index, header) in record.headers.enumerated() {
            if index > 0 { text.writeString(headersSeparator) }
            text.writeImmutableBuffer(header.keyBytes)
            text.writeString(":")
            write(header.value, to: &text)
        }
    }

    private func write(_ bytes: ByteBuffer?, to text: inout ByteBuffer) {
        if let bytes { text.writeImmutableBuffer(bytes) } else { text.writeString(nullLiteral) }
    }
}
