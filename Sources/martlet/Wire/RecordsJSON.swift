import KafkaMessageJSON
import KafkaRecords
import NIOCore

/// Shows what is inside the bytes of a records field.
enum RecordsJSON {
    /// The most that the records of one batch may come to when they are decompressed.
    private static let limit = 256 << 20

    /// An array with an object for each batch or old message; what cannot be read is told in place.
    @Sendable static func json(of bytes: ByteBuffer) -> JSONValue {
        var walk = RecordBatches(bytes)
        var batches: [JSONValue] = []
        while let entry = walk.next() {
            guard let slice = walk.slice(of: entry) else { break }
            batches.append(.object(entry.magic == 2 ? batch(slice) : legacy(slice, magic: entry.magic)))
        }
        if let damage = walk.damage {
            batches.append(.object([.init("error", .string("\(damage)"))]))
        } else if walk.position < bytes.readableBytes {
            batches.append(.object([.init("incompleteBytes", .integer(Int64(bytes.readableBytes - walk.position)))]))
        }
        return .array(batches)
    }

    private static func batch(_ bytes: ByteBuffer) -> [JSONValue.Member] {
        var members: [JSONValue.Member] = []
        do throws(RecordError) {
            let header = try RecordBatchHeader(parsing: bytes)
            members = self.header(header)
            var reader = try RecordBatchReader(bytes, decompressionLimit: limit)
            members.append(.init("records", .array(try reader.readAll().map(record))))
        } catch {
            members.append(.init("error", .string("\(error)")))
        }
        return members
    }

    private static func header(_ header: RecordBatchHeader) -> [JSONValue.Member] {
        let timestampType = header.timestampType == .createTime ? "CreateTime" : "LogAppendTime"
        return [
            .init("baseOffset", .integer(header.baseOffset)),
            .init("lastOffset", .integer(header.lastOffset)),
            .init("partitionLeaderEpoch", .integer(Int64(header.partitionLeaderEpoch))),
            .init("magic", .integer(Int64(header.magic))),
            .init("crc", .integer(Int64(header.crc))),
            .init("compression", header.compression.map { .string($0.name) } ?? .null),
            .init("timestampType", .string(timestampType)),
            .init("baseTimestamp", .integer(header.baseTimestamp)),
            .init("maxTimestamp", .integer(header.maxTimestamp)),
            .init("producerId", .integer(header.producerId)),
            .init("producerEpoch", .integer(Int64(header.producerEpoch))),
            .init("baseSequence", .integer(Int64(header.baseSequence))),
            .init("isTransactional", .bool(header.isTransactional)),
            .init("isControl", .bool(header.isControl)),
            .init("recordCount", .integer(Int64(header.recordCount))),
        ]
    }

    private static func legacy(_ bytes: ByteBuffer, magic: Int8) -> [JSONValue.Member] {
        var members = [JSONValue.Member("magic", .integer(Int64(magic)))]
        do throws(RecordError) {
            let message = try LegacyMessage(parsing: bytes)
            members.append(.init("compression", message.compression.map { .string($0.name) } ?? .null))
            let records = try LegacyMessageSet.open(message, decompressionLimit: limit)
            members.append(.init("records", .array(records.map(record))))
        } catch {
            members.append(.init("error", .string("\(error)")))
        }
        return members
    }

    private static func record(_ record: Record) -> JSONValue {
        let headers = record.headers.map { header in
            JSONValue.object([.init("key", text(header.keyBytes)), .init("value", text(header.value))])
        }
        return .object([
            .init("offset", .integer(record.offset)), .init("timestamp", .integer(record.timestamp)),
            .init("key", text(record.key)), .init("value", text(record.value)), .init("headers", .array(headers)),
        ])
    }

    /// A string if the bytes are UTF-8, else an object with base64.
    private static func text(_ bytes: ByteBuffer?) -> JSONValue {
        guard let bytes else { return .null }
        if let text = String(validating: bytes.readableBytesView, as: UTF8.self) { return .string(text) }
        return .object([.init("base64", .string(Base64.encode(bytes.readableBytesView)))])
    }
}
