internal import KafkaMessageJSON

/// The public keys of a token issuer (RFC 7517, section 5).
public struct JsonWebKeySet: Sendable {
    /// Larger documents are refused, in bytes.
    public static let largest = 1024 * 1024
    /// More keys than this are not kept.
    static let mostKeys = 256

    private let keys: [JsonWebKey]

    /// How many keys can check signatures.
    public var count: Int { keys.count }

    /// Reads a document; keys that cannot check signatures are passed over.
    ///
    /// - Throws: a text that says what is wrong.
    public init(_ document: [UInt8]) throws(BearerTokenError) {
        guard document.count <= Self.largest else { throw BearerTokenError("the key set is too large") }
        guard let value = try? JSONValue(parsing: document), case .array(let elements)? = value["keys"] else {
            throw BearerTokenError("this is no JSON Web Key Set")
        }
        keys = elements.prefix(Self.mostKeys).compactMap(JsonWebKey.init)
        guard !keys.isEmpty else { throw BearerTokenError("the key set has no key that can check signatures") }
    }

    /// Checks a token's signature by the keys and its claims by the rules, at a moment in milliseconds since 1970.
    public func validate(
        _ text: String, rules: TokenRules, now: Int64
    ) throws(BearerTokenError) -> BearerToken {
        let token = try JsonWebToken(text)
        guard let algorithm = SignatureAlgorithm(rawValue: token.algorithm) else {
            throw BearerTokenError("the token's algorithm is not served")
        }
        let fitting = keys.filter { key in
            key.fits(algorithm) && (token.keyId == nil || key.id == nil || key.id == token.keyId)
        }
        guard !fitting.isEmpty else { throw BearerTokenError(Self.unknownKey) }
        guard fitting.contains(where: { $0.verifies(token.signature, of: token.signed, by: algorithm) }) else {
            throw BearerTokenError("the signature is wrong")
        }
        return try rules.check(token, now: now)
    }

    /// The reason of a refusal for a key that is not in the set: a newer set may have it.
    public static let unknownKey = "no key of the issuer fits the token"
}
