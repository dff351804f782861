public import KafkaSecurity

/// Who a replay logs in as.
public struct SaslCredentials: Sendable, CustomStringConvertible {
    /// The name of the user at the target.
    public var user: String
    /// Its password.
    public var password: String

    /// A user and its password.
    public init(user: String, password: String) {
        self.user = user
        self.password = password
    }

    /// User and password of a client's settings; nil where they have none.
    public init?(_ settings: ClientSecuritySettings) {
        switch settings.login {
        case .fixed(.plain(let user, let password))?, .fixed(.scram(_, let user, let password, isToken: false))?:
            self.init(user: user, password: password)
        default: return nil
        }
    }

    /// The user; never the password.
    public var description: String { "user \(user)" }
}
