import KafkaRecords
import NIOCore

/// Puts right what mutations break first.
enum Checksums {
    /// A batch of format v2, whose CRC-32C covers what lies behind it.
    static func corrected(batch: ByteBuffer) -> ByteBuffer {
        guard let length: Int32 = batch.getInteger(at: batch.readerIndex + 8), length > 9,
            let covered = batch.getSlice(at: batch.readerIndex + 21, length: Int(length) - 9)
        else { return batch }
        var sound = batch
        let checksum = covered.withUnsafeReadableBytes { CRC32C.checksum($0) }
        sound.setInteger(checksum, at: batch.readerIndex + 17)
        return sound
    }

    /// Entries of format v0 or v1, whose CRC-32 covers what lies behind it.
    static func corrected(messageSet: ByteBuffer) -> ByteBuffer {
        var sound = messageSet
        for entry in RecordBatches(messageSet) where entry.magic < 2 && entry.size > 16 {
            let start = messageSet.readerIndex + entry.position
            guard let covered = messageSet.getSlice(at: start + 16, length: entry.size - 16) else { continue }
            sound.setInteger(crc32(covered), at: start + 12)
        }
        return sound
    }

    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(index) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
    }

    private static func crc32(_ bytes: ByteBuffer) -> UInt32 {
        ~bytes.readableBytesView.reduce(~0) { table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] ^ $0 >> 8 }
    }
}
