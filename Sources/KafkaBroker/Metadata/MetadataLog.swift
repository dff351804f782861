import KafkaLog
import KafkaProtocol
import KafkaRecords
import KafkaWire
import NIOCore

/// `__cluster_metadata-0`, kept as a KRaft quorum of one keeps it, so that a directory can move between this broker and
/// Apache Kafka: record batches under a leader epoch, `quorum-state`, and `bootstrap.checkpoint` beside it.
final class MetadataLog: Sendable {
    enum Failure: Error {
        case log(LogError)
        case disk(DiskError)
        case records(RecordError)
        case encoding(WireError)
        case decoding(WireError, offset: Int64)
        case damaged(String)
    }

    static let directoryName = "__cluster_metadata-0"

    private let log: BrokerLog
    /// The epoch that this start took.
    let leaderEpoch: Int32
    private let clock: BrokerClock

    private init(log: BrokerLog, leaderEpoch: Int32, clock: BrokerClock) {
        self.log = log
        self.leaderEpoch = leaderEpoch
        self.clock = clock
    }

    /// Where the metadata log stood when it was opened.
    struct Opened {
        let log: MetadataLog
        let image: MetadataImage
        /// The directory was new: the cluster's first records have still to be written.
        let isNew: Bool
        let report: LoadReport
    }

    /// Opens or creates the log under a log directory, reads it into an image and takes a new leader epoch.
    static func open(
        logDirectory: String, nodeId: Int32, isClean: Bool, clock: BrokerClock
    ) throws(Failure) -> Opened {
        let files = MetadataFiles(logDirectory: logDirectory)
        do throws(DiskError) { try files.makeDirectory() } catch { throw .disk(error) }
        let opened = try openLog(files, isClean: isClean, now: clock.now())
        var image = MetadataImage()
        let snapshot = try files.loadLatestSnapshot { (batch) throws(Failure) in
            try Self.apply(batch: batch, to: &image)
        }
        if let snapshot { image.lastOffset = snapshot - 1 }
        try replay(opened.log, from: max(opened.log.logStartOffset, snapshot ?? 0), into: &image)
        let previous = max(files.storedLeaderEpoch ?? 0, opened.log.latestLeaderEpoch ?? 0)
        let (epoch, overflow) = previous.addingReportingOverflow(1)
        guard !overflow else { throw .damaged("the leader epoch \(previous) cannot be followed by another") }
        do throws(DiskError) {
            try files.writeQuorumState(leaderId: nodeId, leaderEpoch: epoch)
        } catch {
            throw .disk(error)
        }
        opened.log.assignLeaderEpoch(epoch)
        let log = MetadataLog(log: opened.log, leaderEpoch: epoch, clock: clock)
        let isNew = image.lastOffset < 0
        try log.appendLeaderChange(nodeId: nodeId)
        return Opened(log: log, image: image, isNew: isNew, report: opened.report)
    }

    /// Writes records as one batch, which is all or nothing, and makes them durable; answers the last one's offset.
    func append(_ records: [MetadataRecord]) throws(Failure) -> Int64 {
        var builder = RecordBatchBuilder()
        let now = clock.now()
        for record in records {
            let value: ByteBuffer
            do throws(WireError) { value = try record.encoded() } catch { throw .encoding(error) }
            do throws(RecordError) {
                try builder.append(timestamp: now, key: nil, value: value)
            } catch {
                throw .records(error)
            }
        }
        return try append(builder)
    }

    /// The offset that the next record will get.
    var endOffset: Int64 { log.logEndOffset }

    func close() throws(Failure) {
        do throws(LogError) { try log.close() } catch { throw .log(error) }
    }

    private func appendLeaderChange(nodeId: Int32) throws(Failure) {
        let message = LeaderChangeMessage(
            version: 0, leaderId: nodeId, voters: [.init(voterId: nodeId)], grantingVoters: [.init(voterId: nodeId)])
        var value = ByteBuffer()
        do throws(WireError) { try value.writeMessage(message, version: 0) } catch { throw .encoding(error) }
        var builder = RecordBatchBuilder(.init(isControl: true))
        do throws(RecordError) {
            try builder.append(timestamp: clock.now(), key: ControlRecord(kind: .leaderChange).key, value: value)
        } catch {
            throw .records(error)
        }
        _ = try append(builder)
    }

    private func append(_ builder: RecordBatchBuilder) throws(Failure) -> Int64 {
        let batch: ByteBuffer
        do throws(RecordError) { batch = try builder.build() } catch { throw .records(error) }
        do throws(LogError) {
            let appended = try log.append(batch, leaderEpoch: leaderEpoch, origin: .coordinator, now: clock.now())
            try log.flush()
            return appended.lastOffset
        } catch {
            throw .log(error)
        }
    }

    private static func openLog(
        _ files: MetadataFiles, isClean: Bool, now: Int64
    ) throws(Failure) -> (log: BrokerLog, report: LoadReport) {
        var configuration = LogConfiguration()
        configuration.maxMessageBytes = 64 << 20
        configuration.segmentMs = .max
        configuration.deletes = false
        do throws(LogError) {
            return try PartitionLog.open(
                disk: PosixDisk(), directory: files.directory, configuration: configuration,
                options: LoadOptions(isClean: isClean, recoveryPoint: 0, logStartOffset: 0, now: now))
        } catch {
            throw .log(error)
        }
    }

    private static func replay(_ log: BrokerLog, from start: Int64, into image: inout MetadataImage) throws(Failure) {
        var failure: Failure?
        do throws(LogScanner.Failure) {
            try LogScanner(log: log).forEachBatch(from: start) { _, batch in
                guard failure == nil else { return }
                do throws(Failure) { try apply(batch: batch, to: &image) } catch { failure = error }
            }
        } catch {
            throw switch error {
            case .log(let error): Failure.log(error)
            case .disk(let error): Failure.disk(error)
            case .records(let error): Failure.records(error)
            }
        }
        if let failure { throw failure }
    }

    private static func apply(batch: ByteBuffer, to image: inout MetadataImage) throws(Failure) {
        let header: RecordBatchHeader
        do throws(RecordError) { header = try RecordBatchHeader(parsing: batch) } catch { throw .records(error) }
        defer { image.lastOffset = max(image.lastOffset, header.lastOffset) }
        guard !header.isControl else { return }
        var failure: Failure?
        let damage = LogScanner.forEachRecord(of: batch, header) { _, record in
            guard failure == nil, let value = record.value else { return }
            do throws(WireError) {
                image.apply(try MetadataRecord(decoding: value))
            } catch {
                failure = .decoding(error, offset: record.offset)
            }
        }
        if let failure { throw failure }
        if let damage { throw .records(damage) }
    }
}
