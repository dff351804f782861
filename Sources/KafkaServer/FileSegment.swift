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
}
