import CZlib
public import NIOCore

/// One entry of a message set in format v0 or v1: a plain message, or a wrapper whose value is a compressed message
/// set.
public struct LegacyMessage: Sendable {
    /// Bytes from the entry's start to where its checksum begins to count.
    private static let checksummedFrom = 16
    private static let leastLengthV1: Int32 = 22

    public let prefix: RecordBatchPrefix
    public let crc: UInt32
    public let attributes: Int8
    /// Milliseconds; -1 in format v0.
    public let timestamp: Int64
    public let key: ByteBuffer?
    public let value: ByteBuffer?

    /// Reads the entry at a byte offset from a buffer's reader index. The whole entry must be there.
    public init(
        parsing buffer: ByteBuffer, at offset: Int = 0, verifyChecksum: Bool = true
    ) throws(RecordError) {
        prefix = try RecordBatchPrefix(parsing: buffer, at: offset)
        guard prefix.magic < 2 else { throw .unexpectedMagic(prefix.magic) }
        guard prefix.magic == 0 || prefix.length >= LegacyMessage.leastLengthV1 else {
            throw .invalidBatchLength(prefix.length)
        }
        let start = buffer.readerIndex + offset
        guard var entry = buffer.getSlice(at: start, length: prefix.sizeInBytes) else {
            throw .truncated(needed: prefix.sizeInBytes, available: buffer.readableBytes - offset)
        }
        entry.moveReaderIndex(forwardBy: RecordBatchPrefix.overhead)
        crc = entry.readInteger() ?? 0
        if verifyChecksum {
            let computed = LegacyMessage.checksum(entry)
            guard computed == crc else { throw .checksumMismatch(stored: crc, computed: computed) }
        }
        let magic: Int8 = entry.readInteger() ?? 0
        attributes = entry.readInteger() ?? 0
        timestamp = magic == 0 ? -1 : entry.readInteger() ?? -1
        key = try LegacyMessage.field(from: &entry)
        value = try LegacyMessage.field(from: &entry)
        guard entry.readableBytes == 0 else { throw .trailingBytes(entry.readableBytes) }
    }

    /// The message's own offset; of a wrapper the offset of its last message.
    public var offset: Int64 { prefix.offset }
    public var magic: Int8 { prefix.magic }
    public var sizeInBytes: Int { prefix.sizeInBytes }

    /// Nil when the attributes name a codec that does not exist.
    public var compression: CompressionType? { CompressionType(rawValue: compressionId) }

    var compressionId: Int8 { attributes & 0x07 }

    public var timestampType: TimestampType {
        magic > 0 && attributes & 0x08 != 0 ? .logAppendTime : .createTime
    }

    /// zlib's CRC-32, which old messages carry, of a buffer's readable bytes.
    static func checksum(_ buffer: ByteBuffer) -> UInt32 {
        buffer.withUnsafeReadableBytes { bytes in
            UInt32(truncatingIfNeeded: crc32_z(0, bytes.baseAddress?.assumingMemoryBound(to: Bytef.self), bytes.count))
        }
    }

    private static func field(from entry: inout ByteBuffer) throws(RecordError) -> ByteBuffer? {
        guard let length: Int32 = entry.readInteger() else { throw .malformedRecord }
        guard length >= 0 else { return nil }
        guard let field = entry.readSlice(length: Int(length)) else { throw .malformedRecord }
        return field
    }
}
