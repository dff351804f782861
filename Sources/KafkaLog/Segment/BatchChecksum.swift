internal import KafkaRecords

/// The checksum of a batch, added up piece by piece: CRC-32C of format 2, CRC-32 of the formats before.
struct BatchChecksum {
    private let isCurrentFormat: Bool
    private(set) var value: UInt32 = 0

    init(isCurrentFormat: Bool) {
        self.isCurrentFormat = isCurrentFormat
    }

    mutating func add(_ bytes: UnsafeRawBufferPointer) {
        if isCurrentFormat {
            CRC32C.extend(&value, with: bytes)
        } else {
            value = Self.crc32(bytes, value)
        }
    }

    /// Old messages are read when a directory of theirs is recovered, never on a hot path: a table of 16 entries does.
    private static func crc32(_ bytes: UnsafeRawBufferPointer, _ start: UInt32) -> UInt32 {
        var crc = ~start
        for byte in bytes {
            crc = nibbles[Int((crc ^ UInt32(byte)) & 0x0f)] ^ (crc >> 4)
            crc = nibbles[Int((crc ^ UInt32(byte >> 4)) & 0x0f)] ^ (crc >> 4)
        }
        return ~crc
    }

    private static let nibbles: [UInt32] = (0..<16).map { index in
        (0..<4).reduce(UInt32(index)) { crc, _ in crc & 1 == 1 ? (crc >> 1) ^ 0xedb8_8320 : crc >> 1 }
    }
}
