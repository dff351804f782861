import KafkaRecords
import KafkaWire
import NIOCore

/// Turns the record bytes of one partition's part of a fetch into records.
struct FetchDecoder: Sendable {
    let partition: TopicPartition
    let checkCRCs: Bool
    let skipsAborted: Bool
    /// The most that one batch may decompress to.
    let batchLimit: Int
    /// Decoding stops after this many bytes of records; the rest is fetched again later.
    let totalLimit: Int

    /// The records from `position` on, and the offset to go on with.
    func decode(
        _ bytes: ByteBuffer, from position: Int64, aborted: AbortedTransactions
    ) throws(ClientError) -> FetchedChunk {
        var chunk = FetchedChunk(partition: partition, records: [], nextPosition: position)
        var aborted = aborted
        var total = 0
        var batches = RecordBatches(bytes)
        while total < totalLimit, let entry = batches.next() {
            guard let slice = batches.slice(of: entry) else { break }
            do throws(RecordError) {
                if entry.magic >= 2 {
                    try read(slice, into: &chunk, aborted: &aborted, total: &total)
                } else {
                    try readLegacy(slice, into: &chunk, total: &total)
                }
            } catch {
                throw .corruptRecords(partition, offset: entry.offset, reason: "\(error)")
            }
        }
        if chunk.nextPosition == position, bytes.readableBytes > 0, batches.position == 0 {
            throw .corruptRecords(
                partition, offset: position,
                reason:
                    "the first batch is cut off or damaged; if it is larger than max.partition.fetch.bytes, raise that")
        }
        return chunk
    }

    private func read(
        _ batch: ByteBuffer, into chunk: inout FetchedChunk, aborted: inout AbortedTransactions, total: inout Int
    ) throws(RecordError) {
        let header = try RecordBatchHeader(parsing: batch, at: 0)
        guard header.lastOffset >= chunk.nextPosition else { return }
        if checkCRCs { _ = try RecordBatchValidator.validateStored(batch, at: 0) }
        let position = chunk.nextPosition
        chunk.nextPosition = header.nextOffset
        if header.isControl {
            aborted.end(producerId: header.producerId)
            return
        }
        if skipsAborted, header.isTransactional,
            aborted.covers(
                producerId: header.producerId, baseOffset: header.baseOffset, lastOffset: header.lastOffset)
        {
            return
        }
        var reader = try RecordBatchReader(batch, decompressionLimit: batchLimit, verifyChecksum: false)
        while let record = try reader.next() {
            guard record.offset >= position else { continue }
            chunk.append(
                record, timestampType: header.timestampType, leaderEpoch: header.partitionLeaderEpoch, total: &total)
        }
    }

    /// Message formats 0 and 1, which brokers before 4.0 still serve from old segments.
    private func readLegacy(
        _ bytes: ByteBuffer, into chunk: inout FetchedChunk, total: inout Int
    ) throws(RecordError) {
        var set = LegacyMessageSet(bytes, decompressionLimit: batchLimit, verifyChecksum: checkCRCs)
        while let message = try set.nextMessage() {
            for record in try LegacyMessageSet.open(message, decompressionLimit: batchLimit) {
                guard record.offset >= chunk.nextPosition else { continue }
                chunk.nextPosition = record.offset &+ 1
                let type = record.timestamp < 0 ? nil : Self.timestampType(of: message)
                chunk.append(record, timestampType: type, leaderEpoch: -1, total: &total)
            }
        }
    }
}

extension FetchDecoder {
    private static func timestampType(of message: LegacyMessage) -> TimestampType {
        message.attributes & 8 == 0 ? .createTime : .logAppendTime
    }
}

/// Records of one partition, and where to go on after them.
struct FetchedChunk: Sendable {
    var partition: TopicPartition
    var records: [ConsumedRecord]
    /// The offset after everything that was looked at, which can lie beyond the last record.
    var nextPosition: Int64
    /// How many of the records were handed out.
    var taken = 0

    fileprivate mutating func append(
        _ record: Record, timestampType: TimestampType?, leaderEpoch: Int32, total: inout Int
    ) {
        total += (record.key?.readableBytes ?? 0) + (record.value?.readableBytes ?? 0) + 64
        records.append(
            ConsumedRecord(
                partition: partition, offset: record.offset, timestamp: record.timestamp,
                timestampType: timestampType, leaderEpoch: leaderEpoch, key: record.key, value: record.value,
                headers: record.headers))
    }
}
