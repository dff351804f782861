import KafkaMessageJSON
import KafkaRecords
import NIOCore

/// What a reader sees in a records field: the records one after the other, however they are spread over batches.
enum RecordsForm {
    /// The most that the records of one batch may come to when they are decompressed, in bytes.
    private static let limit = 256 << 20

    /// An array with an object for each record; what cannot be read is told in place, and a torn batch at the end,
    /// which every reader passes over, is left out.
    @Sendable static func json(of bytes: ByteBuffer) -> JSONValue {
        var walk = RecordBatches(bytes)
        var records: [JSONValue] = []
        while let entry = walk.next() {
            guard let slice = walk.slice(of: entry) else { break }
            do throws(RecordError) {
                records += try entry.magic == 2 ? batch(slice) : legacy(slice)
            } catch {
                records.append(["unreadable": .string("\(error)"), "offset": .integer(entry.offset)])
            }
        }
        if let damage = walk.damage { records.append(["unreadable": .string("\(damage)")]) }
        return .array(records)
    }

    private static func batch(_ bytes: ByteBuffer) throws(RecordError) -> [JSONValue] {
        var reader = try RecordBatchReader(bytes, decompressionLimit: limit)
        let header = reader.header
        var extras: [JSONValue.Member] = []
        if header.isControl { extras.append(.init("isControl", true)) }
        if header.isTransactional { extras.append(.init("isTransactional", true)) }
        if header.hasProducerId { extras.append(.init("producerId", .integer(header.producerId))) }
        return try reader.readAll().map { record($0, isAppendTime: header.timestampType == .logAppendTime, extras) }
    }

    private static func legacy(_ bytes: ByteBuffer) throws(RecordError) -> [JSONValue] {
        let message = try LegacyMessage(parsing: bytes)
        let isAppendTime = message.timestampType == .logAppendTime
        return try LegacyMessageSet.open(message, decompressionLimit: limit).map {
            record($0, isAppendTime: isAppendTime, [])
        }
    }

    /// The broker's own time has another name than the producer's, so that rules can tell them apart.
    private static func record(_ record: Record, isAppendTime: Bool, _ extras: [JSONValue.Member]) -> JSONValue {
        let headers = record.headers.map { header -> JSONValue in
            ["key": text(header.keyBytes), "value": text(header.value)]
        }
        let members: [JSONValue.Member] = [
            .init("offset", .integer(record.offset)),
            .init(isAppendTime ? "logAppendTime" : "timestamp", .integer(record.timestamp)),
            .init("key", text(record.key)), .init("value", text(record.value)), .init("headers", .array(headers)),
        ]
        return .object(members + extras)
    }

    /// A string if the bytes are UTF-8, else an object with base64.
    private static func text(_ bytes: ByteBuffer?) -> JSONValue {
        guard let bytes else { return .null }
        if let text = String(validating: bytes.readableBytesView, as: UTF8.self) { return .string(text) }
        return ["base64": .string(Base64.encode(bytes.readableBytesView))]
    }
}
