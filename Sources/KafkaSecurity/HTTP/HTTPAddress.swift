/// An http or https URL taken apart.
public struct HTTPAddress: Sendable, Hashable, CustomStringConvertible {
    /// Whether it is https.
    public var isSecure: Bool
    /// Host name or address, without brackets.
    public var host: String
    /// TCP port.
    public var port: Int
    /// Path and query, as a request names them.
    public var target: String

    private static let longest = 4096

    /// Nil for what is no such URL, or has a user in it.
    public init?(_ text: String) {
        guard text.utf8.count <= Self.longest, text.utf8.allSatisfy({ (0x21...0x7e).contains($0) }) else { return nil }
        let lower = text.lowercased()
        let rest: Substring
        if lower.hasPrefix("https://") {
            (isSecure, rest) = (true, text.dropFirst(8))
        } else if lower.hasPrefix("http://") {
            (isSecure, rest) = (false, text.dropFirst(7))
        } else {
            return nil
        }
        let end = rest.firstIndex { $0 == "/" || $0 == "?" || $0 == "#" } ?? rest.endIndex
        let path = rest[end...].prefix { $0 != "#" }
        target = path.hasPrefix("/") ? String(path) : "/\(path)"
        guard let (host, port) = Self.authority(rest[..<end]) else { return nil }
        self.host = host
        self.port = port ?? (isSecure ? 443 : 80)
    }

    private static func authority(_ text: Substring) -> (host: String, port: Int?)? {
        guard !text.contains("@") else { return nil }
        var host = text
        var after = text[text.endIndex...]
        if text.hasPrefix("[") {
            guard let end = text.firstIndex(of: "]") else { return nil }
            host = text[text.index(after: text.startIndex)..<end]
            after = text[text.index(after: end)...]
        } else if let colon = text.firstIndex(of: ":") {
            host = text[..<colon]
            after = text[colon...]
        }
        guard !host.isEmpty else { return nil }
        if after.isEmpty || after == ":" { return (String(host), nil) }
        guard after.hasPrefix(":"), let port = Int(after.dropFirst()), (1...65535).contains(port) else { return nil }
        return (String(host), port)
    }

    /// Where a redirection leads; nil for what is no place for HTTP.
    func redirected(to location: String) -> HTTPAddress? {
        if location.hasPrefix("//") { return HTTPAddress((isSecure ? "https:" : "http:") + location) }
        guard location.hasPrefix("/") else { return HTTPAddress(location) }
        return HTTPAddress(origin + location)
    }

    /// As the Host field has it.
    var authority: String {
        let name = host.contains(":") ? "[\(host)]" : host
        return port == (isSecure ? 443 : 80) ? name : "\(name):\(port)"
    }

    private var origin: String { "\(isSecure ? "https" : "http")://\(authority)" }

    public var description: String { origin + target }
}
