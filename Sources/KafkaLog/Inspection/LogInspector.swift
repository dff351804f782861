/// What a check found in one directory, in the order in which it came upon it.
public struct LogCheckReport: Sendable {
    /// The directory: a partition's, or the log directory itself.
    public var directory: String
    public var findings: [LogFinding] = []
    /// Bytes of segments that were read.
    public var bytes = 0
    /// Offset behind the last batch; nil for the log directory itself.
    public var endOffset: Int64?

    /// The worst of the findings.
    public var severity: LogFinding.Severity? { findings.map(\.severity).max() }
}

/// Checks and repairs a whole log directory, or one partition's directory, that no broker has open.
///
/// A check opens files for reading only and leaves everything as it is. Whether a directory is in use is for the caller
/// to find out (``isInUse(_:)``), as `.lock` belongs to the log directory.
public struct LogInspector<D: Disk>: Sendable {
    public let disk: D
    /// `index.interval.bytes` for indexes that are built anew.
    public var indexInterval = 4096
    /// Decompress batches and count their records, too.
    public var opensBatches = true

    public init(disk: D) {
        self.disk = disk
    }

    /// Whether a broker holds the lock of a log directory. Where there is no `.lock` file none does, and none is made.
    public func isInUse(_ logDirectory: String) throws(LogDirectoryError) -> Bool {
        do throws(DiskError) {
            guard try disk.exists(logDirectory + "/.lock") else { return false }
            _ = try disk.lock(logDirectory + "/.lock")
            return false
        } catch {
            if error.isLockedElsewhere { return true }
            throw .storage(error)
        }
    }

    /// The log directory that a path names or lies in: the path itself, or its parent when it is a partition's directory.
    public func logDirectory(of path: String) throws(LogDirectoryError) -> (path: String, partition: String?) {
        let trimmed = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        let names: [DirectoryEntry]
        do throws(DiskError) { names = try disk.list(trimmed) } catch { throw .storage(error) }
        let isPartition = names.contains { entry in
            !entry.isDirectory && (SegmentFileName(entry.name) != nil || entry.name == PartitionMetadata.fileName)
        }
        guard isPartition else { return (trimmed, nil) }
        guard let slash = trimmed.lastIndex(of: "/") else { return (".", trimmed) }
        let parent = String(trimmed[..<slash])
        return (parent.isEmpty ? "/" : parent, String(trimmed[trimmed.index(after: slash)...]))
    }

    /// Checks a log directory, or the one partition in it that the path names; calls `body` with each directory's report.
    public func check(_ path: String, _ body: (LogCheckReport) -> Void) throws(LogDirectoryError) {
        let place = try logDirectory(of: path)
        do throws(DiskError) {
            let about = try DirectoryFacts(disk, place.path)
            if place.partition == nil { body(LogCheckReport(directory: place.path, findings: about.findings)) }
            for name in try partitions(place) {
                body(try check(partition: name, about))
            }
        } catch {
            throw .storage(error)
        }
    }

    /// Checks, and carries out what can be mended; `body` is called with each directory's report of what was done.
    public func repair(_ path: String, _ body: (LogCheckReport) -> Void) throws(LogDirectoryError) {
        let place = try logDirectory(of: path)
        do throws(DiskError) {
            let about = try DirectoryFacts(disk, place.path)
            let quarantine = Quarantine(disk: disk, directory: place.path)
            if place.partition == nil {
                for case .setAside(let name)? in about.findings.map(\.repair) { _ = try quarantine.setAside(name) }
                body(LogCheckReport(directory: place.path, findings: about.findings))
            }
            for name in try partitions(place) {
                let report = try check(partition: name, about)
                let repairs = report.findings.compactMap(\.repair)
                if !repairs.isEmpty {
                    var repair = PartitionRepair(
                        disk: disk, directory: report.directory, indexInterval: indexInterval)
                    try repair.run(repairs)
                    try lowerRecoveryPoint(of: name, repairs, in: place.path)
                }
                body(report)
            }
        } catch {
            throw .storage(error)
        }
    }

