import KafkaLog
import KafkaProtocol
import KafkaRecords
import KafkaWire
import NIOCore
import Synchronization

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

    /// What has come since the last snapshot.
    struct Progress {
        var bytesSinceSnapshot: Int64
        var lastSnapshotAt: Int64
    }

    let log: BrokerLog
    /// The epoch that this start took.
    let leaderEpoch: Int32
    let clock: BrokerClock
    let files: MetadataFiles
    let settings: MetadataLogSettings
    let progress: Mutex<Progress>

    private init(
        log: BrokerLog, leaderEpoch: Int32, clock: BrokerClock, files: MetadataFiles, settings: MetadataLogSettings,
        bytesSinceSnapshot: Int64
    ) {
        self.log = log
        self.leaderEpoch = leaderEpoch
        self.clock = clock
        self.files = files
        self.settings = settings
        progress = Mutex(Progress(bytesSinceSnapshot: bytesSinceSnapshot, lastSnapshotAt: clock.now()))
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
        logDirectory: String, nodeId: Int32, isClean: Bool, clock: BrokerClock,
        settings: MetadataLogSettings = MetadataLogSettings()
    ) throws(Failure) -> Opened {
        let files = MetadataFiles(logDirectory: logDirectory)
        do throws(DiskError) { try files.makeDirectory() } catch { throw .disk(error) }
        var opened = try openLog(files, settings, isClean: isClean, startOffset: 0, now: clock.now())
        var image = MetadataImage()
        let snapshot = try loadSnapshot(files, into: &image) ?? 0
        if opened.log.logEndOffset < snapshot {
            // What the log has lost the snapshot holds; the log goes on behind it.
            opened.log.abandon()
            opened = try openLog(files, settings, isClean: isClean, startOffset: snapshot, now: clock.now())
        }
        guard opened.log.logStartOffset <= snapshot else {
            throw .damaged("the log begins at \(opened.log.logStartOffset), and no whole snapshot reaches that far")
        }
        let bytes = try replay(opened.log, from: snapshot, into: &image)
        let previous = max(files.storedLeaderEpoch ?? 0, opened.log.latestLeaderEpoch ?? 0)
        let (epoch, overflow) = previous.addingReportingOverflow(1)
        guard !overflow else { throw .damaged("the leader epoch \(previous) cannot be followed by another") }
        do throws(DiskError) {
            try files.writeQuorumState(leaderId: nodeId, leaderEpoch: epoch)
        } catch {
            throw .disk(error)
        }
        opened.log.assignLeaderEpoch(epoch)
        let log = MetadataLog(
            log: opened.log, leaderEpoch: epoch, clock: clock, files: files, settings: settings,
            bytesSinceSnapshot: bytes)
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
            do throws(LogError) { try log.flush() } catch {
                log.takeBackLastAppend(size: batch.readableBytes)
                throw error
            }
            progress.withLock { $0.bytesSinceSnapshot += Int64(batch.readableBytes) }
            return appended.lastOffset
        } catch {
            throw .log(error)
        }
    }

    /// Takes the newest whole snapshot in; answers the offset from which the log goes on.
    private static func loadSnapshot(
        _ files: MetadataFiles, into image: inout MetadataImage
    ) throws(Failure) -> Int64? {
        let newest: (snapshot: MetadataSnapshot, batches: [ByteBuffer])?
        do throws(DiskError) { newest = try files.newestSnapshot() } catch { throw .disk(error) }
        guard let newest else { return nil }
        for batch in newest.batches { try apply(batch: batch, to: &image) }
        image.lastOffset = newest.snapshot.endOffset - 1
        return newest.snapshot.endOffset
    }

    private static func openLog(
        _ files: MetadataFiles, _ settings: MetadataLogSettings, isClean: Bool, startOffset: Int64, now: Int64
    ) throws(Failure) -> (log: BrokerLog, report: LoadReport) {
        var configuration = LogConfiguration()
        configuration.maxMessageBytes = 64 << 20
        configuration.segmentBytes = max(settings.segmentBytes, configuration.maxMessageBytes)
        configuration.segmentMs = settings.segmentMs
        configuration.fileDeleteDelayMs = 0
        configuration.deletes = false
        try refuseDamage(files.directory)
        do throws(LogError) {
            return try PartitionLog.open(
                disk: PosixDisk(), directory: files.directory, configuration: configuration,
                options: LoadOptions(
                    isClean: isClean, recoveryPoint: 0, logStartOffset: startOffset, now: now))
        } catch {
            throw .log(error)
        }
    }

    /// Every append is synced before the next one: what has sound batches behind it was whole once, and no write that a
    /// crash cut off. Recovery would cut the log there, and with it forget topics that are fine.
    private static func refuseDamage(_ directory: String) throws(Failure) {
        let damage: DamagedStretch?
        do throws(LogError) {
            damage = try BrokerLog.damageInside(disk: PosixDisk(), directory: directory)
        } catch {
            throw .log(error)
        }
        guard let damage else { return }
        throw .damaged(
            """
            bytes \(damage.bytes) of segment \(damage.segment) are damaged, with sound batches behind them; \
            `martlet log verify` with the log directory shows what is wrong, and `martlet log repair` cuts the log there
            """)
    }

    private static func replay(
        _ log: BrokerLog, from start: Int64, into image: inout MetadataImage
    ) throws(Failure) -> Int64 {
        var failure: Failure?
        var bytes: Int64 = 0
        do throws(LogScanner.Failure) {
            try LogScanner(log: log).forEachBatch(from: start) { header, batch in
                guard failure == nil, header.lastOffset >= start else { return }
                bytes += Int64(batch.readableBytes)
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
        return bytes
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
