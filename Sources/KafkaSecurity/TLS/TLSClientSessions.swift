import Synchronization

/// What a client keeps of its connections by server, so that the next one needs no whole handshake: neither signatures nor
/// certificates, which were checked when the session began. Safe from any thread.
///
/// To be shared only by connections that trust the same authorities and show the same certificate.
public final class TLSClientSessions: Sendable {
    /// Servers of which something is kept; with more, all is forgotten.
    static let most = 1024

    private let known = Mutex<[String: TLSClientSession]>([:])

    /// Nothing is kept yet.
    public init() {}

    /// How many servers something is kept of.
    var count: Int { known.withLock { $0.count } }

    /// Offers a server to take up an earlier connection; to be called before the handshake.
    ///
    /// - Parameter server: host and port, the same for ``keep(_:of:)``.
    public func offer(to server: String, in session: TLSSession) {
        known.withLock { $0[server] }?.offer(in: session)
    }

    /// Keeps what a server gave. In TLS 1.3 it does so after the handshake, with what it sends first.
    public func keep(_ session: TLSSession, of server: String) {
        guard let kept = TLSClientSession(of: session) else { return }
        known.withLock { known in
            if known.count >= Self.most, known[server] == nil { known = [:] }
            known[server] = kept
        }
    }
}
