internal import KafkaMessageJSON

/// A JSON Web Token in its compact form (RFC 7519, RFC 7515), taken apart and not checked.
struct JsonWebToken {
    /// Longer tokens are refused, in bytes.
    static let longest = 64 * 1024

    let algorithm: String
    let keyId: String?
    let claims: JSONValue
    /// What the signature is made over.
    let signed: [UInt8]
    let signature: [UInt8]

    init(_ text: String) throws(BearerTokenError) {
        guard text.utf8.count <= Self.longest else { throw BearerTokenError("the token is too long") }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3 else { throw BearerTokenError("the token has \(parts.count) parts, not 3") }
        let header = try Self.object(parts[0], "header")
        guard let algorithm = header["alg"]?.stringValue else {
            throw BearerTokenError("the header names no algorithm")
        }
        // An extension that must be understood is one that is not.
        guard header["crit"] == nil else { throw BearerTokenError("the header demands extensions") }
        claims = try Self.object(parts[1], "claims")
        guard let signature = Base64URL.decode(parts[2]) else { throw BearerTokenError("the signature is no Base64") }
        self.algorithm = algorithm
        keyId = header["kid"]?.stringValue
        signed = Array("\(parts[0]).\(parts[1])".utf8)
        self.signature = signature
    }

    private static func object(_ text: Substring, _ what: String) throws(BearerTokenError) -> JSONValue {
        guard let bytes = Base64URL.decode(text) else { throw BearerTokenError("the \(what) are no Base64") }
        guard let value = try? JSONValue(parsing: bytes), case .object(let members) = value else {
            throw BearerTokenError("the \(what) are no JSON object")
        }
        guard Set(members.map(\.name)).count == members.count else {
            throw BearerTokenError("the \(what) have a name twice")
        }
        return value
    }

    /// A claim that holds a text.
    func text(_ claim: String) -> String? { claims[claim]?.stringValue }

    /// A claim that holds a time, in milliseconds since 1970.
    func time(_ claim: String) throws(BearerTokenError) -> Int64? {
        switch claims[claim] {
        case nil, .null?: return nil
        case .integer(let seconds)?:
            let (product, overflow) = seconds.multipliedReportingOverflow(by: 1000)
            guard !overflow else { throw BearerTokenError("claim \(claim) is no time") }
            return product
        case .double(let seconds)?:
            guard abs(seconds) < 1e15 else { throw BearerTokenError("claim \(claim) is no time") }
            return Int64(seconds * 1000)
        default: throw BearerTokenError("claim \(claim) is no time")
        }
    }

    /// A claim that holds one text or several: an array, or words with blanks between them where `splitsWords`.
    func texts(_ claim: String, splitsWords: Bool) -> [String] {
        switch claims[claim] {
        case .string(let text)?: splitsWords ? text.split(separator: " ").map(String.init) : [text]
        case .array(let values)?: values.compactMap(\.stringValue)
        default: []
        }
    }
}
