public import KafkaSecurity
import NIOCore

/// What connections to brokers need for TLS and SASL, made once from the settings and shared by all of them.
public final class ClientSecurity: Sendable {
    /// Neither TLS nor a login.
    public static let plaintext = ClientSecurity()

    let tls: TLSClientContext?
    let logins: LoginSource?
    private let sessions: TLSClientSessions

    private init(tls: TLSClientContext? = nil, sessions: TLSClientSessions = TLSClientSessions()) {
        self.tls = tls
        self.sessions = sessions
        logins = nil
    }

    /// Reads the files that the settings name. Blocks on the disk.
    ///
    /// - Throws: ``ClientSecurityError`` with what is wrong, in the words of Kafka's keys.
    public init(_ settings: ClientSecuritySettings) throws(ClientSecurityError) {
        do throws(TLSError) {
            tls = try settings.tls.map { settings throws(TLSError) in try TLSClientContext(settings) }
        } catch {
            throw ClientSecurityError(error.description)
        }
        logins = settings.login.map(LoginSource.init)
        sessions = TLSClientSessions()
    }

    /// Whether connections are encrypted.
    public var usesTLS: Bool { tls != nil }

    /// Whether connections begin with a login.
    public var usesLogin: Bool { logins != nil }

    /// The same without a login.
    public var withoutLogin: ClientSecurity { usesLogin ? ClientSecurity(tls: tls, sessions: sessions) : self }

    /// What `security.protocol` it is.
    public var protocolName: String {
        switch (usesTLS, usesLogin) {
        case (false, false): "PLAINTEXT"
        case (true, false): "SSL"
        case (false, true): "SASL_PLAINTEXT"
        case (true, true): "SASL_SSL"
        }
    }

    /// Puts the handlers in front of a channel's others. To be called on its event loop, before it is connected.
    func addHandlers(to channel: any Channel, address: BrokerAddress, clientId: String) throws {
        let readiness = ClientReadiness(channel.eventLoop.makePromise())
        if let tls {
            guard let session = TLSSession(tls, host: address.host) else {
                throw ClientError.tlsFailed(address, reason: "its host is no name that TLS can ask for")
            }
            try channel.pipeline.syncOperations.addHandler(
                ClientTLSHandler(
                    session, sessions: sessions, address: address, readiness: readiness, isLast: !usesLogin))
        }
        if let logins {
            try channel.pipeline.syncOperations.addHandler(
                ClientLoginHandler(
                    logins, address: address, clientId: clientId, readiness: readiness, waitsForTLS: usesTLS))
        }
        if !usesTLS, !usesLogin { readiness.succeed() }
    }

    /// What the handlers of a channel come to; nil where it has none, or none any more. To be called on its event loop.
    func readiness(of channel: any Channel) -> EventLoopFuture<Void>? {
        let operations = channel.pipeline.syncOperations
        if let handler = try? operations.handler(type: ClientLoginHandler.self) { return handler.readiness.future }
        return (try? operations.handler(type: ClientTLSHandler.self))?.readiness.future
    }
}
