import Glibc
public import NIOCore

/// A file that is written from its beginning to its end.
public final class OutputFile: Sendable {
    /// Where it is.
    public let path: String
    private let descriptor: Int32
    private let isOwned: Bool

    /// Creates a file that only its owner may read: captures hold what clients sent.
    ///
    /// - Parameter replaces: empties a file that is there; otherwise that is an error.
    public init(creating path: String, replaces: Bool) throws(CaptureError) {
        let flags = O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | (replaces ? O_TRUNC : O_EXCL)
        let opened = open(path, flags, 0o600)
        guard opened >= 0 else { throw .file("create", path: path, code: errno) }
        descriptor = opened
        isOwned = true
        self.path = path
    }

    /// Standard output.
    public init() {
        descriptor = STDOUT_FILENO
        isOwned = false
        path = "standard output"
    }

    deinit {
        if isOwned { close(descriptor) }
    }

    /// Writes all of the bytes.
    public func write(_ bytes: ByteBuffer) throws(CaptureError) {
        var left = bytes
        while left.readableBytes > 0 {
            let written = left.withUnsafeReadableBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if written > 0 {
                left.moveReaderIndex(forwardBy: written)
            } else if errno != EINTR {
                throw .file("write", path: path, code: errno)
            }
        }
    }
}
