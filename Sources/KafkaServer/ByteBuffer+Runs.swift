public import NIOCore

/// Bytes that were read together and are passed on together, though they were looked at one after the other.
extension ByteBuffer {
    /// The first `count` readable bytes, as a buffer that ``absorb(_:)`` can make longer by what lies behind them.
    public func leading(_ count: Int) -> ByteBuffer {
        guard count <= readableBytes, var run = getSlice(at: readerIndex, length: readableBytes) else { return self }
        run.moveWriterIndex(to: count)
        return run
    }

    /// Takes the first `count` readable bytes off, as ``leading(_:)`` gives them; nil where there are fewer.
    public mutating func readLeading(_ count: Int) -> ByteBuffer? {
        guard count <= readableBytes else { return nil }
        let run = leading(count)
        moveReaderIndex(forwardBy: count)
        return run
    }

    /// Takes other bytes in, if they lie right behind these in the same memory, so that nothing is copied.
    ///
    /// - Returns: whether they do; if not, nothing has happened.
    public mutating func absorb(_ next: ByteBuffer) -> Bool {
        let count = next.readableBytes
        // What lies within the capacity of this buffer lies in its memory, whatever it was that pointed there.
        guard count > 0, readableBytes > 0, writableBytes >= count else { return false }
        let end = withUnsafeReadableBytes { $0.baseAddress?.advanced(by: $0.count) }
        guard end != nil, end == next.withUnsafeReadableBytes({ $0.baseAddress }) else { return false }
        moveWriterIndex(forwardBy: count)
        return true
    }

    /// A copy of what is readable, if the memory that it lies in is much larger; otherwise the bytes as they are.
    public func withoutSlack() -> ByteBuffer {
        storageCapacity > 4 &* readableBytes ? ByteBuffer(bytes: readableBytesView) : self
    }
}
