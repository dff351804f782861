public import NIOCore

extension LegacyMessageSet {
    /// The entries of a message set as batches of format v2: a wrapper becomes a batch with the same codec, plain
    /// messages are gathered up to `batchSize` bytes. Offsets, timestamps and their type are kept; messages of
    /// format v0 have the timestamp -1.
    public static func converted(
        _ bytes: ByteBuffer, decompressionLimit: Int, batchSize: Int = 64 * 1024, partitionLeaderEpoch: Int32 = -1
    ) throws(RecordError) -> ByteBuffer {
        var set = LegacyMessageSet(bytes, decompressionLimit: decompressionLimit)
        var output = ByteBufferAllocator().buffer(capacity: bytes.readableBytes)
        var gathered: [Record] = []
        var gatheredSize = 0
        func flush() throws(RecordError) {
            guard !gathered.isEmpty else { return }
            output.writeImmutableBuffer(try batch(gathered, partitionLeaderEpoch: partitionLeaderEpoch))
            gathered.removeAll(keepingCapacity: true)
            gatheredSize = 0
        }
        while let message = try set.nextMessage() {
            let records = try open(message, decompressionLimit: decompressionLimit)
            if message.compressionId == 0, message.timestampType == .createTime {
                if gatheredSize + message.sizeInBytes > batchSize { try flush() }
                gathered += records
                gatheredSize += message.sizeInBytes
            } else {
                try flush()
                output.writeImmutableBuffer(
                    try batch(records, from: message, partitionLeaderEpoch: partitionLeaderEpoch))
            }
        }
        try flush()
        return output
    }

    private static func batch(
        _ records: [Record], from message: LegacyMessage? = nil, partitionLeaderEpoch: Int32
    ) throws(RecordError) -> ByteBuffer {
        var builder = RecordBatchBuilder(
            .init(
                baseOffset: records.first?.offset ?? 0, partitionLeaderEpoch: partitionLeaderEpoch,
                compression: message?.compression ?? .none,
                logAppendTime: message?.timestampType == .logAppendTime ? message?.timestamp : nil))
        for record in records { try builder.appendKeepingOffset(record) }
        return try builder.build()
    }
}
