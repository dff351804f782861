/// The server's side of PLAIN (RFC 4616), which is one message.
struct PlainExchange: Sendable {
    let users: PlainUsers

    func step(_ message: [UInt8]) -> SaslStep {
        let parts = message.split(separator: 0, omittingEmptySubsequences: false)
        guard parts.count == 3 else { return .failed(.hidden("the message of PLAIN has \(parts.count) parts, not 3")) }
        guard let authorizationId = String(validating: parts[0], as: UTF8.self),
            let user = String(validating: parts[1], as: UTF8.self)
        else { return .failed(.hidden("the user's name is not UTF-8")) }
        guard !user.isEmpty else { return .failed(.told("Authentication failed: username not specified")) }
        guard !parts[2].isEmpty else { return .failed(.told("Authentication failed: password not specified")) }
        guard users.accepts(user: user, password: Array(parts[2])) else {
            return .failed(.told("Authentication failed: Invalid username or password"))
        }
        guard authorizationId.isEmpty || authorizationId.utf8.elementsEqual(user.utf8) else {
            return .failed(.told(Self.foreignIdentity))
        }
        return .done([], SaslIdentity(principal: KafkaPrincipal(user)))
    }

    static let foreignIdentity =
        "Authentication failed: Client requested an authorization id that is different from username"
}
