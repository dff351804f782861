import CFileShims
import Glibc

/// A run of bytes of an open file, to be sent as part of an answer.
public struct FileSegment: Sendable {
    /// Keeps the descriptor open: released when the bytes have left or the connection is gone.
    public let owner: any AnyObject & Sendable
    /// The open file; read only by position, and never closed here.
    public let descriptor: Int32
    /// Position of the first byte in the file.
    public let offset: Int64
    /// Number of bytes.
    public let length: Int

    /// Describes `length` bytes of `descriptor` from `offset` on.
    public init(owner: any AnyObject & Sendable, descriptor: Int32, offset: Int64, length: Int) {
        self.owner = owner
        self.descriptor = descriptor
        self.offset = offset
        self.length = length
    }

    /// Whether an answer leaves it in its file until it is sent; smaller ones are read when the answer is written.
    public var isSentFromFile: Bool { length >= ResponseBuffer.smallestRegion }

    /// One byte in so many is looked at.
    private static let page = 4096

    /// Waits until the bytes are in memory.
    ///
    /// One byte of every page is read: the kernel reads ahead of that as of any reading from front to back, in larger
    /// and larger pieces. Asking for all by posix_fadvise costs more, since it then keeps single pages, each of which
    /// has its price in the reading and in the sending.
    public func awaitContent() {
        let end = Int(offset) &+ length
        var position = Int(offset)
        while position < end {
            var byte: UInt8 = 0
            let got = pread(descriptor, &byte, 1, off_t(position))
            // An error or a shorter file is met again, and reported, by whoever sends the bytes.
            if got == 0 || got < 0 && errno != EINTR { return }
            if got > 0 { position = position < end &- 1 ? min(position &+ Self.page, end &- 1) : end }
        }
    }

    /// Has the kernel begin to read what lies behind, if it means to: whoever comes by next would do it, which may be an
    /// event loop that only asks whether bytes are there.
    func readAhead() {
        martlet_read_ahead(descriptor, offset &+ Int64(length))
    }
}
