/// The users of PLAIN and their passwords.
public struct PlainUsers: Sendable {
    /// By the bytes of the user's name: two spellings of a letter are two users.
    private let passwords: [[UInt8]: [UInt8]]

    /// Users with their passwords, in the clear.
    public init(_ passwords: [String: String]) {
        self.passwords = Dictionary(
            passwords.map { (Array($0.key.utf8), Array($0.value.utf8)) }, uniquingKeysWith: { first, _ in first })
    }

    /// Whether the password is that of the user. Both are hashed first, so that time says nothing of either's length.
    func accepts(user: String, password: [UInt8]) -> Bool {
        let known = passwords[Array(user.utf8)]
        // No user's password: what is compared for a user who does not exist never counts.
        let expected = known ?? [0]
        guard let one = try? HashAlgorithm.sha256.hash(expected), let other = try? HashAlgorithm.sha256.hash(password)
        else { return false }
        return ConstantTime.areEqual(one, other) && known != nil
    }
}
