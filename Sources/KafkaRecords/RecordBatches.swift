public import NIOCore

/// The batches (or old messages) that lie one behind the other in some bytes, found by their prefixes alone.
/// A torn one at the end ends the walk, as at the end of a fetch response or of a file; so does a prefix that makes
/// no sense, and `damage` then says what was met.
public struct RecordBatches: Sequence, IteratorProtocol, Sendable {
    public struct Entry: Equatable, Sendable {
        /// Bytes from the start of the walked buffer.
        public var position: Int
        /// Whole size in bytes.
        public var size: Int
        /// As in `RecordBatchPrefix.offset`.
        public var offset: Int64
        public var magic: Int8
    }

    private let buffer: ByteBuffer
    /// Where the next entry would begin, in bytes from the start: after the walk, how many bytes were whole batches.
    public private(set) var position = 0
    /// Why the walk ended before the bytes did, when it was not for want of bytes.
    public private(set) var damage: RecordError?

    /// Walks the readable bytes of a buffer.
    public init(_ buffer: ByteBuffer) {
        self.buffer = buffer
    }

    public mutating func next() -> Entry? {
        guard damage == nil, buffer.readableBytes - position >= RecordBatchPrefix.size else { return nil }
        do throws(RecordError) {
            let prefix = try RecordBatchPrefix(parsing: buffer, at: position)
            guard prefix.sizeInBytes <= buffer.readableBytes - position else { return nil }
            defer { position += prefix.sizeInBytes }
            return Entry(position: position, size: prefix.sizeInBytes, offset: prefix.offset, magic: prefix.magic)
        } catch {
            damage = error
            return nil
        }
    }

    /// The bytes of an entry of this walk, as a slice that shares the buffer's storage.
    public func slice(of entry: Entry) -> ByteBuffer? {
        buffer.getSlice(at: buffer.readerIndex + entry.position, length: entry.size)
    }
}
