import Glibc
import NIOCore

/// Whole files, written at once.
enum ReportFile {
    /// Replaces what is under the path. Throws ``CommandFailure``.
    static func write(_ bytes: ByteBuffer, to path: String) throws {
        guard let file = fopen(path, "w") else {
            throw CommandFailure("Cannot write '\(path)': \(String(cString: strerror(errno))).")
        }
        let written = bytes.withUnsafeReadableBytes { fwrite($0.baseAddress, 1, $0.count, file) }
        guard fclose(file) == 0, written == bytes.readableBytes else {
            throw CommandFailure("Cannot write '\(path)'.")
        }
    }
}
