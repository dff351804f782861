import Glibc
import Logging

/// Appends lines to a file from a task of its own, so that no event loop waits for a disk. The file is opened for every
/// few lines, so that it may be moved away.
final class AuditFile: Sendable {
    /// Lines that wait to be written; further ones are dropped and counted.
    private static let mostWaiting = 10_000

    private let lines: AsyncStream<String>.Continuation

    init(path: String, logger: Logger) {
        let (stream, lines) = AsyncStream<String>.makeStream(bufferingPolicy: .bufferingOldest(Self.mostWaiting))
        self.lines = lines
        Task.detached {
            var hasFailed = false
            for await line in stream {
                let isWritten = Self.write("\(Self.now()) \(line)\n", to: path)
                if !isWritten, !hasFailed {
                    logger.error(
                        "lines of an audit cannot be written",
                        metadata: ["file": "\(path)", "error": "\(String(cString: strerror(errno)))"])
                }
                hasFailed = !isWritten
            }
        }
    }

    deinit {
        lines.finish()
    }

    func append(_ line: String) {
        lines.yield(line)
    }

    /// Milliseconds since 1970.
    private static func now() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }

    private static func write(_ text: String, to path: String) -> Bool {
        let file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o640)
        guard file >= 0 else { return false }
        defer { close(file) }
        var text = text
        return text.withUTF8 { bytes in
            var done = 0
            while done < bytes.count {
                let count = Glibc.write(file, bytes.baseAddress.map { $0 + done }, bytes.count - done)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return false }
                done += count
            }
            return true
        }
    }
}
