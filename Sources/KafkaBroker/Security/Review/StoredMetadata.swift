import KafkaConfiguration
import KafkaLog
import KafkaRecords
import KafkaWire

/// Reads the metadata of a broker from its files and changes nothing; the broker may be running.
enum StoredMetadata {
    /// What the files come to; nil where there are none yet. What is damaged ends the reading there.
    static func read(_ configuration: BrokerConfiguration) throws -> MetadataImage? {
        let files = MetadataFiles(logDirectory: configuration.log.metadataLogDir)
        guard try files.disk.exists(files.directory) else { return nil }
        var image = MetadataImage()
        var next: Int64 = 0
        if let newest = try files.snapshots().first {
            try read(files.directory + "/" + newest.name, from: 0, into: &image)
            next = newest.endOffset
        }
        let segments = try files.disk.list(files.directory).map(\.name).filter { $0.hasSuffix(".log") }.sorted()
        for name in segments { try read(files.directory + "/" + name, from: next, into: &image) }
        return image
    }

    private static func read(_ path: String, from start: Int64, into image: inout MetadataImage) throws {
        var reader = LogFileReader(disk: PosixDisk(), path: path)
        reader.readsRecords = true
        try reader.forEach { item in
            guard case .batch(let batch) = item, !batch.isControl, batch.isValid else { return }
            for record in batch.records where record.offset >= start {
                // A kind that cannot be read is nothing that a review needs.
                guard let value = record.value, let known = try? MetadataRecord(decoding: value) else { continue }
                image.apply(known)
            }
        }
    }
}
