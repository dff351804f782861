import Glibc
import KafkaServer
import NIOCore

/// A listening socket made in one step, so that an answer which names a new broker need not wait for its listener.
struct RelaySocket {
    let descriptor: Int32
    let port: Int

    /// Why a socket could not be made.
    struct Failure: Error {
        var code: Int32
    }

    /// Binds; the owner of the descriptor is who made it.
    static func bind(host: String, port: Int) throws -> RelaySocket {
        let address = try HostAddress.resolve(host, port: port)
        let family = address.protocol == .inet6 ? AF_INET6 : AF_INET
        let descriptor = socket(family, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw Failure(code: errno) }
        var yes: Int32 = 1
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
        let result = address.withSockAddr { Glibc.bind(descriptor, $0, socklen_t($1)) }
        guard result == 0, listen(descriptor, 128) == 0, let bound = boundPort(descriptor) else {
            let failure = Failure(code: errno)
            close(descriptor)
            throw failure
        }
        return RelaySocket(descriptor: descriptor, port: bound)
    }

    /// Both families have the port behind their own number.
    private static func boundPort(_ descriptor: Int32) -> Int? {
        var storage = sockaddr_storage()
        var size = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let result = withUnsafeMutablePointer(to: &storage) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &size) }
        }
        guard result == 0 else { return nil }
        return withUnsafeBytes(of: &storage) {
            Int(UInt16(bigEndian: $0.loadUnaligned(fromByteOffset: 2, as: UInt16.self)))
        }
    }
}
