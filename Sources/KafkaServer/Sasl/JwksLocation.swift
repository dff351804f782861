/// Where the public keys of a token issuer are: a file, or a server that speaks plain HTTP.
public enum JwksLocation: Sendable, Hashable, CustomStringConvertible {
    /// Why a URL is not usable.
    public struct Unusable: Error {
        /// For the operator.
        public let reason: String
    }

    /// A file.
    case file(path: String)
    /// A server.
    case http(host: String, port: Int, target: String)

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
        } else if let place = rest(after: "http://") {
            let end = place.firstIndex(where: { "/?#".contains($0) }) ?? place.endIndex
            let authority = place[..<end]
            let colon = authority.lastIndex(of: ":").flatMap { authority[$0...].contains("]") ? nil : $0 }
            let host = authority[..<(colon ?? authority.endIndex)].filter { $0 != "[" && $0 != "]" }
            let port = colon.map { Int(authority[authority.index(after: $0)...]) } ?? 80
            guard !host.isEmpty, !host.contains("@"), let port, (1...65_535).contains(port) else {
                throw Unusable(reason: "an HTTP URL must be http://host:port/path")
            }
            let target = place[end...].prefix { $0 != "#" }
            guard target.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value < 0x7f }) else {
                throw Unusable(reason: "an HTTP URL must have no blanks and no other characters than ASCII's")
            }
            self = .http(host: String(host), port: port, target: target.hasPrefix("/") ? String(target) : "/\(target)")
        } else if rest(after: "https://") != nil {
            throw Unusable(
                reason: "keys are not fetched over HTTPS; keep them in a file that another program refreshes "
                    + "(file:///path/to/keys.json), which is read anew when it changes")
        } else {
            throw Unusable(reason: "it must begin with file:// or http://")
        }
    }

    public var description: String {
        switch self {
        case .file(let path): path
        case .http(let host, let port, let target): "http://\(host):\(port)\(target)"
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
