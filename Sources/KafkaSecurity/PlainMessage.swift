/// The one message of the mechanism PLAIN (RFC 4616).
public enum PlainMessage {
    /// User and password, for the user's own identity; nil if either is empty or holds a zero byte, which separates them.
    public static func bytes(user: String, password: String) -> [UInt8]? {
        guard !user.isEmpty, !password.isEmpty, !user.utf8.contains(0), !password.utf8.contains(0) else { return nil }
        return [0] + Array(user.utf8) + [0] + Array(password.utf8)
    }
}
