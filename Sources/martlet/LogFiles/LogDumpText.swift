import KafkaLog
import KafkaMessageJSON
import KafkaRecords
import NIOCore

/// The lines that kafka-dump-log prints.
struct LogDumpText {
    let file: String
    /// Keys and values are shown.
    let showsData: Bool
    /// Only keys and values are shown of a record.
    let skipsRecordMetadata: Bool
    let decoder: InternalRecordDecoder?

    func lines(_ item: LogFileItem) -> [String] {
        switch item {
        case .segment(let base): ["Log starting offset: \(base)"]
        case .metadataSnapshot(let offset, let epoch): ["Snapshot end offset: \(offset), epoch: \(epoch)"]
        case .bootstrapSnapshot: ["KRaft bootstrap snapshot"]
        case .batch(let batch): [Self.line(batch)] + records(batch)
        case .trailingBytes(let count):
            ["Found \(count) invalid bytes at the end of \(file.split(separator: "/").last.map(String.init) ?? file)"]
        case .offsetIndexEntry(let offset, let position): ["offset: \(offset) position: \(position)"]
        case .timeIndexEntry(let timestamp, let offset): ["timestamp: \(timestamp) offset: \(offset)"]
        case .abortedTransaction(let one):
            [
                "version: 0 producerId: \(one.producerId) firstOffset: \(one.firstOffset) lastOffset: \(one.lastOffset) "
                    + "lastStableOffset: \(one.lastStableOffset)"
            ]
        case .producer(let producer): [Self.line(producer)]
        case .emptyIndex: ["\(file) is empty."]
        case .saneIndex: ["\(file) passed sanity check."]
        case .mismatch(let text): ["Mismatch in \(file): \(text)"]
        }
    }

    private static func line(_ batch: LogFileBatch) -> String {
        var line: String
        if let count = batch.count {
            let horizon = batch.deleteHorizon.map { "OptionalLong[\($0)]" } ?? "OptionalLong.empty"
            line = "baseOffset: \(batch.baseOffset) lastOffset: \(batch.lastOffset) count: \(count)"
            line += " baseSequence: \(batch.baseSequence) lastSequence: \(batch.lastSequence)"
            line += " producerId: \(batch.producerId) producerEpoch: \(batch.producerEpoch)"
            line += " partitionLeaderEpoch: \(batch.leaderEpoch) isTransactional: \(batch.isTransactional)"
            line += " isControl: \(batch.isControl) deleteHorizonMs: \(horizon)"
        } else {
            line = "offset: \(batch.lastOffset)"
        }
        let codec = CompressionType(rawValue: batch.compression)?.name ?? "unknown(\(batch.compression))"
        line += " position: \(batch.position) \(batch.timestampType): \(batch.maxTimestamp) size: \(batch.size)"
        line += " magic: \(batch.magic) compresscodec: \(codec) crc: \(batch.checksum) isvalid: \(batch.isValid)"
        return line
    }

    private func records(_ batch: LogFileBatch) -> [String] {
        var lines = batch.records.map { line($0, batch) }
        if let error = batch.recordError { lines.append("| records cannot be read: \(error)") }
        return lines
    }

    private func line(_ record: Record, _ batch: LogFileBatch) -> String {
        var line = "|"
        if !skipsRecordMetadata {
            line += " offset: \(record.offset) \(batch.timestampType): \(record.timestamp)"
            line += " keySize: \(record.key?.readableBytes ?? -1) valueSize: \(record.value?.readableBytes ?? -1)"
            if batch.magic >= 2 {
                let sequence = batch.sequence(of: record)
                line += " sequence: \(sequence) headerKeys: [\(record.headers.map(\.key).joined(separator: ","))]"
            } else {
                line += " isValid: \(batch.isValid) crc: \(batch.checksum)"
            }
            if batch.isControl, let control = ControlRecordText(record) { line += " " + control.text }
        }
        guard showsData, !batch.isControl else { return line }
        if let decoder {
            let (key, value) = decoder.decode(record)
            if let key { line += " key: \(key.plainText)" }
            if let value { line += " payload: \(value.plainText)" }
        } else {
            if let key = record.key { line += " key: \(String(buffer: key))" }
            if let value = record.value { line += " payload: \(String(buffer: value))" }
        }
        return line
    }

    private static func line(_ producer: LogFileProducer) -> String {
        let start = producer.transactionStart.map { "OptionalLong[\($0)]" } ?? "OptionalLong.empty"
        var line = "producerId: \(producer.producerId) producerEpoch: \(producer.producerEpoch)"
        line += " coordinatorEpoch: \(producer.coordinatorEpoch) currentTxnFirstOffset: \(start)"
        line += " lastTimestamp: \(producer.lastTimestamp) "
        guard let batch = producer.lastBatch else { return line }
        line += "firstSequence: \(batch.firstSequence) lastSequence: \(batch.lastSequence)"
        line += " lastOffset: \(batch.lastOffset) offsetDelta: \(batch.offsetDelta) timestamp: \(batch.timestamp)"
        return line
    }
}

extension LogFileBatch {
    /// Kafka's name of what the timestamps are.
    var timestampType: String {
        if magic == 0 { return "NoTimestampType" }
        return isLogAppendTime ? "LogAppendTime" : "CreateTime"
    }

    /// A record's sequence number, wrapping from 2^31-1 to 0; -1 without a producer.
    func sequence(of record: Record) -> Int32 {
        guard baseSequence >= 0 else { return -1 }
        return Int32(truncatingIfNeeded: (Int64(baseSequence) + (record.offset &- baseOffset)) & 0x7fff_ffff)
    }
}

extension JSONValue {
    /// A string without its quotes, everything else as JSON.
    var plainText: String { stringValue ?? text }
}
