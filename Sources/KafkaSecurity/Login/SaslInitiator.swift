/// A client's side of one login, as a pure value: the broker's answers come in, requests go out. One value is good for one
/// login; authenticating again (KIP-368) takes a new one.
///
/// It speaks SaslHandshake, then the mechanism's messages in SaslAuthenticate. Any answer at another time than it is
/// awaited, and any after the end, is an error.
public struct SaslInitiator: Sendable {
    /// What to send to the broker.
    public enum Request: Sendable, Equatable {
        /// SaslHandshake with the mechanism's name.
        case handshake(mechanism: String)
        /// SaslAuthenticate with the mechanism's message.
        case authenticate([UInt8])
    }

    /// What comes of an answer.
    public enum Decision: Sendable, Equatable {
        case send(Request)
        /// The broker accepted; how long the session lasts from now on in milliseconds, 0 for one without an end.
        case done(sessionLifetime: Int64)
        /// The connection is of no use any more.
        case failed(SaslLoginError)
    }

    private enum Phase: Sendable {
        case fresh
        case handshaken
        /// The only message of PLAIN is on its way.
        case passwordSent
        case tokenSent
        /// The token was refused and the broker is told so, as RFC 7628 has it; its answer names the reason.
        case tokenRefused(reason: String)
        case scramFirst(ScramClient)
        case scramFinal(ScramClient)
        case over
    }

    private static let unsupportedMechanism: Int16 = 33
    private static let authenticationFailed: Int16 = 58

    private let login: SaslLogin
    private let nonce: String
    private let passwords: SaltedPasswords
    private var phase = Phase.fresh

    /// - Parameters:
    ///   - nonce: for SCRAM: printable ASCII without the comma, never used before.
    ///   - passwords: for SCRAM: what earlier logins have made of the password, and what this one does.
    public init(_ login: SaslLogin, nonce: String, passwords: SaltedPasswords = SaltedPasswords()) {
        self.login = login
        self.nonce = nonce
        self.passwords = passwords
    }

    /// Whether the login has come to its end, good or bad.
    public var isOver: Bool {
        if case .over = phase { return true }
        return false
    }

    /// The first request; to be called once.
    public mutating func begin() -> Decision {
        guard case .fresh = phase else { return fail(.outOfTurn) }
        phase = .handshaken
        return .send(.handshake(mechanism: login.mechanism.rawValue))
    }

    /// Takes the answer to SaslHandshake.
    public mutating func handshakeAnswered(code: Int16, mechanisms: [String]) -> Decision {
        guard case .handshaken = phase else { return fail(.outOfTurn) }
        if code == Self.unsupportedMechanism {
            return fail(.mechanismRefused(login.mechanism, offered: mechanisms))
        }
        guard code == 0 else { return fail(.handshakeRefused(login.mechanism, code: code)) }
        switch login {
        case .plain(let user, let password):
            guard let message = PlainMessage.bytes(user: user, password: password) else {
                return fail(.unusable(login))
            }
            phase = .passwordSent
            return .send(.authenticate(message))
        case .scram(let mechanism, let user, let password, let isToken):
            do throws(ScramError) {
                let client = try ScramClient(
                    mechanism, user: user, password: password, nonce: nonce, isToken: isToken, passwords: passwords)
                phase = .scramFirst(client)
                return .send(.authenticate(client.firstMessage))
            } catch {
                return fail(.untrustworthy(login, error))
            }
        case .bearer(let token, let extensions):
            guard let message = BearerMessage.bytes(token: token, extensions: extensions) else {
                return fail(.unusable(login))
            }
            phase = .tokenSent
            return .send(.authenticate(message))
        }
    }

    /// Takes the answer to SaslAuthenticate.
    ///
    /// - Parameter lifetime: `session_lifetime_ms`, 0 where the version has none.
    public mutating func authenticateAnswered(
        code: Int16, message: String?, bytes: [UInt8], lifetime: Int64
    ) -> Decision {
        switch phase {
        case .fresh, .handshaken, .over: return fail(.outOfTurn)
        case .passwordSent, .tokenSent, .tokenRefused, .scramFirst, .scramFinal: break
        }
        guard code == 0 else { return refuse(code, message) }
        switch phase {
        case .passwordSent: return succeed(lifetime)
        case .tokenSent:
            guard !bytes.isEmpty else { return succeed(lifetime) }
            phase = .tokenRefused(reason: String(decoding: bytes.prefix(1024), as: UTF8.self))
            return .send(.authenticate(BearerMessage.taken))
        case .tokenRefused(let reason): return fail(.refused(login, message: reason))
        case .scramFirst(var client):
            do throws(ScramError) {
                let final = try client.respond(toServerFirst: bytes)
                phase = .scramFinal(client)
                return .send(.authenticate(final))
            } catch {
                return fail(.untrustworthy(login, error))
            }
        case .scramFinal(var client):
            do throws(ScramError) {
                try client.verify(serverFinal: bytes)
                return succeed(lifetime)
            } catch {
                return fail(.untrustworthy(login, error))
            }
        case .fresh, .handshaken, .over: return fail(.outOfTurn)
        }
    }

    private mutating func refuse(_ code: Int16, _ message: String?) -> Decision {
        var words = message
        if case .tokenRefused(let reason) = phase { words = reason }
        return fail(
            code == Self.authenticationFailed
                ? .refused(login, message: words) : .failed(login, code: code, message: words))
    }

    private mutating func succeed(_ lifetime: Int64) -> Decision {
        phase = .over
        return .done(sessionLifetime: max(0, lifetime))
    }

    private mutating func fail(_ error: SaslLoginError) -> Decision {
        phase = .over
        return .failed(error)
    }
}

extension SaslInitiator {
    /// When to authenticate again, in milliseconds after a login whose session has an end: at 85 to 95 % of it, so that
    /// many clients do not come at once and the answer is there in time (KIP-368). Nil for a session without an end.
    public static func reauthenticationDelay(
        lifetime: Int64, using generator: inout some RandomNumberGenerator
    ) -> Int64? {
        guard lifetime > 0 else { return nil }
        // A longer one than a year is as good as none, and its parts would not fit.
        let bounded = min(lifetime, 366 * 24 * 3_600_000)
        return bounded * Int64.random(in: 850...950, using: &generator) / 1000
    }
}
