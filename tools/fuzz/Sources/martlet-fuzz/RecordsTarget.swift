import KafkaRecords
import KafkaWire
import NIOCore

/// Record batches, message sets and compressed bytes; the first byte says what the rest is. Where checksums are looked
/// at they are put right before, or hardly an input would get past them.
enum RecordsTarget {
    /// The most that anything here may be decompressed to, in bytes.
    private static let limit = 256 << 10

    static func run(_ input: ByteBuffer) {
        var bytes = input
        guard let kind: UInt8 = bytes.readInteger() else { return }
        switch kind & 7 {
        case 0: entries(bytes)
        case 1: produced(bytes)
        case 2: messageSet(bytes)
        case 3: decompress(bytes, .gzip)
        case 4: decompress(bytes, .snappy)
        case 5: decompress(bytes, .lz4)
        case 6: decompress(bytes, .zstd)
        default: expandedOldLZ4(bytes)
        }
    }

    private static func entries(_ bytes: ByteBuffer) {
        var batches = RecordBatches(bytes)
        var position = 0
        while let entry = batches.next() {
            if entry.position != position || entry.size <= 0 { finding("a walk that does not go on") }
            position += entry.size
            guard let slice = batches.slice(of: entry) else { finding("a whole entry without bytes") }
            if entry.magic >= 2 { batch(slice.endingAtCapacity()) } else { messageSet(slice.endingAtCapacity()) }
        }
        if position > bytes.readableBytes { finding("a walk past the end") }
    }

    private static func produced(_ bytes: ByteBuffer) {
        _ = try? RecordBatchValidator().validateProduced(bytes)
        let sound = Checksums.corrected(batch: bytes)
        guard let header = try? RecordBatchValidator().validateProduced(sound) else { return }
        if header.sizeInBytes > sound.readableBytes { finding("a produced batch longer than its bytes") }
        batch(sound)
    }

    private static func batch(_ bytes: ByteBuffer) {
        guard var reader = try? RecordBatchReader(bytes, decompressionLimit: limit, verifyChecksum: false) else {
            return
        }
        if reader.uncompressedSize > limit, reader.header.compression != CompressionType.none {
            finding("records beyond the limit")
        }
        let header = reader.header
        let records = try? reader.readAll()
        let contents = try? RecordBatchInspector.inspect(bytes, header, decompressionLimit: limit)
        if let contents, let records, contents.recordCount != records.count {
            finding("the reader has \(records.count) records, the inspector \(contents.recordCount)")
        }
        if (contents == nil) != (records == nil) { finding("reader and inspector disagree on whether it is sound") }
        guard let records else { return }
        if header.isControl { for record in records { _ = try? ControlRecord(record) } }
        recompress(bytes, header, records)
    }

    /// Under another codec, the records stay the same.
    private static func recompress(_ bytes: ByteBuffer, _ header: RecordBatchHeader, _ records: [Record]) {
        for type in [CompressionType.none, .lz4] {
            do throws(RecordError) {
                let changed = try RecordBatchRecompressor.recompress(bytes, header, to: type, decompressionLimit: limit)
                var reader = try RecordBatchReader(
                    changed.endingAtCapacity(), decompressionLimit: limit,
                    verifyChecksum: header.compression != type && !header.isControl)
                if try reader.readAll() != records { finding("\(type) changes records") }
            } catch {
                // Without compression the batch itself may be longer than the limit.
                if error != .decompressedTooLarge(limit: limit) { finding("\(type) fails: \(error)") }
            }
        }
    }

    private static func messageSet(_ bytes: ByteBuffer) {
        var set = LegacyMessageSet(bytes, decompressionLimit: limit, verifyChecksum: false)
        guard (try? set.readAll()) != nil else { return }
        let sound = Checksums.corrected(messageSet: bytes)
        guard let converted = try? LegacyMessageSet.converted(sound, decompressionLimit: limit) else { return }
        for entry in RecordBatches(converted) {
            if entry.magic != 2 { finding("conversion leaves an old message") }
        }
    }

    private static func decompress(_ bytes: ByteBuffer, _ type: CompressionType) {
        guard let plain = try? Compression.decompress(bytes, with: type, limit: limit) else { return }
        if plain.readableBytes > limit { finding("\(type) gives more than the limit") }
        var packed = ByteBuffer()
        do throws(RecordError) {
            try Compression.compress(plain, with: type, into: &packed)
            let again = try Compression.decompress(packed.endingAtCapacity(), with: type, limit: limit)
            if again != plain { finding("\(type) changes bytes") }
        } catch {
            finding("\(type) fails on its own: \(error)")
        }
    }

    /// The value of a wrapper of format v0, whose LZ4 frames had a wrong header checksum: the frame as it is inside a
    /// message made for it.
    private static func expandedOldLZ4(_ frame: ByteBuffer) {
        var message = ByteBuffer()
        message.writeMultipleIntegers(UInt32(0), Int8(0), Int8(3), Int32(-1), Int32(frame.readableBytes))
        message.writeImmutableBuffer(frame)
        var set = ByteBuffer()
        set.writeMultipleIntegers(Int64(0), Int32(message.readableBytes))
        set.writeBuffer(&message)
        messageSet(set.endingAtCapacity())
    }
}
