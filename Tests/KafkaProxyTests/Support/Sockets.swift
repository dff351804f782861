import Glibc
import NIOCore

/// Sockets of this host that block, with a bound on every wait.
enum Sockets {
    struct Failure: Error {
        let errno: Int32
    }

    /// A socket that listens on 127.0.0.1, and the port that it got.
    static func listen() throws -> (descriptor: Int32, port: Int) {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        try call(withAddress(port: 0) { bind(descriptor, $0, $1) })
        try call(Glibc.listen(descriptor, 128))
        var bytes = [UInt8](repeating: 0, count: 16)
        var size = socklen_t(16)
        let status = bytes.withUnsafeMutableBytes { region in
            getsockname(descriptor, region.assumingMemoryBound(to: sockaddr.self).baseAddress, &size)
        }
        try call(status)
        return (descriptor, Int(bytes[2]) << 8 | Int(bytes[3]))
    }

    /// Sends bytes to a port, and reads so many frames; fewer when the other side closes or is silent for long.
    static func correlationIds(ofAnswers count: Int, to request: ByteBuffer, port: Int) throws -> [Int32] {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var patience = timeval(tv_sec: 10, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        try call(withAddress(port: port) { connect(descriptor, $0, $1) })
        let sent = request.withUnsafeReadableBytes { send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
        guard sent == request.readableBytes else { throw Failure(errno: errno) }
        var (received, ids) = (ByteBuffer(), [Int32]())
        var part = [UInt8](repeating: 0, count: 65536)
        while ids.count < count {
            let size = recv(descriptor, &part, part.count, 0)
            guard size > 0 else { break }
            received.writeBytes(part[..<size])
            while let length: Int32 = received.getInteger(at: received.readerIndex),
                var frame = received.getSlice(at: received.readerIndex + 4, length: Int(length))
            {
                received.moveReaderIndex(forwardBy: Int(length) + 4)
                ids.append(frame.readInteger() ?? -1)
            }
        }
        return ids
    }

    /// A sockaddr_in of 127.0.0.1, in its bytes.
    private static func withAddress(port: Int, _ body: (UnsafePointer<sockaddr>?, socklen_t) -> Int32) -> Int32 {
        let address: [UInt8] =
            [UInt8(AF_INET), 0, UInt8(port >> 8 & 0xFF), UInt8(port & 0xFF), 127, 0, 0, 1]
            + Array(repeating: 0, count: 8)
        return address.withUnsafeBytes { bytes in
            body(bytes.assumingMemoryBound(to: sockaddr.self).baseAddress, socklen_t(bytes.count))
        }
    }

    private static func call(_ status: Int32) throws {
        guard status == 0 else { throw Failure(errno: errno) }
    }
}
