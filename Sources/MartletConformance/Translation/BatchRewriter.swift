import KafkaRecords
import NIOCore

/// Gives record batches another producer.
enum BatchRewriter {
    private static let checksumAt = 17
    private static let producerIdAt = 43
    private static let producerEpochAt = 51

    /// The same batches with the producer id and epoch that `change` gives for those in them. A checksum that was
    /// right stays so; bytes that are no batches with a producer are left as they are.
    static func rewrite(
        _ records: ByteBuffer, _ change: (_ id: Int64, _ epoch: Int16) -> (id: Int64, epoch: Int16)
    ) -> ByteBuffer {
        var result = records
        var walk = RecordBatches(records)
        while let entry = walk.next() {
            guard entry.magic == 2, let batch = walk.slice(of: entry),
                let header = try? RecordBatchHeader(parsing: batch), header.hasProducerId
            else { continue }
            let changed = change(header.producerId, header.producerEpoch)
            guard changed != (header.producerId, header.producerEpoch) else { continue }
            let start = result.readerIndex + entry.position
            let wasSound = checksum(of: batch) == header.crc
            result.setInteger(changed.id, at: start + producerIdAt)
            result.setInteger(changed.epoch, at: start + producerEpochAt)
            if wasSound, let rewritten = result.getSlice(at: start, length: entry.size) {
                result.setInteger(checksum(of: rewritten), at: start + checksumAt)
            }
        }
        return result
    }

    private static func checksum(of batch: ByteBuffer) -> UInt32 {
        let covered = batch.getSlice(
            at: batch.readerIndex + RecordBatchHeader.checksummedFrom,
            length: batch.readableBytes - RecordBatchHeader.checksummedFrom)
        return CRC32C.checksum(covered ?? ByteBuffer())
    }
}
