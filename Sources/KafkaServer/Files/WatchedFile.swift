import Glibc
public import Logging
import Synchronization

/// A file whose content is in force as it stands: it is read anew when it changes, and where it cannot be used what was
/// there before stays.
public final class WatchedFile: Sendable {
    /// How often files are looked at.
    private static let interval = Duration.seconds(1)
    /// A larger file is not read.
    private static let mostBytes = 64 * 1024 * 1024

    private let path: String
    private let key: String
    private let logger: Logger
    private let take: @Sendable (String) throws(SettingsLine.Problem) -> String
    private let stamp = Mutex<FileStamp?>(nil)

    /// - Parameters:
    ///   - key: the setting that names the file, for messages.
    ///   - take: puts a text into force or throws; answers what the log says of it, such as `12 ACLs`.
    public init(
        _ path: String, key: String, logger: Logger,
        take: @escaping @Sendable (String) throws(SettingsLine.Problem) -> String
    ) {
        self.path = path
        self.key = key
        self.logger = logger
        self.take = take
    }

    /// Reads it for the first time. Blocks on the disk.
    public func load() throws(SettingsLine.Problem) {
        // Taken before the file is read: a change meanwhile is seen the next time.
        let stamp = FileStamp(path)
        let what = try takeUp()
        self.stamp.withLock { $0 = stamp }
        logger.info("read a file of settings", metadata: ["file": "\(path)", "has": "\(what)"])
    }

    /// Reads it anew, changed or not.
    public func reload(onlyChanged: Bool) {
        let now = FileStamp(path)
        let isDue = stamp.withLock { stamp in
            guard !onlyChanged || stamp != now else { return false }
            stamp = now
            return true
        }
        guard isDue else { return }
        do throws(SettingsLine.Problem) {
            let what = try takeUp()
            logger.info("read a file of settings anew", metadata: ["file": "\(path)", "has": "\(what)"])
        } catch {
            logger.error(
                "a file of settings was not taken up; what it said before stays in force",
                metadata: ["error": "\(error)"])
        }
    }

    /// Looks for changes of files until it is cancelled.
    public static func watch(_ files: [WatchedFile]) async {
        guard !files.isEmpty else { return }
        while !Task.isCancelled {
            do { try await Task.sleep(for: interval) } catch { return }
            for file in files { file.reload(onlyChanged: true) }
        }
    }

    private func takeUp() throws(SettingsLine.Problem) -> String {
        let text = try read()
        do throws(SettingsLine.Problem) { return try take(text) } catch { throw failure(error.description) }
    }

    private func read() throws(SettingsLine.Problem) -> String {
        guard let file = fopen(path, "re") else { throw failure(String(cString: strerror(errno))) }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 64 * 1024)
        while true {
            let count = fread(&chunk, 1, chunk.count, file)
            guard count > 0 else { break }
            bytes += chunk[..<count]
            guard bytes.count <= Self.mostBytes else { throw failure("it is too large") }
        }
        guard ferror(file) == 0 else { throw failure("it cannot be read") }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw failure("it is not UTF-8") }
        return text
    }

    private func failure(_ reason: String) -> SettingsLine.Problem {
        SettingsLine.Problem("\(key): \(path): \(reason)")
    }
}
