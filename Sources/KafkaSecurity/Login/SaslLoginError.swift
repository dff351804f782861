/// Why a client's login did not succeed. The texts hold no secret.
public enum SaslLoginError: Error, Equatable, Sendable {
    /// The broker does not take the mechanism; these it does take.
    case mechanismRefused(SaslMechanism, offered: [String])
    /// The broker answered the handshake with another error, by its code.
    case handshakeRefused(SaslMechanism, code: Int16)
    /// The broker does not accept the credentials; its words, if it sent any.
    case refused(SaslLogin, message: String?)
    /// The broker answered a message of the mechanism with another error, by its code.
    case failed(SaslLogin, code: Int16, message: String?)
    /// What the broker sent breaks the mechanism's rules: it may be no broker that knows the credentials.
    case untrustworthy(SaslLogin, ScramError)
    /// An answer that does not fit where the exchange is.
    case outOfTurn
    /// Name or password cannot be sent by the mechanism.
    case unusable(SaslLogin)
}

extension SaslLoginError: CustomStringConvertible {
    /// The end of a sentence that began with the broker's address.
    public var description: String {
        switch self {
        case .mechanismRefused(let mechanism, let offered):
            "does not take \(mechanism.rawValue) as sasl.mechanism"
                + (offered.isEmpty ? "" : "; it takes \(Self.shown(offered.joined(separator: ", ")))")
        case .handshakeRefused(let mechanism, let code):
            code == 34
                ? "does not want a login here (ILLEGAL_SASL_STATE); it may be a listener without SASL"
                : "answered the handshake for \(mechanism.rawValue) with error \(code)"
        case .refused(let login, let message):
            "did not accept the login by \(login)\(Self.words(message)); check sasl.jaas.config"
        case .failed(let login, let code, let message):
            "answered the login by \(login) with error \(code)\(Self.words(message))"
        case .untrustworthy(let login, let error):
            "was given up during the login by \(login): \(Self.text(error))"
        case .outOfTurn: "answered out of turn during the login"
        case .unusable(let login): "cannot be sent the name or password of the login by \(login)"
        }
    }

    private static func words(_ message: String?) -> String {
        guard let message, !message.isEmpty else { return "" }
        return ": \(shown(message))"
    }

    /// A broker's text, fit for one line.
    private static func shown(_ text: String) -> String {
        String(text.unicodeScalars.prefix(300).map { $0.value >= 0x20 && $0.value != 0x7f ? Character($0) : "?" })
    }

    private static func text(_ error: ScramError) -> String {
        switch error {
        case .badNonce: "the nonce is not allowed"
        case .malformed: "its message cannot be read"
        case .extensionDemanded: "it demands an extension of SCRAM"
        case .foreignNonce: "its nonce does not begin with the one it was sent"
        case .iterationsOutOfRange(let count): "it asks for \(count) iterations, outside of \(ScramClient.iterations)"
        case .refused(let reason): "it refused (\(shown(reason)))"
        case .wrongSignature: "it does not know the password itself (its signature is wrong)"
        case .outOfTurn: "its message came out of turn"
        case .crypto: "the hashes could not be computed"
        }
    }
}
