public import NIOCore

/// Reads a message set of format v0 or v1 as plain records: wrappers are opened, relative offsets made absolute.
/// A torn entry at the end ends the set, as in a fetch response.
public struct LegacyMessageSet: Sendable {
    private var rest: ByteBuffer
    private let decompressionLimit: Int
    private let verifyChecksum: Bool
    /// Records of the wrapper that was opened last, the next one last.
    private var opened: [Record] = []

    /// - Parameters:
    ///   - bytes: the set, from the buffer's reader index on.
    ///   - decompressionLimit: the most bytes that one wrapper's messages may come to.
    public init(_ bytes: ByteBuffer, decompressionLimit: Int, verifyChecksum: Bool = true) {
        rest = bytes
        self.decompressionLimit = decompressionLimit
        self.verifyChecksum = verifyChecksum
    }

    /// The next record, nil at the end.
    public mutating func next() throws(RecordError) -> Record? {
        if let record = opened.popLast() { return record }
        guard let message = try nextMessage() else { return nil }
        guard message.compressionId != 0 else { return Record(message, offset: message.offset) }
        opened = try LegacyMessageSet.open(message, decompressionLimit: decompressionLimit).reversed()
        return opened.popLast()
    }

    /// All records that are left.
    public mutating func readAll() throws(RecordError) -> [Record] {
        var records: [Record] = []
        while let record = try next() { records.append(record) }
        return records
    }

    /// The next entry as it lies, a wrapper unopened; nil at the end.
    public mutating func nextMessage() throws(RecordError) -> LegacyMessage? {
        guard rest.readableBytes >= RecordBatchPrefix.size else { return nil }
        let prefix = try RecordBatchPrefix(parsing: rest)
        guard prefix.sizeInBytes <= rest.readableBytes else { return nil }
        let message = try LegacyMessage(parsing: rest, verifyChecksum: verifyChecksum)
        rest.moveReaderIndex(forwardBy: message.sizeInBytes)
        return message
    }

    /// The records of one entry: the message itself, or those inside a wrapper, in order.
    public static func open(_ message: LegacyMessage, decompressionLimit: Int) throws(RecordError) -> [Record] {
        guard let compression = message.compression else { throw .unknownCompression(message.compressionId) }
        guard compression != .none else { return [Record(message, offset: message.offset)] }
        // zstd came after these formats (KIP-110).
        guard compression != .zstd else { throw .compressionNotAllowed(.zstd) }
        guard let value = message.value else { throw .malformedRecord }
        let inner = try decompress(value, compression, magic: message.magic, limit: decompressionLimit)
        // The wrapper's checksum covers what is inside, so that those of the inner messages say nothing more.
        var set = LegacyMessageSet(inner, decompressionLimit: 0, verifyChecksum: false)
        var messages: [LegacyMessage] = []
        while let message = try set.nextMessage() {
            guard message.compressionId == 0 else { throw .malformedRecord }
            messages.append(message)
        }
        guard let last = messages.last else { throw .malformedRecord }
        let base = try baseOffset(of: message, lastInner: last.offset)
        return messages.map { inner in
            var record = Record(inner, offset: base &+ inner.offset)
            if message.timestampType == .logAppendTime { record.timestamp = message.timestamp }
            return record
        }
    }

    /// What the inner offsets count from: format v1 numbers them from 0 and gives the wrapper the last one's.
    private static func baseOffset(of wrapper: LegacyMessage, lastInner: Int64) throws(RecordError) -> Int64 {
        // Some producers left the wrapper's offset at 0.
        guard wrapper.magic > 0, wrapper.offset != 0 else { return 0 }
        guard lastInner >= 0, wrapper.offset >= lastInner else { throw .malformedRecord }
        return wrapper.offset - lastInner
    }

    private static func decompress(
        _ value: ByteBuffer, _ compression: CompressionType, magic: Int8, limit: Int
    ) throws(RecordError) -> ByteBuffer {
        guard compression == .lz4, magic == 0 else {
            return try Compression.decompress(value, with: compression, limit: limit)
        }
        return try value.withUnsafeReadableBytes { bytes in
            Result { () throws(RecordError) in
                try LZ4Codec.decompress(bytes, limit: limit, ignoringHeaderChecksum: true)
            }
        }.get()
    }
}

extension Record {
    fileprivate init(_ message: LegacyMessage, offset: Int64) {
        self.init(offset: offset, timestamp: message.timestamp, key: message.key, value: message.value)
    }
}
