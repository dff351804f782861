public import KafkaSecurity

/// Where the public keys of a token issuer are: a file, or a server of HTTP or HTTPS.
public enum JwksLocation: Sendable, Hashable, CustomStringConvertible {
    /// Why a URL is not usable.
    public struct Unusable: Error {
        /// For the operator.
        public let reason: String
    }

    /// A file.
    case file(path: String)
    /// A server.
    case http(HTTPAddress)

    /// Reads a URL.
    public init(_ url: String) throws(Unusable) {
        func rest(after scheme: String) -> Substring? {
            url.lowercased().hasPrefix(scheme) ? url.dropFirst(scheme.count) : nil
        }
        if let path = rest(after: "file://") {
            // An empty host or this machine's, then a path.
            let local = path.hasPrefix("localhost/") ? path.dropFirst("localhost".count) : path
            guard local.hasPrefix("/") else { throw Unusable(reason: "a file URL must be file:///path/to/keys.json") }
            self = .file(path: try Self.unescaped(local))
        } else if rest(after: "http://") != nil || rest(after: "https://") != nil {
            guard let address = HTTPAddress(url) else {
                throw Unusable(
                    reason: "it must be https://host:port/path or http://host:port/path, without blanks, a user in it, "
                        + "and other characters than ASCII's")
            }
            self = .http(address)
        } else {
            throw Unusable(reason: "it must begin with file://, https:// or http://")
        }
    }

    public var description: String {
        switch self {
        case .file(let path): path
        case .http(let address): address.description
        }
    }

    private static func unescaped(_ path: Substring) throws(Unusable) -> String {
        var bytes: [UInt8] = []
        var rest = Substring(path).utf8
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            let digits = String(Substring(rest.prefix(2)))
            guard digits.utf8.count == 2, let value = UInt8(digits, radix: 16), value != 0 else {
                throw Unusable(reason: "a % in a URL must be followed by two hexadecimal digits")
            }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
