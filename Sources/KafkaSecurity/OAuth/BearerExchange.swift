/// The server's side of OAUTHBEARER (RFC 7628, KIP-255): one message with a token, and where that is refused a second
/// one by which the client takes note.
struct BearerExchange: Sendable {
    private static let separator: UInt8 = 1

    let validator: (any BearerTokenValidator)?
    /// What the client was told is wrong with its token.
    private var refusal: (told: String, reason: String)?
    private var isOver = false

    init(validator: (any BearerTokenValidator)?) {
        self.validator = validator
    }

    mutating func step(_ message: [UInt8], now: Int64) -> SaslStep {
        if let refusal {
            self.refusal = nil
            isOver = true
            return .failed(
                message == [Self.separator]
                    ? .explained(refusal.told, reason: refusal.reason) : .hidden("the token was refused"))
        }
        guard !isOver else { return .failed(.hidden("a message after the end of the exchange")) }
        isOver = true
        guard let (authorizationId, token) = Self.read(message) else {
            return .failed(.hidden("no initial response of OAUTHBEARER"))
        }
        guard let validator else { return .failed(.hidden("no validator of tokens is configured")) }
        do throws(BearerTokenError) {
            let found = try validator.validate(token, now: now)
            guard authorizationId.isEmpty || authorizationId.utf8.elementsEqual(found.principal.utf8) else {
                return .failed(
                    .told(
                        "Authentication failed: Client requested an authorization id that is different from the "
                            + "token's principal name"))
            }
            return .done([], SaslIdentity(principal: KafkaPrincipal(found.principal), expiresAt: found.expiresAt))
        } catch {
            let answer: String
            if let scope = error.missingScope {
                answer = "{\"status\":\"insufficient_scope\",\"scope\":\"\(Self.plainText(scope))\"}"
            } else {
                answer = "{\"status\":\"invalid_token\"}"
            }
            isOver = false
            refusal = (answer, error.reason)
            return .challenge(Array(answer.utf8))
        }
    }

    /// A scope comes from the configuration; what JSON would need to escape is left out.
    private static func plainText(_ scope: String) -> String {
        scope.filter { $0 != "\"" && $0 != "\\" && $0 >= " " }
    }

    /// The authorization id and the token of `n,a=id,^Aauth=Bearer token^Akey=value^A^A`.
    private static func read(_ message: [UInt8]) -> (authorizationId: String, token: String)? {
        let fields = message.split(separator: separator, omittingEmptySubsequences: false)
        guard fields.count >= 4, fields.count <= 64, fields[fields.count - 1].isEmpty, fields[fields.count - 2].isEmpty
        else { return nil }
        let header = fields[0].split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        guard header.count == 3, header[2].isEmpty, [Array("n".utf8), Array("y".utf8)].contains(Array(header[0])) else {
            return nil
        }
        var authorizationId = ""
        if !header[1].isEmpty {
            guard header[1].starts(with: Array("a=".utf8)),
                let id = String(validating: header[1].dropFirst(2), as: UTF8.self)
            else { return nil }
            authorizationId = id
        }
        let prefix = "auth="
        let authorizations = fields[1..<(fields.count - 2)].filter { $0.starts(with: Array(prefix.utf8)) }
        guard authorizations.count == 1, let value = authorizations.first,
            let text = String(validating: value.dropFirst(prefix.utf8.count), as: UTF8.self)
        else { return nil }
        let words = text.split(separator: " ", omittingEmptySubsequences: true)
        guard words.count == 2, words[0].lowercased() == "bearer" else { return nil }
        return (authorizationId, String(words[1]))
    }
}