    private func partitions(_ place: (path: String, partition: String?)) throws(DiskError) -> [String] {
        if let partition = place.partition { return [partition] }
        return try disk.list(place.path).filter(\.isDirectory).map(\.name).filter {
            TopicPartition(directoryName: $0) != nil
        }
        .sorted()
    }

    private func check(partition name: String, _ about: DirectoryFacts<D>) throws(DiskError) -> LogCheckReport {
        let key = TopicPartition(directoryName: name) ?? TopicPartition(topic: name, partition: -1)
        let directory = about.path + "/" + name
        // The metadata log is not in the checkpoints; its owner recovers all of it.
        let isMetadata = key.topic == LogDirectory<D>.metadataTopic
        var check = PartitionCheck(
            disk: disk, directory: directory, isClean: about.isClean,
            recoveryPoint: isMetadata && about.isClean ? 0 : about.recoveryPoints.offsets[key] ?? 0,
            logStartOffset: about.startOffsets.offsets[key] ?? 0)
        check.opensBatches = opensBatches
        try check.run()
        var findings = check.findings
        if about.hasTopicIds, !isMetadata { findings += try metadataFindings(directory) }
        return LogCheckReport(
            directory: directory, findings: findings, bytes: check.recordBytes, endOffset: check.endOffset)
    }

    private func lowerRecoveryPoint(
        of name: String, _ repairs: [LogRepair], in logDirectory: String
    ) throws(DiskError) {
        guard let key = TopicPartition(directoryName: name) else { return }
        for case .lowerRecoveryPoint(let offset) in repairs {
            let path = logDirectory + "/" + CheckpointFile.recoveryPoint
            guard let bytes = try disk.readSmallFile(path),
                var checkpoint = OffsetCheckpoint(text: String(decoding: bytes, as: UTF8.self))
            else { return }
            checkpoint.offsets[key] = offset
            try disk.replaceFile(path, in: logDirectory, with: Array(checkpoint.text.utf8))
        }
    }

    private func metadataFindings(_ directory: String) throws(DiskError) -> [LogFinding] {
        let name = PartitionMetadata.fileName
        guard let bytes = try disk.readSmallFile(directory + "/" + name, limit: 4096) else {
            return [LogFinding(.problem, name, "is missing: the broker's start writes it from the cluster's metadata")]
        }
        guard PartitionMetadata(text: String(decoding: bytes, as: UTF8.self)) == nil else { return [] }
        return [LogFinding(.problem, name, "cannot be understood", repair: .setAside(name))]
    }
}

/// What the files of a log directory itself say.
struct DirectoryFacts<D: Disk> {
    let path: String
    let isClean: Bool
    private(set) var recoveryPoints = OffsetCheckpoint()
    private(set) var startOffsets = OffsetCheckpoint()
    /// Written in KRaft days, when every partition has a `partition.metadata`.
    private(set) var hasTopicIds = false
    private(set) var findings: [LogFinding] = []

    init(_ disk: D, _ path: String) throws(DiskError) {
        self.path = path
        isClean = try disk.exists(path + "/" + CleanShutdownMarker.fileName)
        for name in [
            CheckpointFile.recoveryPoint, CheckpointFile.logStart, CheckpointFile.replication,
            "cleaner-offset-checkpoint",
        ] {
            // Kafka makes its checkpoints empty.
            guard let bytes = try disk.readSmallFile(path + "/" + name), !bytes.isEmpty else { continue }
            guard let checkpoint = OffsetCheckpoint(text: String(decoding: bytes, as: UTF8.self)) else {
                findings.append(LogFinding(.problem, name, "cannot be understood", repair: .setAside(name)))
                continue
            }
            if name == CheckpointFile.recoveryPoint { recoveryPoints = checkpoint }
            if name == CheckpointFile.logStart { startOffsets = checkpoint }
        }
        if let bytes = try disk.readSmallFile(path + "/meta.properties") {
            let meta = MetaProperties(text: String(decoding: bytes, as: UTF8.self))
            hasTopicIds = meta?.version == 1
            if meta == nil { findings.append(LogFinding(.problem, "meta.properties", "cannot be understood")) }
        }
        if !isClean { findings.append(LogFinding(.pending, "", "was not closed in order: the next start recovers it")) }
    }
}
