import Glibc

/// A file that holds the process id for as long as the process runs.
struct PidFile {
    private let path: String

    /// Writes the file; refuses when the process that an older one names still runs.
    init(_ path: String) throws {
        self.path = path
        if let owner = Self.owner(of: path), owner != getpid(), kill(owner, 0) == 0 {
            throw CommandFailure("\(path) names process \(owner), which is running; stop it first")
        }
        guard let file = fopen(path, "w") else {
            throw CommandFailure("\(path): \(String(cString: strerror(errno)))")
        }
        fputs("\(getpid())\n", file)
        guard fclose(file) == 0 else { throw CommandFailure("\(path): \(String(cString: strerror(errno)))") }
    }

    /// Removes the file if it is still ours.
    func remove() {
        if Self.owner(of: path) == getpid() { unlink(path) }
    }

    private static func owner(of path: String) -> pid_t? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var text = [CChar](repeating: 0, count: 32)
        guard fgets(&text, Int32(text.count), file) != nil else { return nil }
        let digits = text.prefix { $0 >= 0x30 && $0 <= 0x39 }.map { UInt8(bitPattern: $0) }
        return pid_t(String(decoding: digits, as: UTF8.self))
    }
}
