import Glibc
import NIOCore

/// A connection that blocks, in the clear or by TLS, with an end to its patience.
final class HTTPStream {
    private static let window = 16 * 1024

    private let descriptor: Int32
    private let address: HTTPAddress
    private let session: TLSSession?
    private let deadline: Int64
    /// What went wrong while receiving.
    private(set) var failure: HTTPFetch.Failure?

    /// Connects, and shakes hands where a context is given.
    ///
    /// - Parameter deadline: on the clock of ``now()``.
    init(_ address: HTTPAddress, _ context: TLSClientContext?, deadline: Int64) throws(HTTPFetch.Failure) {
        self.address = address
        self.deadline = deadline
        descriptor = try Self.connect(address, deadline: deadline)
        guard let context else {
            session = nil
            return
        }
        guard let session = TLSSession(context, host: address.host) else {
            self.session = nil
            throw HTTPFetch.Failure(description: "no TLS session for \(address.host) could be made")
        }
        self.session = session
        try shakeHands(session)
    }

    deinit { close(descriptor) }

    /// Milliseconds on a clock that never goes back.
    static func now() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }

    func send(_ bytes: [UInt8]) throws(HTTPFetch.Failure) {
        guard let session else { return try sendAll(bytes) }
        guard bytes.withUnsafeBytes({ session.write($0) }) else {
            throw HTTPFetch.Failure(description: "the request to \(address.host) could not be sealed")
        }
        try flush(session)
    }

    /// The next bytes, none at the end. What fails is in ``failure``.
    func receive() -> Result<[UInt8], HTTPAnswer.Problem> {
        do throws(HTTPFetch.Failure) {
            guard let session else { return .success(try receiveSome()) }
            return .success(try unseal(session))
        } catch {
            failure = error
            return .failure(.cutOff)
        }
    }

    private func unseal(_ session: TLSSession) throws(HTTPFetch.Failure) -> [UInt8] {
        while true {
            var plain = ByteBufferAllocator().buffer(capacity: Self.window)
            let progress = session.read(into: &plain)
            try flush(session)
            if plain.readableBytes > 0 { return Array(plain.readableBytesView) }
            switch progress {
            case .done: continue
            case .closed: return []
            case .failed(let failure): throw said(failure)
            case .wantsInput:
                let sealed = try receiveSome()
                guard !sealed.isEmpty else { return [] }
                session.input.writeBytes(sealed)
            }
        }
    }

    private func shakeHands(_ session: TLSSession) throws(HTTPFetch.Failure) {
        while true {
            let progress = session.handshake()
            try flush(session)
            switch progress {
            case .done: return
            case .closed: throw HTTPFetch.Failure(description: "\(address.host) closed the connection")
            case .failed(let failure): throw said(failure)
            case .wantsInput:
                let sealed = try receiveSome()
                guard !sealed.isEmpty else {
                    throw HTTPFetch.Failure(description: "\(address.host) closed the connection: does it speak TLS?")
                }
                session.input.writeBytes(sealed)
            }
        }
    }

    private func said(_ failure: TLSFailure) -> HTTPFetch.Failure {
        HTTPFetch.Failure(description: "no TLS with \(address.host): \(failure)")
    }

    private func flush(_ session: TLSSession) throws(HTTPFetch.Failure) {
        guard session.output.readableBytes > 0 else { return }
        let bytes = Array(session.output.readableBytesView)
        session.output.clear()
        try sendAll(bytes)
    }

    private func sendAll(_ bytes: [UInt8]) throws(HTTPFetch.Failure) {
        var sent = 0
        while sent < bytes.count {
            try wait(SO_SNDTIMEO)
            let count = bytes.withUnsafeBytes { region in
                Glibc.send(
                    descriptor, region.baseAddress.map { $0 + sent }, region.count - sent,
                    Int32(truncatingIfNeeded: MSG_NOSIGNAL))
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw Self.failed("the request to \(address.host) could not be sent") }
            sent += count
        }
    }

    private func receiveSome() throws(HTTPFetch.Failure) -> [UInt8] {
        while true {
            try wait(SO_RCVTIMEO)
            var buffer = [UInt8](repeating: 0, count: Self.window)
            let count = recv(descriptor, &buffer, buffer.count, 0)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw Self.failed("the answer of \(address.host) cannot be read") }
            return Array(buffer.prefix(count))
        }
    }

    /// Lets the next call wait until the deadline.
    private func wait(_ option: Int32) throws(HTTPFetch.Failure) {
        let left = deadline - Self.now()
        guard left > 0 else { throw HTTPFetch.Failure(description: "\(address.host) takes too long") }
        Self.set(option, of: descriptor, milliseconds: left)
    }

    private static func set(_ option: Int32, of descriptor: Int32, milliseconds: Int64) {
        var patience = timeval(
            tv_sec: Int(milliseconds / 1000), tv_usec: Int(milliseconds % 1000) * 1000 + 1)
        setsockopt(descriptor, SOL_SOCKET, option, &patience, socklen_t(MemoryLayout<timeval>.size))
    }

    private static func connect(_ address: HTTPAddress, deadline: Int64) throws(HTTPFetch.Failure) -> Int32 {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(address.host, String(address.port), &hints, &list) == 0 else {
            throw HTTPFetch.Failure(description: "host \(address.host) is not known")
        }
        defer { freeaddrinfo(list) }
        var next = list
        while let found = next?.pointee {
            next = found.ai_next
            let left = deadline - now()
            guard left > 0 else { break }
            let type = found.ai_socktype | Int32(SOCK_CLOEXEC.rawValue)
            let descriptor = socket(found.ai_family, type, found.ai_protocol)
            guard descriptor >= 0 else { continue }
            set(SO_SNDTIMEO, of: descriptor, milliseconds: left)
            if Glibc.connect(descriptor, found.ai_addr, found.ai_addrlen) == 0 { return descriptor }
            close(descriptor)
        }
        throw failed("no connection to \(address.host):\(address.port)")
    }

    private static func failed(_ what: String) -> HTTPFetch.Failure {
        let late = errno == EAGAIN || errno == EINPROGRESS || errno == ETIMEDOUT
        return HTTPFetch.Failure(
            description: late ? "\(what) in time" : "\(what): \(String(cString: strerror(errno)))")
    }
}
