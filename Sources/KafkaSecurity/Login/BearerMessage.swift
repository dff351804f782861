/// The messages of OAUTHBEARER clients (RFC 7628, KIP-255).
enum BearerMessage {
    private static let separator: UInt8 = 1

    /// What a client says once it was told that its token is refused.
    static let taken: [UInt8] = [separator]

    /// The initial response with a token and its extensions; nil when they have characters that cannot stand there.
    static func bytes(token: String, extensions: [String: String]) -> [UInt8]? {
        guard !token.isEmpty, token.utf8.allSatisfy({ (0x21...0x7e).contains($0) }) else { return nil }
        var bytes = Array("n,,".utf8) + [separator] + Array("auth=Bearer \(token)".utf8) + [separator]
        for (name, value) in extensions.sorted(by: { $0.key < $1.key }) {
            guard isName(name), isValue(value) else { return nil }
            bytes += Array("\(name)=\(value)".utf8) + [separator]
        }
        return bytes + [separator]
    }

    /// Letters only, and not the name of the token's own field.
    static func isName(_ name: String) -> Bool {
        !name.isEmpty && name != "auth"
            && name.utf8.allSatisfy { (0x41...0x5a).contains($0) || (0x61...0x7a).contains($0) }
    }

    static func isValue(_ value: String) -> Bool {
        !value.isEmpty
            && value.utf8.allSatisfy { (0x20...0x7e).contains($0) || $0 == 0x09 || $0 == 0x0d || $0 == 0x0a }
    }
}
