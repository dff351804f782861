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

    /// The user; never the password.
    public var description: String { "user \(user)" }
}
