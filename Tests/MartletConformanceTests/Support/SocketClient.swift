import Glibc
import NIOCore
import Testing

/// A plain blocking client whose waits are bounded.
final class SocketClient {
    private let descriptor: Int32

    /// - Parameter patience: how many seconds a send or receive may take.
    init(port: Int, patience: Int = 30) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        try #require(descriptor >= 0)
        var limit = timeval(tv_sec: patience, tv_usec: 0)
        let size = socklen_t(MemoryLayout<timeval>.size)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, size)
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, size)
        let address = try SocketAddress(ipAddress: "127.0.0.1", port: port)
        let result = address.withSockAddr { connect(descriptor, $0, socklen_t($1)) }
        try #require(result == 0)
    }

    deinit { close(descriptor) }

    /// Sends a frame behind its length.
    func send(_ frame: ByteBuffer) throws {
        var bytes = ByteBuffer(integer: Int32(frame.readableBytes))
        bytes.writeImmutableBuffer(frame)
        try sendRaw(bytes)
    }

    func sendRaw(_ bytes: ByteBuffer) throws {
        try #require(sendSome(bytes) == bytes.readableBytes)
    }

    /// Sends what the peer takes in time. Returns how many bytes that is.
    func sendSome(_ bytes: ByteBuffer) -> Int {
        var left = bytes
        while left.readableBytes > 0 {
            let sent = left.withUnsafeReadableBytes { bytes in
                Glibc.send(descriptor, bytes.baseAddress, bytes.count, Int32(truncatingIfNeeded: MSG_NOSIGNAL))
            }
            guard sent > 0 else { break }
            left.moveReaderIndex(forwardBy: sent)
        }
        return bytes.readableBytes - left.readableBytes
    }

    /// The next frame without its length; nil when the peer closed.
    func receive() throws -> ByteBuffer? {
        guard var length = try receive(4), let size: Int32 = length.readInteger() else { return nil }
        return try receive(Int(size))
    }

    private func receive(_ count: Int) throws -> ByteBuffer? {
        var bytes = ByteBuffer()
        while bytes.readableBytes < count {
            let missing = count - bytes.readableBytes
            var code: Int32 = 0
            let got = bytes.writeWithUnsafeMutableBytes(minimumWritableBytes: missing) { region in
                let got = recv(descriptor, region.baseAddress, missing, 0)
                code = got < 0 ? errno : 0
                return max(got, 0)
            }
            try #require(code == 0 || code == ECONNRESET)
            if got == 0 { return nil }
        }
        return bytes
    }
}
