import Glibc
import KafkaSecurity

/// Reads the bytes of a key set. Blocks: to be called on a thread that may.
struct JwksFetch {
    /// Why nothing was read, for the log.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// How long a server may take for all of it, in seconds.
    private static let patience = 10
    private static let mostHeaderBytes = 16 * 1024

    let location: JwksLocation

    func run() throws(Failure) -> [UInt8] {
        switch location {
        case .file(let path):
            let descriptor = open(path, O_RDONLY | O_CLOEXEC)
            guard descriptor >= 0 else { throw failure("it cannot be opened") }
            defer { close(descriptor) }
            return try readAll(descriptor, atMost: JsonWebKeySet.largest, deadline: nil)
        case .http(let host, let port, let target): return try fetch(host, port, target)
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

    private func fetch(_ host: String, _ port: Int, _ target: String) throws(Failure) -> [UInt8] {
        let deadline = Self.seconds() + Self.patience
        let descriptor = try connected(host, port)
        defer { close(descriptor) }
        let name = host.contains(":") ? "[\(host)]" : host
        // Version 1.0, so that the answer comes in one piece and ends with the connection.
        let request = Array(
            "GET \(target) HTTP/1.0\r\nHost: \(name):\(port)\r\nAccept: application/json\r\n\r\n".utf8)
        guard send(descriptor, request, request.count, Int32(truncatingIfNeeded: MSG_NOSIGNAL)) == request.count else {
            throw failure("the request could not be sent")
        }
        let answer = try readAll(
            descriptor, atMost: JsonWebKeySet.largest + Self.mostHeaderBytes, deadline: deadline)
        let mark = Array("\r\n\r\n".utf8)
        guard let end = answer.indices.first(where: { answer[$0...].starts(with: mark) }) else {
            throw Failure(description: "the answer has no end of its header")
        }
        let status = String(decoding: answer.prefix { $0 != 0x0d }, as: UTF8.self).split(separator: " ")
        guard status.count >= 2, status[0].hasPrefix("HTTP/1."), status[1] == "200" else {
            throw Failure(description: "the server did not answer with 200")
        }
        return Array(answer[(end + mark.count)...])
    }

    private func connected(_ host: String, _ port: Int) throws(Failure) -> Int32 {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, String(port), &hints, &list) == 0 else {
            throw Failure(description: "host \(host) is not known")
        }
        defer { freeaddrinfo(list) }
        var next = list
        while let address = next?.pointee {
            next = address.ai_next
            let type = address.ai_socktype | Int32(SOCK_CLOEXEC.rawValue)
            let descriptor = socket(address.ai_family, type, address.ai_protocol)
            guard descriptor >= 0 else { continue }
            var patience = timeval(tv_sec: Self.patience, tv_usec: 0)
            let size = socklen_t(MemoryLayout<timeval>.size)
            setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, size)
            setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, size)
            if connect(descriptor, address.ai_addr, address.ai_addrlen) == 0 { return descriptor }
            close(descriptor)
        }
        throw failure("no connection")
    }

    private func readAll(_ descriptor: Int32, atMost limit: Int, deadline: Int?) throws(Failure) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 16 * 1024)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw failure("it cannot be read") }
            if count == 0 { return bytes }
            bytes += buffer[..<count]
            guard bytes.count <= limit else { throw Failure(description: "it is larger than \(limit) bytes") }
            if let deadline, Self.seconds() > deadline { throw Failure(description: "the answer takes too long") }
        }
    }

    private func failure(_ what: String) -> Failure {
        Failure(description: "\(what): \(String(cString: strerror(errno)))")
    }

    private static func seconds() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec
    }
}
