import Glibc
import KafkaSecurity
import NIOCore
import NIOPosix
import Synchronization

/// Gives connections what they log in with; a token that a server gave is shared until it is time for another.
final class LoginSource: Sendable {
    private struct State {
        var login: SaslLogin?
        /// Until when the token is used, in milliseconds on a clock that never goes back.
        var usedUntil: Int64 = 0
        var running: EventLoopFuture<SaslLogin>?
    }

    /// How long a server may take to give a token, in seconds.
    private static let patience = 10
    private static let mostTokenBytes = 64 * 1024

    /// What the logins have made of a password.
    let passwords = SaltedPasswords()
    private let settings: SaslLoginSettings
    private let state = Mutex(State())

    init(_ settings: SaslLoginSettings) {
        self.settings = settings
    }

    /// Fails with ``ClientError/noCredentials(_:)``.
    func login(on eventLoop: any EventLoop) -> EventLoopFuture<SaslLogin> {
        switch settings {
        case .fixed(let login): return eventLoop.makeSucceededFuture(login)
        case .unsecured(let token):
            return eventLoop.makeSucceededFuture(
                .bearer(token: token.text(now: currentMilliseconds()), extensions: token.extensions))
        case .tokenFile(let path, let extensions):
            return NIOThreadPool.singleton.runIfActive(eventLoop: eventLoop) {
                .bearer(token: try Self.token(in: path), extensions: extensions)
            }
        case .tokenEndpoint(let endpoint): return granted(by: endpoint, on: eventLoop)
        }
    }

    /// A broker did not accept what was given last.
    func forget() {
        state.withLock { $0.login = nil }
    }

    private func granted(by endpoint: TokenEndpoint, on eventLoop: any EventLoop) -> EventLoopFuture<SaslLogin> {
        let promise = eventLoop.makePromise(of: SaslLogin.self)
        let known: EventLoopFuture<SaslLogin>? = state.withLock { state in
            if let login = state.login, Self.now() < state.usedUntil { return eventLoop.makeSucceededFuture(login) }
            if let running = state.running { return running.hop(to: eventLoop) }
            state.running = promise.futureResult
            return nil
        }
        if let known {
            promise.futureResult.whenComplete { _ in }
            promise.completeWith(known)
            return promise.futureResult
        }
        NIOThreadPool.singleton.runIfActive(eventLoop: eventLoop) { [self] in
            let result = Result { () throws(HTTPFetch.Failure) in try endpoint.ask(seconds: Self.patience) }
            let login = result.map { SaslLogin.bearer(token: $0.token, extensions: endpoint.extensions) }
            state.withLock { state in
                state.running = nil
                state.login = try? login.get()
                // The rest of its life is for the sessions that begin with it.
                state.usedUntil = Self.now() + ((try? result.get())?.lifetime ?? 0) / 5 * 4
            }
            return try login.mapError { ClientError.noCredentials("no token from \(endpoint.address): \($0)") }.get()
        }.cascade(to: promise)
        return promise.futureResult
    }

    private static func token(in path: String) throws(ClientError) -> String {
        func failed(_ what: String) -> ClientError { .noCredentials("the token in \(path) cannot be read: \(what)") }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failed(systemText(errno)) }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: mostTokenBytes + 1)
        var filled = 0
        while filled < bytes.count {
            let count = bytes.withUnsafeMutableBytes { region in
                read(descriptor, region.baseAddress.map { $0 + filled }, region.count - filled)
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw failed(systemText(errno)) }
            if count == 0 { break }
            filled += count
        }
        guard filled <= mostTokenBytes else { throw failed("it is too large") }
        let token = String(decoding: bytes[..<filled], as: UTF8.self)[...].trimmingBlanks()
        guard !token.isEmpty else { throw failed("it is empty") }
        return String(token)
    }

    private static func now() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }
}
