/// Passwords that everybody tries first.
public enum WeakPassword {
    private static let common: Set<String> = [
        "changeit", "changeme", "password", "secret", "test1234", "confluent", "kafka", "admin", "123456", "12345678",
        "qwerty", "letmein", "storepass", "keypass", "store-secret", "key-secret",
    ]
    private static let suffixes = ["-secret", "-password", "-pass", "secret", "password", "123"]

    /// Whether it is one of those that documentation and installers use.
    public static func isCommon(_ password: String) -> Bool { common.contains(password.lowercased()) }

    /// Whether it is common, or follows from the user's name as in `admin-secret`.
    public static func isCommon(_ password: String, of user: String) -> Bool {
        let (password, user) = (password.lowercased(), user.lowercased())
        return isCommon(password) || password == user || suffixes.contains { password == user + $0 }
    }
}
