import KafkaLog
import KafkaMessageJSON
import KafkaRecords
import NIOCore

/// The same as ``LogDumpText`` as JSON: one object on a line for each item.
struct LogDumpJSON {
    let file: String
    let showsData: Bool
    let decoder: InternalRecordDecoder?

    func line(_ item: LogFileItem) -> String {
        let (kind, members) = members(item)
        return JSONValue.object([.init("file", .string(file)), .init("item", .string(kind))] + members).text
    }

    private func members(_ item: LogFileItem) -> (kind: String, [JSONValue.Member]) {
        switch item {
        case .segment(let base): ("segment", [.init("baseOffset", .integer(base))])
        case .metadataSnapshot(let offset, let epoch):
            ("metadataSnapshot", [.init("endOffset", .integer(offset)), .init("epoch", .integer(Int64(epoch)))])
        case .bootstrapSnapshot: ("bootstrapSnapshot", [])
        case .batch(let batch): ("batch", members(batch))
        case .trailingBytes(let count): ("trailingBytes", [.init("bytes", .integer(Int64(count)))])
        case .offsetIndexEntry(let offset, let position):
            ("offsetIndexEntry", [.init("offset", .integer(offset)), .init("position", .integer(Int64(position)))])
        case .timeIndexEntry(let timestamp, let offset):
            ("timeIndexEntry", [.init("timestamp", .integer(timestamp)), .init("offset", .integer(offset))])
        case .abortedTransaction(let one):
            (
                "abortedTransaction",
                [
                    .init("producerId", .integer(one.producerId)), .init("firstOffset", .integer(one.firstOffset)),
                    .init("lastOffset", .integer(one.lastOffset)),
                    .init("lastStableOffset", .integer(one.lastStableOffset)),
                ]
            )
        case .producer(let producer): ("producer", members(producer))
        case .emptyIndex: ("emptyIndex", [])
        case .saneIndex: ("saneIndex", [])
        case .mismatch(let text): ("mismatch", [.init("text", .string(text))])
        }
    }

    private func members(_ batch: LogFileBatch) -> [JSONValue.Member] {
        var members: [JSONValue.Member] = [
            .init("baseOffset", .integer(batch.baseOffset)), .init("lastOffset", .integer(batch.lastOffset)),
            .init("count", batch.count.map { .integer(Int64($0)) } ?? .null),
            .init("baseSequence", .integer(Int64(batch.baseSequence))),
            .init("lastSequence", .integer(Int64(batch.lastSequence))),
            .init("producerId", .integer(batch.producerId)),
            .init("producerEpoch", .integer(Int64(batch.producerEpoch))),
            .init("partitionLeaderEpoch", .integer(Int64(batch.leaderEpoch))),
            .init("isTransactional", .bool(batch.isTransactional)), .init("isControl", .bool(batch.isControl)),
            .init("deleteHorizonMs", batch.deleteHorizon.map { .integer($0) } ?? .null),
            .init("position", .integer(Int64(batch.position))), .init("timestampType", .string(batch.timestampType)),
            .init("maxTimestamp", .integer(batch.maxTimestamp)), .init("size", .integer(Int64(batch.size))),
            .init("magic", .integer(Int64(batch.magic))),
            .init("compression", .string(CompressionType(rawValue: batch.compression)?.name ?? "unknown")),
            .init("crc", .integer(Int64(batch.checksum))), .init("isValid", .bool(batch.isValid)),
        ]
        if !batch.records.isEmpty { members.append(.init("records", .array(batch.records.map { json($0, batch) }))) }
        if let error = batch.recordError { members.append(.init("recordError", .string("\(error)"))) }
        return members
    }

    private func json(_ record: Record, _ batch: LogFileBatch) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("offset", .integer(record.offset)), .init("timestamp", .integer(record.timestamp)),
            .init("keySize", .integer(Int64(record.key?.readableBytes ?? -1))),
            .init("valueSize", .integer(Int64(record.value?.readableBytes ?? -1))),
            .init("sequence", .integer(Int64(batch.sequence(of: record)))),
            .init("headerKeys", .array(record.headers.map { .string($0.key) })),
        ]
        if batch.isControl, let control = ControlRecordText(record) {
            members.append(.init("control", .string(control.name)))
            if let epoch = control.coordinatorEpoch {
                members.append(.init("coordinatorEpoch", .integer(Int64(epoch))))
            }
            if let message = control.message { members.append(.init("message", message)) }
        } else if showsData {
            let (key, value) = decoder?.decode(record) ?? (Self.data(record.key), Self.data(record.value))
            members.append(.init("key", key ?? .null))
            members.append(.init("value", value ?? .null))
        }
        return .object(members)
    }

    /// Text as a string, other bytes as an object with base64.
    private static func data(_ bytes: ByteBuffer?) -> JSONValue? {
        guard let bytes else { return nil }
        if let text = String(validating: bytes.readableBytesView, as: UTF8.self) { return .string(text) }
        return .object([.init("base64", .string(Base64.encode(bytes.readableBytesView)))])
    }

    private func members(_ producer: LogFileProducer) -> [JSONValue.Member] {
        var members: [JSONValue.Member] = [
            .init("producerId", .integer(producer.producerId)),
            .init("producerEpoch", .integer(Int64(producer.producerEpoch))),
            .init("coordinatorEpoch", .integer(Int64(producer.coordinatorEpoch))),
            .init("currentTxnFirstOffset", producer.transactionStart.map { .integer($0) } ?? .null),
            .init("lastTimestamp", .integer(producer.lastTimestamp)),
        ]
        if let batch = producer.lastBatch {
            members += [
                .init("firstSequence", .integer(Int64(batch.firstSequence))),
                .init("lastSequence", .integer(Int64(batch.lastSequence))),
                .init("lastOffset", .integer(batch.lastOffset)),
                .init("offsetDelta", .integer(Int64(batch.offsetDelta))),
                .init("timestamp", .integer(batch.timestamp)),
            ]
        }
        return members
    }
}
