internal import KafkaMessageJSON

/// A token that nobody signed, made by the client itself from `unsecuredLogin…` options of a login module (KIP-255): for
/// trying out, with brokers that take such tokens.
public struct UnsecuredToken: Sendable, Equatable {
    private let claims: [String: JSONValue]
    private let lifetimeSeconds: Int64
    /// `unsecuredLoginExtension_…`: what goes beside the token.
    public let extensions: [String: String]

    /// Nil where no option asks for such a token.
    ///
    /// - Throws: ``JaasError`` for an option that makes no sense.
    public init?(options: [String: String]) throws(JaasError) {
        guard options.keys.contains(where: { $0.hasPrefix("unsecuredLogin") }) else { return nil }
        var claims: [String: JSONValue] = [:]
        var extensions: [String: String] = [:]
        for (name, value) in options {
            if let claim = Self.rest(of: name, after: "unsecuredLoginStringClaim_") {
                claims[claim] = .string(value)
            } else if let claim = Self.rest(of: name, after: "unsecuredLoginNumberClaim_") {
                guard let number = Double(value), number.isFinite else {
                    throw JaasError("option \(name) must be a number")
                }
                claims[claim] = Int64(value).map(JSONValue.integer) ?? .double(number)
            } else if let claim = Self.rest(of: name, after: "unsecuredLoginListClaim_") {
                claims[claim] = .array(Self.items(value).map(JSONValue.string))
            } else if let key = Self.rest(of: name, after: "unsecuredLoginExtension_") {
                guard BearerMessage.isName(key), BearerMessage.isValue(value) else {
                    throw JaasError("option \(name) cannot be sent as an extension: names are letters, values visible")
                }
                extensions[key] = value
            }
        }
        let principalClaim = options["unsecuredLoginPrincipalClaimName"] ?? "sub"
        guard case .string(let principal)? = claims[principalClaim], !principal.isEmpty else {
            throw JaasError("option unsecuredLoginStringClaim_\(principalClaim), who the token is for, is missing")
        }
        let seconds = options["unsecuredLoginLifetimeSeconds"] ?? "3600"
        guard let lifetime = Int64(seconds), (1...31_622_400).contains(lifetime) else {
            throw JaasError("option unsecuredLoginLifetimeSeconds must be a number of seconds, at most a year")
        }
        self.claims = claims
        self.extensions = extensions
        lifetimeSeconds = lifetime
    }

    /// The token as of a moment, in milliseconds since 1970.
    public func text(now: Int64) -> String {
        var members = claims.filter { $0.key != "iat" && $0.key != "exp" }.sorted { $0.key < $1.key }
            .map { JSONValue.Member($0.key, $0.value) }
        let issued = now / 1000
        members.append(JSONValue.Member("iat", .integer(issued)))
        members.append(JSONValue.Member("exp", .integer(issued &+ lifetimeSeconds)))
        let body = JSONValue.object(members).text
        return "\(Base64URL.encode(Array("{\"alg\":\"none\"}".utf8))).\(Base64URL.encode(Array(body.utf8)))."
    }

    /// Kafka's lists begin with the character that separates their items.
    private static func items(_ text: String) -> [String] {
        guard let separator = text.first else { return [] }
        return text.dropFirst().split(separator: separator).map(String.init)
    }

    private static func rest(of name: String, after prefix: String) -> String? {
        name.hasPrefix(prefix) && name.utf8.count > prefix.utf8.count ? String(name.dropFirst(prefix.count)) : nil
    }
}
