public import NIOCore

/// The first 17 bytes, which all three message formats lay out alike: offset, size, four bytes of another
/// meaning each, and the format's number ("magic").
public struct RecordBatchPrefix: Equatable, Sendable {
    /// Bytes of offset and size, which the size field does not count.
    public static let overhead = 12
    /// Bytes that must be there to read a prefix.
    public static let size = 17
    /// The least size field that any format can have: a v0 message without key and value.
    static let leastLength: Int32 = 14

    /// Base offset of a v2 batch; of a v0 or v1 message its own offset, which is the *last* one of a compressed set.
    public var offset: Int64
    /// Bytes that follow the size field.
    public var length: Int32
    /// 0, 1 or 2.
    public var magic: Int8

    /// Whole size of batch or message in bytes.
    public var sizeInBytes: Int { RecordBatchPrefix.overhead + Int(length) }

    /// Reads the prefix at a byte offset. Says nothing about whether the whole batch is there.
    public init(parsing bytes: UnsafeRawBufferPointer, at offset: Int = 0) throws(RecordError) {
        guard offset >= 0, offset <= bytes.count, bytes.count - offset >= RecordBatchPrefix.size else {
            throw .truncated(needed: RecordBatchPrefix.size, available: max(0, bytes.count - max(0, offset)))
        }
        self.offset = bytes.bigEndian(at: offset)
        length = bytes.bigEndian(at: offset + 8)
        magic = bytes.bigEndian(at: offset + 16)
        guard length >= RecordBatchPrefix.leastLength else { throw .invalidBatchLength(length) }
        guard magic >= 0, magic <= 2 else { throw .invalidMagic(magic) }
    }

    /// The same from a buffer, counted from its reader index.
    public init(parsing buffer: ByteBuffer, at offset: Int = 0) throws(RecordError) {
        self = try buffer.withUnsafeReadableBytes { bytes in
            Result { () throws(RecordError) in try RecordBatchPrefix(parsing: bytes, at: offset) }
        }.get()
    }
}

extension UnsafeRawBufferPointer {
    /// An integer in network order. The caller has checked that its bytes are there.
    @inline(__always)
    func bigEndian<T: FixedWidthInteger & BitwiseCopyable>(at offset: Int) -> T {
        T(bigEndian: loadUnaligned(fromByteOffset: offset, as: T.self))
    }
}
