import Glibc
import NIOCore

/// Whole files, read with a bound.
enum InputFile {
    private static let chunk = 64 * 1024

    /// The bytes of a file, or of standard input for "-". Throws ``CommandFailure``, also for more than `bound` bytes.
    static func bytes(of path: String, bound: Int) throws -> ByteBuffer {
        let isInput = path == "-"
        let name = isInput ? "standard input" : "'\(path)'"
        let descriptor = isInput ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw CommandFailure("Cannot read \(name): \(String(cString: strerror(errno))).") }
        defer { if !isInput { close(descriptor) } }
        var bytes = ByteBuffer()
        while true {
            var status = 0
            bytes.writeWithUnsafeMutableBytes(minimumWritableBytes: chunk) { room in
                status = Glibc.read(descriptor, room.baseAddress, room.count)
                return max(status, 0)
            }
            if status < 0, errno == EINTR { continue }
            guard status >= 0 else {
                throw CommandFailure("Cannot read \(name): \(String(cString: strerror(errno))).")
            }
            if status == 0 { return bytes }
            guard bytes.readableBytes <= bound else {
                throw CommandFailure("\(name) is larger than \(bound >> 20) MiB.")
            }
        }
    }

    /// Whether there is something to read under this path.
    static func exists(_ path: String) -> Bool {
        path == "-" || access(path, F_OK) == 0
    }
}
