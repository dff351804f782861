import KafkaLog
import KafkaProtocol
import KafkaServer
import KafkaWire

/// Reads what a fetch wants: byte ranges of segments, never the bytes themselves.
struct FetchReader {
    typealias PartitionData = FetchResponse.PartitionData

    /// What one pass over the partitions found.
    struct Result: Sendable {
        /// In the order of the targets.
        var partitions: [PartitionData] = []
        /// Where the bytes are; the `token` of external records is an index of this.
        var files: [FileSegment] = []
        var byteCount = 0
        /// An error or a divergence, or nothing to wait for: the client must hear of it at once.
        var mustAnswer = false
        /// What tells where the bytes are is on the device only, and was not to be waited for: nothing here counts.
        var isCold = false
        /// Partitions in which bytes that are no batch were met for the first time, and what is wrong with them.
        var damaged: [(partition: Partition, error: LogError)] = []
    }

    let maxBytes: Int
    let readCommitted: Bool

    func read(_ targets: [FetchTarget]) -> Result {
        var result = Result()
        result.partitions.reserveCapacity(targets.count)
        // Partitions that are not there end no wait while others are, as in Kafka: a session that holds a deleted topic
        // would have its client ask without a pause.
        result.mustAnswer = targets.allSatisfy { $0.partition == nil }
        for target in targets {
            let data = read(target, &result)
            if target.partition != nil, data.errorCode != 0 || data.divergingEpoch.epoch >= 0 {
                result.mustAnswer = true
            }
            result.partitions.append(data)
        }
        return result
    }

    private func read(_ target: FetchTarget, _ result: inout Result) -> PartitionData {
        guard let partition = target.partition else {
            return Self.failure(target.index, target.error, abortedTransactions: [])
        }
        let epochError = partition.error(forLeaderEpoch: target.currentLeaderEpoch)
        guard epochError == .none else { return Self.failure(target.index, epochError) }
        guard let log = partition.log else { return Self.failure(target.index, .kafkaStorageError) }
        if let answer = divergence(of: target, from: log) { return answer }
        let remaining = max(0, maxBytes - result.byteCount)
        do throws(LogError) {
            let read = try log.read(
                from: target.fetchOffset, maxBytes: min(target.maxBytes, remaining),
                minOneBatch: result.byteCount == 0,
                isolation: readCommitted ? .committed : .highWatermark)
            let aborted =
                readCommitted && read.length > 0
                ? try log.abortedTransactions(from: target.fetchOffset, to: read.nextOffset) : []
            var data = PartitionData(
                partitionIndex: target.index, errorCode: 0, highWatermark: read.offsets.highWatermark,
                lastStableOffset: read.offsets.lastStable, logStartOffset: read.offsets.start,
                abortedTransactions: readCommitted
                    ? aborted.map { .init(producerId: $0.producerId, firstOffset: $0.firstOffset) } : nil,
                preferredReadReplica: -1, records: .empty)
            if let file = read.file, read.length > 0 {
                data.records = .external(length: read.length, token: result.files.count)
                result.files.append(
                    FileSegment(
                        owner: file, descriptor: file.descriptor, offset: Int64(read.position),
                        length: read.length))
                result.byteCount += read.length
            }
            return data
        } catch {
            if error.wouldWait { result.isCold = true }
            if case .invalidBatch = error, partition.noteDamage() { result.damaged.append((partition, error)) }
            return Self.failure(target.index, ErrorCode(error))
        }
    }

    /// The answer that says where the client's history parts from this log's (KIP-595), or nil when it does not. What
    /// lies before the log's start, or is of an epoch that the log cannot place, is out of range as anywhere.
    private func divergence(of target: FetchTarget, from log: BrokerLog) -> PartitionData? {
        guard target.lastFetchedEpoch >= 0 else { return nil }
        let offsets = log.offsets
        guard let end = log.endOffset(ofEpoch: target.lastFetchedEpoch), target.fetchOffset >= offsets.start else {
            return Self.failure(target.index, .offsetOutOfRange)
        }
        guard end.epoch < target.lastFetchedEpoch || end.endOffset < target.fetchOffset else { return nil }
        var data = Self.failure(target.index, .none)
        data.divergingEpoch = FetchResponse.EpochEndOffset(epoch: end.epoch, endOffset: end.endOffset)
        (data.highWatermark, data.lastStableOffset) = (offsets.highWatermark, offsets.lastStable)
        data.logStartOffset = offsets.start
        return data
    }

    static func failure(
        _ index: Int32, _ code: ErrorCode, abortedTransactions: [FetchResponse.AbortedTransaction]? = nil
    ) -> PartitionData {
        PartitionData(
            partitionIndex: index, errorCode: code.rawValue, highWatermark: -1, lastStableOffset: -1,
            logStartOffset: -1, abortedTransactions: abortedTransactions, preferredReadReplica: -1, records: .empty)
    }
}
