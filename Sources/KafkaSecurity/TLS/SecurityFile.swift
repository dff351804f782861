import Glibc

/// Reads the small files that keys and certificates lie in.
enum SecurityFile {
    /// Larger files are refused: no store of keys is that large, and the file is read whole.
    static let mostBytes = 16 * 1024 * 1024

    static func read(_ path: String, key: String) throws(TLSError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw TLSError("\(key): cannot open \(path): \(String(cString: strerror(errno)))")
        }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 64 * 1024)
        while true {
            let count = Glibc.read(descriptor, &part, part.count)
            if count < 0 {
                if errno == EINTR { continue }
                throw TLSError("\(key): cannot read \(path): \(String(cString: strerror(errno)))")
            }
            if count == 0 { break }
            bytes.append(contentsOf: part[..<count])
            guard bytes.count <= mostBytes else { throw TLSError("\(key): \(path) is too large for a store") }
        }
        guard !bytes.isEmpty else { throw TLSError("\(key): \(path) is empty") }
        return bytes
    }
}
