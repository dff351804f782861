import Glibc
import NIOCore

@testable import KafkaSecurity

/// A TLS client on a socket that blocks, with a bound on every wait.
final class TLSTestClient {
    enum Failure: Error {
        case connect(Int32)
        case send(Int32)
        /// The connection ended, or nothing came in time.
        case ended(TLSSession.Progress)
    }

    let session: TLSSession
    private let descriptor: Int32

    /// Connects without a handshake.
    init(_ port: Int, _ context: TLSClientContext) throws {
        guard let session = TLSSession(context) else { throw Failure.connect(ENOMEM) }
        self.session = session
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        // A sockaddr_in of 127.0.0.1, in its bytes.
        let address: [UInt8] =
            [UInt8(AF_INET), 0, UInt8(port >> 8 & 0xFF), UInt8(port & 0xFF), 127, 0, 0, 1]
            + Array(repeating: 0, count: 8)
        let status = address.withUnsafeBytes { bytes in
            Glibc.connect(descriptor, bytes.assumingMemoryBound(to: sockaddr.self).baseAddress, socklen_t(bytes.count))
        }
        guard status == 0 else { throw Failure.connect(errno) }
        var patience = timeval(tv_sec: 20, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    }

    deinit { close(descriptor) }

    /// A connection whose handshake is done, on this side at least.
    static func connect(
        _ port: Int, _ context: TLSClientContext, taking earlier: TLSClientSession? = nil
    ) throws
        -> TLSTestClient
    {
        let client = try TLSTestClient(port, context)
        earlier?.offer(in: client.session)
        try client.handshake()
        return client
    }

    func handshake() throws {
        while true {
            let progress = session.handshake()
            try flush()
            switch progress {
            case .done: return
            case .wantsInput: guard receive() else { throw Failure.ended(progress) }
            case .closed, .failed: throw Failure.ended(progress)
            }
        }
    }

    func send(_ bytes: ByteBuffer) throws {
        _ = bytes.withUnsafeReadableBytes { session.write($0) }
        try flush()
    }

    /// Sends bytes as they are.
    func sendRaw(_ bytes: [UInt8]) throws {
        session.output.writeBytes(bytes)
        try flush()
    }

    /// The next answer.
    func answer() throws -> Frames.Answer {
        while true {
            var copy = opened
            if let answer = Frames.readAnswers(&copy).first {
                opened.moveReaderIndex(
                    forwardBy: 4 + Int(opened.getInteger(at: opened.readerIndex, as: Int32.self) ?? 0))
                return answer
            }
            try read()
        }
    }

    /// Reads until the server ends the connection; says whether it did so in order.
    func endsInOrder() -> Bool {
        while true {
            do { try read() } catch Failure.ended(.closed) { return true } catch { return false }
        }
    }

    private var opened = ByteBuffer()

    private func read() throws {
        opened.discardReadBytes()
        opened.reserveCapacity(minimumWritableBytes: 256 * 1024)
        let before = opened.readableBytes
        let progress = session.read(into: &opened)
        try flush()
        if opened.readableBytes > before { return }
        guard progress == .wantsInput || progress == .done, receive() else { throw Failure.ended(progress) }
    }

    private func flush() throws {
        while session.output.readableBytes > 0 {
            let sent = session.output.withUnsafeReadableBytes {
                Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard sent > 0 else { throw Failure.send(errno) }
            session.output.moveReaderIndex(forwardBy: sent)
        }
    }

    private func receive() -> Bool {
        var part = [UInt8](repeating: 0, count: 64 * 1024)
        let count = recv(descriptor, &part, part.count, 0)
        guard count > 0 else { return false }
        session.input.writeBytes(part[..<count])
        return true
    }
}
