internal import Glibc
internal import KafkaRecords

/// A batch on its way into the log: what its head says, and the head's bytes as they will be in the file.
struct OutgoingBatch {
    var batch: StoredBatch
    /// Byte position in the append.
    var position: Int
    var marker: TransactionMarker?
    /// The first bytes, with offset and epoch (and, when the broker stamps times, checksum and timestamp) set.
    var head = InlineArray<61, UInt8>(repeating: 0)
    /// How many bytes of `head` replace the batch's own.
    var headSize = 0

    /// Offset, size and leader epoch: in front of everything the checksum covers.
    static let unstampedHeadSize = 16

    /// Where `head` lies inside the value.
    static let headOffset = MemoryLayout<OutgoingBatch>.offset(of: \.head) ?? 0

    /// Reads the heads of all batches; sizes have been checked.
    static func parse(
        _ bytes: UnsafeRawBufferPointer, into batches: UnsafeMutableBufferPointer<OutgoingBatch>
    ) throws(LogError) {
        var position = 0
        for index in batches.indices {
            let own = UnsafeRawBufferPointer(rebasing: bytes[position...])
            let batch: StoredBatch
            do throws(BatchDefect) {
                batch = try StoredBatch(parsing: own)
            } catch {
                throw .invalidBatch(error)
            }
            guard batch.isCurrentFormat else { throw .unsupportedMagic(batch.magic) }
            var outgoing = OutgoingBatch(batch: batch, position: position)
            if batch.isControl {
                outgoing.marker = TransactionMarker(
                    record: UnsafeRawBufferPointer(rebasing: own[StoredBatch.headerSize..<batch.size]))
            }
            batches.initializeElement(at: index, to: outgoing)
            position += batch.size
        }
    }

    /// Sets offset and epoch in the head; `stamp` is the broker's time where records carry that.
    /// `clearsStamp`: a producer's claim that the broker stamped the records is taken back, as Kafka does.
    mutating func assign(
        offset: Int64, leaderEpoch: Int32, stamp: Int64?, clearsStamp: Bool, bytes: UnsafeRawBufferPointer
    ) {
        batch.baseOffset = offset
        batch.leaderEpoch = leaderEpoch
        let isStamped = stamp != nil || (clearsStamp && batch.isLogAppendTime)
        headSize = isStamped ? StoredBatch.headerSize : Self.unstampedHeadSize
        var head = self.head
        withUnsafeMutableBytes(of: &head) { head in
            head.copyMemory(from: .init(rebasing: bytes[position..<position + StoredBatch.headerSize]))
            head.storeBigEndian(offset, at: 0)
            head.storeBigEndian(leaderEpoch, at: StoredBatch.Field.leaderEpoch)
            if isStamped { self.stamp(stamp, head, bytes) }
        }
        self.head = head
    }

    private mutating func stamp(
        _ time: Int64?, _ head: UnsafeMutableRawBufferPointer, _ bytes: UnsafeRawBufferPointer
    ) {
        if let time {
            batch.attributes |= StoredBatch.logAppendTimeBit
            batch.maxTimestamp = time
        } else {
            batch.attributes &= ~StoredBatch.logAppendTimeBit
        }
        head.storeBigEndian(batch.attributes, at: StoredBatch.Field.attributes)
        head.storeBigEndian(batch.maxTimestamp, at: StoredBatch.Field.maxTimestamp)
        var checksum = CRC32C.checksum(.init(rebasing: head[RecordBatchHeader.checksummedFrom...]))
        CRC32C.extend(
            &checksum, with: .init(rebasing: bytes[(position + StoredBatch.headerSize)..<(position + batch.size)]))
        batch.checksum = checksum
        head.storeBigEndian(checksum, at: StoredBatch.Field.checksum)
    }
}
