/// By what a client proves who it is. Descriptions show no secret.
public enum SaslLogin: Sendable, Equatable, CustomStringConvertible, CustomReflectable {
    /// Name and password as they are.
    case plain(user: String, password: String)
    /// SCRAM, with a password or (`isToken`) as the holder of a delegation token.
    case scram(ScramMechanism, user: String, password: String, isToken: Bool)
    /// A bearer token, with the extensions of KIP-342.
    case bearer(token: String, extensions: [String: String])

    /// The mechanism that a handshake names.
    public var mechanism: SaslMechanism {
        switch self {
        case .plain: .plain
        case .scram(.sha256, _, _, _): .scramSHA256
        case .scram(.sha512, _, _, _): .scramSHA512
        case .bearer: .oauthBearer
        }
    }

    /// The user's name, where it is known before the login.
    public var user: String? {
        switch self {
        case .plain(let user, _), .scram(_, let user, _, _): user
        case .bearer: nil
        }
    }

    public var description: String { mechanism.rawValue + (user.map { " as \($0)" } ?? "") }

    /// Without children, so that no dump shows a secret.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
