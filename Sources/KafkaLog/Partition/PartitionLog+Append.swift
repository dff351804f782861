internal import Glibc
public import NIOCore
internal import Synchronization

extension PartitionLog {
    /// Appends whole batches of format 2 that lie one behind the other; their checksums and structure have been
    /// checked by the caller. Offsets and leader epoch are set on the way to the file; the buffer stays as it is.
    ///
    /// Everything is appended with one write, or nothing is. From clients comes one batch at a time: a batch that
    /// the log has already makes the whole call a duplicate.
    @_specialize(where D == PosixDisk)
    public func append(
        _ records: ByteBuffer, leaderEpoch: Int32, origin: AppendOrigin = .client, now: Int64
    ) throws(LogError) -> AppendResult {
        try records.withUnsafeReadableBytes { (bytes) throws(LogError) in
            let count = try Self.countBatches(bytes)
            return try withUnsafeTemporaryAllocation(of: OutgoingBatch.self, capacity: count) {
                (batches) throws(LogError) in
                try OutgoingBatch.parse(bytes, into: batches)
                return try state.withLock { (state) throws(LogError) in
                    try state.append(batches, bytes: bytes, leaderEpoch: leaderEpoch, origin: origin, now: now)
                }
            }
        }
    }

    private static func countBatches(_ bytes: UnsafeRawBufferPointer) throws(LogError) -> Int {
        var position = 0
        var count = 0
        while position < bytes.count {
            guard bytes.count - position >= StoredBatch.headerSize else { throw .invalidBatch(.truncated) }
            let size = Int(bytes.bigEndian(Int32.self, at: position + 8)) + 12
            guard size >= StoredBatch.headerSize, size <= bytes.count - position else {
                throw .invalidBatch(.truncated)
            }
            position += size
            count += 1
        }
        guard count > 0 else { throw .invalidBatch(.truncated) }
        return count
    }
}
