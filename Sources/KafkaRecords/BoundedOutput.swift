import NIOCore

/// Where decompressed bytes go: grows as they really come, and never past the caller's limit, whatever sizes the
/// compressed bytes claim.
struct BoundedOutput: ~Copyable {
    private(set) var buffer: ByteBuffer
    private let limit: Int

    /// `expected` is a guess at the size in bytes; it is cut to the limit.
    init(limit: Int, expected: Int) {
        self.limit = max(0, min(limit, Int(UInt32.max) / 2))
        buffer = ByteBufferAllocator().buffer(capacity: max(64, min(self.limit, expected)))
    }

    /// Hands out room for at least one byte, more the more has come; `body` says how much of it it filled.
    /// One byte above the limit is handed out, so that a stream which ends right at the limit can be told from one
    /// that goes on.
    mutating func fill(_ body: (UnsafeMutableRawBufferPointer) -> Int) throws(RecordError) {
        let written = buffer.readableBytes
        let room = min(limit + 1 - written, max(buffer.writableBytes, written, 4096))
        append(room, body)
        guard buffer.readableBytes <= limit else { throw .decompressedTooLarge(limit: limit) }
    }

    /// Hands out exactly `count` bytes when they are within the limit.
    mutating func fill(exactly count: Int, _ body: (UnsafeMutableRawBufferPointer) -> Int) throws(RecordError) {
        guard count <= limit - buffer.readableBytes else { throw .decompressedTooLarge(limit: limit) }
        append(count, body)
    }

    private mutating func append(_ count: Int, _ body: (UnsafeMutableRawBufferPointer) -> Int) {
        buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: count) { region in
            min(count, max(0, body(UnsafeMutableRawBufferPointer(rebasing: region.prefix(count)))))
        }
    }

    consuming func finish() -> ByteBuffer {
        buffer
    }
}
