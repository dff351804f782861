public import NIOCore

/// The value of a `records` field: record batches that are here, or elsewhere and only counted.
public enum Records: Sendable {
    /// The bytes themselves; a slice of the frame when they were read.
    case bytes(ByteBuffer)
    /// `length` bytes that the transport adds itself (from a file, say) at the place that the writer notes;
    /// `token` is whatever the caller needs to find them again. Never the result of reading.
    case external(length: Int, token: Int)

    /// The size in bytes.
    @inlinable
    public var count: Int {
        switch self {
        case .bytes(let buffer): buffer.readableBytes
        case .external(let length, _): length
        }
    }

    /// The bytes, unless they are elsewhere.
    @inlinable
    public var buffer: ByteBuffer? {
        switch self {
        case .bytes(let buffer): buffer
        case .external: nil
        }
    }

    /// No records at all.
    public static var empty: Records { .bytes(ByteBuffer()) }
}
