import KafkaRecords
import NIOCore

/// Makes batches of format 2 by hand, so that these tests stand on the format and not on another module's encoder.
struct TestBatch {
    var count: Int32 = 1
    var timestamps: [Int64] = [1_000]
    var producerId: Int64 = -1
    var epoch: Int16 = -1
    var sequence: Int32 = -1
    var isTransactional = false
    /// Commit or abort, for a control batch.
    var marker: Bool?
    var coordinatorEpoch: Int32 = 0
    var valueSize = 10
    var fill: UInt8 = 0x61

    var bytes: [UInt8] {
        let base = timestamps.first ?? 0
        var records: [UInt8] = []
        for index in 0..<count {
            let timestamp = Int(index) < timestamps.count ? timestamps[Int(index)] : timestamps.last ?? 0
            var record: [UInt8] = [0] + varint(timestamp - base) + varint(Int64(index))
            if let marker {
                record += varint(4) + [0, 0, 0, marker ? 1 : 0]
                record += varint(6) + [0, 0] + bigEndian(coordinatorEpoch)
            } else {
                record += varint(-1) + varint(Int64(valueSize)) + [UInt8](repeating: fill, count: valueSize)
            }
            record += [0]
            records += varint(Int64(record.count)) + record
        }
        var covered: [UInt8] = []
        let attributes: Int16 = (isTransactional ? 0x10 : 0) | (marker != nil ? 0x30 : 0)
        covered += bigEndian(attributes) + bigEndian(count - 1)
        covered += bigEndian(base) + bigEndian(timestamps.max() ?? 0)
        covered += bigEndian(producerId) + bigEndian(epoch) + bigEndian(sequence) + bigEndian(count) + records
        let checksum = covered.withUnsafeBytes { CRC32C.checksum($0) }
        return bigEndian(Int64(0)) + bigEndian(Int32(covered.count + 9)) + bigEndian(Int32(-1)) + [2]
            + bigEndian(checksum) + covered
    }

    var buffer: ByteBuffer { ByteBuffer(bytes: bytes) }

    private func bigEndian<T: FixedWidthInteger>(_ value: T) -> [UInt8] {
        withUnsafeBytes(of: value.bigEndian) { Array($0) }
    }

    private func varint(_ value: Int64) -> [UInt8] {
        var rest = UInt64(bitPattern: (value << 1) ^ (value >> 63))
        var bytes: [UInt8] = []
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        return bytes + [UInt8(rest)]
    }
}
