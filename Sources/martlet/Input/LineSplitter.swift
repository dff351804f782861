import NIOCore

/// Cuts a stream of bytes into lines; a pure value over chunks as they come.
struct LineSplitter {
    /// A line is longer than allowed.
    struct TooLong: Error, Equatable {
        let line: Int
    }

    private var pending = ByteBuffer()
    /// How many bytes of `pending` are known to hold no line end.
    private var searched = 0
    private let limit: Int
    /// Lines cut so far.
    private(set) var count = 0

    /// Lines longer than `limit` bytes are refused, so that memory stays bounded.
    init(limit: Int) {
        self.limit = limit
    }

    /// Takes in bytes as they come.
    mutating func append(_ bytes: ByteBuffer) {
        pending.discardReadBytes()
        pending.writeImmutableBuffer(bytes)
    }

    /// The next whole line without its end (`\n` or `\r\n`), or nil when more bytes are needed.
    mutating func next() throws(TooLong) -> ByteBuffer? {
        let rest = pending.readableBytesView.dropFirst(searched)
        guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else {
            searched = pending.readableBytes
            guard searched <= limit else { throw TooLong(line: count + 1) }
            return nil
        }
        let length = end - pending.readerIndex
        searched = 0
        guard length <= limit else { throw TooLong(line: count + 1) }
        let line = pending.readSlice(length: length)
        pending.moveReaderIndex(forwardBy: 1)
        count += 1
        return line.map(Self.withoutReturn)
    }

    /// What is left when the stream has ended: a last line without an end, or nil.
    mutating func finish() -> ByteBuffer? {
        searched = 0
        guard pending.readableBytes > 0 else { return nil }
        count += 1
        return pending.readSlice(length: pending.readableBytes).map(Self.withoutReturn)
    }

    private static func withoutReturn(_ line: ByteBuffer) -> ByteBuffer {
        guard line.readableBytesView.last == UInt8(ascii: "\r") else { return line }
        return line.getSlice(at: line.readerIndex, length: line.readableBytes - 1) ?? line
    }
}
