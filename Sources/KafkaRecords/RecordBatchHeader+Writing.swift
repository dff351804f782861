public import NIOCore

extension RecordBatchHeader {
    /// Writes the 61 bytes at a buffer's writer index.
    public func write(to buffer: inout ByteBuffer) {
        buffer.reserveCapacity(minimumWritableBytes: RecordBatchHeader.size)
        buffer.writeMultipleIntegers(baseOffset, batchLength, partitionLeaderEpoch, magic, crc)
        buffer.writeMultipleIntegers(attributes, lastOffsetDelta, baseTimestamp, maxTimestamp)
        buffer.writeMultipleIntegers(producerId, producerEpoch, baseSequence, recordCount)
    }

    /// The 61 bytes in a buffer of their own.
    public var encoded: ByteBuffer {
        var buffer = ByteBufferAllocator().buffer(capacity: RecordBatchHeader.size)
        write(to: &buffer)
        return buffer
    }

    /// This header with timestamps set by the broker, and the checksum that then belongs to the batch: for topics
    /// with LogAppendTime, and to clear that bit where a client set it on a topic with CreateTime.
    /// `batch` is the whole batch at its reader index; nothing in it is changed.
    public func stamped(
        _ type: TimestampType, maxTimestamp: Int64, in batch: ByteBuffer
    ) throws(RecordError) -> RecordBatchHeader {
        let start = batch.readerIndex + RecordBatchHeader.size
        guard sizeInBytes <= batch.readableBytes,
            let records = batch.getSlice(at: start, length: sizeInBytes - RecordBatchHeader.size)
        else { throw .truncated(needed: sizeInBytes, available: batch.readableBytes) }
        var header = self
        header.maxTimestamp = maxTimestamp
        switch type {
        case .createTime: header.attributes &= ~Attribute.logAppendTime
        case .logAppendTime: header.attributes |= Attribute.logAppendTime
        }
        header.crc = header.checksum(overRecords: records)
        return header
    }

    /// The checksum that belongs to this header with these bytes behind it.
    func checksum(overRecords records: ByteBuffer) -> UInt32 {
        var head = encoded
        head.moveReaderIndex(forwardBy: RecordBatchHeader.checksummedFrom)
        return CRC32C.checksum(records, seed: CRC32C.checksum(head))
    }

    /// The codec's number, whether or not such a codec exists.
    var compressionId: Int8 {
        Int8(truncatingIfNeeded: attributes & Attribute.compression)
    }
}
