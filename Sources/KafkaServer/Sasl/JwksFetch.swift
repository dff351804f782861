import Glibc
import KafkaSecurity

/// Reads the bytes of a key set. Blocks: to be called on a thread that may.
struct JwksFetch {
    /// Why nothing was read, for the log.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    let location: JwksLocation
    /// How a server of HTTPS is checked.
    let tls: TLSClientSettings

    func run() throws(Failure) -> [UInt8] {
        switch location {
        case .file(let path):
            let descriptor = open(path, O_RDONLY | O_CLOEXEC)
            guard descriptor >= 0 else { throw failure("it cannot be opened") }
            defer { close(descriptor) }
            return try readAll(descriptor)
        case .http(let address):
            do throws(HTTPFetch.Failure) {
                return try HTTPFetch(address, tls: tls, mostBytes: JsonWebKeySet.largest).run()
            } catch {
                throw Failure(description: error.description)
            }
        }
    }

    /// What changes when the file does; nil for what is no file, or none that is there.
    var stamp: [Int64]? {
        guard case .file(let path) = location else { return nil }
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        return [
            Int64(status.st_mtim.tv_sec), Int64(status.st_mtim.tv_nsec), Int64(status.st_size),
            Int64(truncatingIfNeeded: status.st_ino),
        ]
    }

    private func readAll(_ descriptor: Int32) throws(Failure) -> [UInt8] {
        let limit = JsonWebKeySet.largest
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 16 * 1024)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw failure("it cannot be read") }
            if count == 0 { return bytes }
            bytes += buffer[..<count]
            guard bytes.count <= limit else { throw Failure(description: "it is larger than \(limit) bytes") }
        }
    }

    private func failure(_ what: String) -> Failure {
        Failure(description: "\(what): \(String(cString: strerror(errno)))")
    }
}
