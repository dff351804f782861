import ArgumentParser
import Glibc
import NIOCore

/// Buffered standard output.
///
/// Bytes are kept until ``flush()`` or until 64 KiB have gathered, so that a stream of small records does not
/// become a stream of small writes.
struct StandardOutput {
    private var buffer = ByteBuffer()
    private static let bound = 64 * 1024

    /// The reader went away, as `head` does when it has seen enough.
    struct Closed: Error {}

    /// A line.
    mutating func line(_ text: String) throws {
        buffer.writeString(text)
        buffer.writeInteger(UInt8(ascii: "\n"))
        try flushIfFull()
    }

    /// Bytes as they are.
    mutating func write(_ bytes: ByteBuffer) throws {
        buffer.writeImmutableBuffer(bytes)
        try flushIfFull()
    }

    /// Writes everything out.
    mutating func flush() throws {
        while buffer.readableBytes > 0 {
            let written = buffer.withUnsafeReadableBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            if written < 0 {
                if errno == EINTR { continue }
                if errno == EPIPE { throw Closed() }
                throw CommandFailure("Cannot write to standard output (errno \(errno)).")
            }
            buffer.moveReaderIndex(forwardBy: written)
        }
        buffer.clear()
    }

    /// Whether the reader of a pipe went away, which otherwise only the next write would show.
    static var isClosed: Bool {
        var descriptor = pollfd(fd: STDOUT_FILENO, events: 0, revents: 0)
        return poll(&descriptor, 1, 0) == 1 && descriptor.revents & Int16(POLLERR) != 0
    }

    private mutating func flushIfFull() throws {
        if buffer.readableBytes >= Self.bound { try flush() }
    }

    /// Writes lines at once.
    static func print(_ lines: [String]) throws {
        var output = StandardOutput()
        for text in lines { try output.line(text) }
        try output.flush()
    }
}
