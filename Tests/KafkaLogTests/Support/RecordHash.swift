import Foundation
import KafkaRecords
import NIOCore

/// SHA-256 over records as a consumer sees them: offset, timestamp, key, value, headers, all with their lengths.
enum RecordHash {
    static func of(_ records: [Record]) throws -> String {
        var bytes = ByteBuffer()
        func field(_ field: ByteBuffer?) {
            bytes.writeInteger(Int32(field?.readableBytes ?? -1))
            if let field { bytes.writeImmutableBuffer(field) }
        }
        for record in records {
            bytes.writeMultipleIntegers(record.offset, record.timestamp)
            field(record.key)
            field(record.value)
            bytes.writeInteger(Int32(record.headers.count))
            for header in record.headers {
                field(header.keyBytes)
                field(header.value)
            }
        }
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("records-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(bytes.readableBytesView).write(to: file)
        return String(try ReferenceArchive.run("sha256sum", file.path).prefix(64))
    }
}
