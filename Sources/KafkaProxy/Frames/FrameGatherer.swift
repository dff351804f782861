public import NIOCore

/// Gathers the bytes of one direction of a connection into whole frames. Memory follows the bytes that arrived, not the
/// length that a frame announces.
public struct FrameGatherer: Sendable {
    /// A frame's length is negative or above what is allowed: nothing after it can be understood.
    public struct InvalidLength: Error, Equatable {
        /// What the frame announces.
        public var length: Int32

        /// An announcement that cannot be followed.
        public init(length: Int32) {
            self.length = length
        }
    }

    private var bytes = ByteBuffer()
    private let maxFrameBytes: Int32

    /// - Parameter maxFrameBytes: the largest frame, without the four bytes of its length.
    public init(maxFrameBytes: Int32) {
        self.maxFrameBytes = maxFrameBytes
    }

    /// What arrived and has not been taken as a frame.
    public var pending: ByteBuffer { bytes }

    /// Adds what arrived.
    public mutating func append(_ read: consuming ByteBuffer) {
        if bytes.readableBytes == 0 {
            bytes = read
        } else {
            bytes.discardReadBytes()
            bytes.writeImmutableBuffer(read)
        }
    }

    /// Takes the next whole frame off, with the four bytes of its length; nil until it is complete.
    public mutating func next() throws(InvalidLength) -> ByteBuffer? {
        guard let length: Int32 = bytes.getInteger(at: bytes.readerIndex) else { return nil }
        guard length >= 0, length <= maxFrameBytes else { throw InvalidLength(length: length) }
        return bytes.readSlice(length: Int(length) &+ 4)
    }
}
