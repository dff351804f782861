import KafkaLog
import KafkaProtocol
import KafkaRecords
import KafkaWire
import NIOCore

/// The small files around the metadata log, in KRaft's formats.
struct MetadataFiles {
    let logDirectory: String
    let disk = PosixDisk()

    init(logDirectory: String) {
        self.logDirectory = logDirectory
    }

    /// Where the log's segments lie.
    var directory: String { logDirectory + "/" + MetadataLog.directoryName }
    private var quorumStatePath: String { directory + "/quorum-state" }

    func makeDirectory() throws(DiskError) {
        try disk.makeDirectory(directory)
        let path = directory + "/partition.metadata"
        guard try !disk.exists(path) else { return }
        // The metadata topic has a fixed id of its own.
        let text = "version: 0\ntopic_id: AAAAAAAAAAAAAAAAAAAAAQ"
        try disk.replaceFile(path, in: directory, with: Array(text.utf8))
    }

    /// The leader epoch that `quorum-state` remembers; nil when the file is missing or says nothing.
    var storedLeaderEpoch: Int32? {
        guard let bytes = try? disk.readSmallFile(quorumStatePath, limit: 1 << 20) else { return nil }
        return Self.number(after: "\"leaderEpoch\":", in: bytes)
    }

    func writeQuorumState(leaderId: Int32, leaderEpoch: Int32) throws(DiskError) {
        let text = """
            {"clusterId":"","leaderId":\(leaderId),"leaderEpoch":\(leaderEpoch),"votedId":-1,"appliedOffset":0,\
            "currentVoters":[{"voterId":\(leaderId)}],"data_version":0}
            """
        try disk.replaceFile(quorumStatePath, in: directory, with: Array(text.utf8))
    }

    /// Writes `bootstrap.checkpoint`, from which Kafka would learn the feature level of a directory without a log.
    func writeBootstrapCheckpoint(metadataVersion: Int16, now: Int64) throws {
        let path = logDirectory + "/bootstrap.checkpoint"
        guard try !disk.exists(path) else { return }
        var bytes = ByteBuffer()
        bytes.writeImmutableBuffer(
            try Self.controlBatch(.snapshotHeader, SnapshotHeaderRecord(), baseOffset: 0, now: now))
        var features = RecordBatchBuilder(.init(baseOffset: 1, partitionLeaderEpoch: 0))
        let level = FeatureLevelRecord(name: "metadata.version", featureLevel: metadataVersion)
        try features.append(timestamp: now, key: nil, value: MetadataRecord.featureLevel(level).encoded())
        bytes.writeImmutableBuffer(try features.build())
        bytes.writeImmutableBuffer(
            try Self.controlBatch(.snapshotFooter, SnapshotFooterRecord(), baseOffset: 2, now: now))
        try disk.replaceFile(path, in: logDirectory, with: Array(bytes.readableBytesView))
    }

    /// A batch with one control record, as snapshots begin and end with.
    static func controlBatch(
        _ kind: ControlRecord.Kind, _ message: some WireMessage, baseOffset: Int64, leaderEpoch: Int32 = 0, now: Int64
    ) throws -> ByteBuffer {
        var value = ByteBuffer()
        try value.writeMessage(message, version: 0)
        var builder = RecordBatchBuilder(
            .init(baseOffset: baseOffset, partitionLeaderEpoch: leaderEpoch, isControl: true))
        try builder.append(timestamp: now, key: ControlRecord(kind: kind).key, value: value)
        return try builder.build()
    }

    /// The number that follows a key in a small JSON text.
    private static func number(after key: String, in bytes: [UInt8]) -> Int32? {
        let pattern = Array(key.utf8)
        guard bytes.count >= pattern.count,
            let start = (0...(bytes.count - pattern.count)).first(where: { bytes[$0...].starts(with: pattern) })
        else { return nil }
        let digits = bytes[(start + pattern.count)...].drop { $0 == UInt8(ascii: " ") }.prefix {
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        }
        return Int32(String(decoding: digits, as: UTF8.self))
    }
}
