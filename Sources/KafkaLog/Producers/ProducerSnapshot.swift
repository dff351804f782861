internal import KafkaRecords

/// The content of a `.snapshot` file: version, CRC32C of what follows it, and one fixed-size row per producer.
enum ProducerSnapshot {
    static let version: Int16 = 1
    private static let checksumEnd = 6
    private static let headSize = 10
    private static let rowSize = 46

    static func encode(_ entries: some Collection<ProducerStateEntry>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(headSize + entries.count * rowSize)
        bytes.appendBigEndian(version)
        bytes.appendBigEndian(UInt32(0))
        bytes.appendBigEndian(Int32(truncatingIfNeeded: entries.count))
        // The order of rows carries no meaning; ascending ids make equal states equal files.
        for entry in entries.sorted(by: { $0.producerId < $1.producerId }) {
            bytes.appendBigEndian(entry.producerId)
            bytes.appendBigEndian(entry.epoch)
            bytes.appendBigEndian(entry.lastSequence)
            bytes.appendBigEndian(entry.lastBatch?.lastOffset ?? -1)
            bytes.appendBigEndian(entry.lastBatch?.offsetDelta ?? 0)
            bytes.appendBigEndian(entry.lastTimestamp)
            bytes.appendBigEndian(entry.coordinatorEpoch)
            bytes.appendBigEndian(entry.transactionStart)
        }
        let checksum = bytes.withUnsafeBytes { CRC32C.checksum(.init(rebasing: $0[checksumEnd...])) }
        bytes.withUnsafeMutableBytes { $0.storeBigEndian(checksum, at: 2) }
        return bytes
    }

    /// Nil when the bytes are no such snapshot or were damaged.
    static func decode(_ bytes: [UInt8]) -> [ProducerStateEntry]? {
        bytes.withUnsafeBytes { bytes in
            guard bytes.count >= headSize, bytes.bigEndian(Int16.self, at: 0) == version else { return nil }
            guard CRC32C.checksum(.init(rebasing: bytes[checksumEnd...])) == bytes.bigEndian(UInt32.self, at: 2) else {
                return nil
            }
            let count = Int(bytes.bigEndian(Int32.self, at: checksumEnd))
            guard count >= 0, count <= (bytes.count - headSize) / rowSize else { return nil }
            return (0..<count).map { row(UnsafeRawBufferPointer(rebasing: bytes[(headSize + $0 * rowSize)...])) }
        }
    }

    private static func row(_ bytes: UnsafeRawBufferPointer) -> ProducerStateEntry {
        var entry = ProducerStateEntry(producerId: bytes.bigEndian(at: 0))
        let epoch: Int16 = bytes.bigEndian(at: 8)
        let lastOffset: Int64 = bytes.bigEndian(at: 14)
        let timestamp: Int64 = bytes.bigEndian(at: 26)
        if lastOffset >= 0 {
            entry.add(
                .init(
                    lastSequence: bytes.bigEndian(at: 10), lastOffset: lastOffset,
                    offsetDelta: bytes.bigEndian(at: 22), timestamp: timestamp),
                epoch: epoch)
        } else {
            entry.adopt(epoch)
        }
        entry.lastTimestamp = timestamp
        entry.coordinatorEpoch = bytes.bigEndian(at: 34)
        let transactionStart: Int64 = bytes.bigEndian(at: 38)
        entry.transactionStart = transactionStart >= 0 ? transactionStart : -1
        return entry
    }
}
