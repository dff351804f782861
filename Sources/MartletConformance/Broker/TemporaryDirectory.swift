import Glibc

/// A directory of one's own that is removed with everything in it.
struct TemporaryDirectory: Sendable {
    let path: String

    init() throws {
        let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(parent)/martlet-replay-XXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else {
            throw ConformanceError.brokerDidNotStart("no directory in \(parent): \(String(cString: strerror(errno)))")
        }
        path = String(cString: made)
    }

    func remove() {
        Self.remove(path)
    }

    private static func remove(_ path: String) {
        if let listing = opendir(path) {
            defer { closedir(listing) }
            while let entry = readdir(listing) {
                let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                    pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                }
                guard name != ".", name != ".." else { continue }
                let child = "\(path)/\(name)"
                if entry.pointee.d_type == UInt8(DT_DIR) { remove(child) } else { unlink(child) }
            }
        }
        rmdir(path)
    }
}
