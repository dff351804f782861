/// Where a broker listens: a host name or address and a TCP port.
public struct BrokerAddress: Hashable, Sendable, CustomStringConvertible {
    /// Host name, IPv4 address, or IPv6 address without brackets.
    public var host: String
    /// TCP port, 1 to 65535.
    public var port: Int

    /// An address from parts that are known to be sound.
    public init(host: String, port: Int) {
        self.host = host
        self.port = port
    }

    /// Parses `host:port`, `[ipv6]:port` or, as Kafka's own tools also accept, `protocol://host:port`.
    public init(parsing text: some StringProtocol) throws(ClientError) {
        var rest = Substring(text)
        if let scheme = rest.firstRange(ofText: "://") {
            rest = rest[scheme.upperBound...]
        }
        guard let colon = rest.lastIndex(of: ":"),
            let port = Int(rest[rest.index(after: colon)...]), (1...65535).contains(port)
        else { throw .invalidAddress(String(text)) }
        var host = rest[..<colon]
        if host.hasPrefix("["), host.hasSuffix("]") {
            host = host.dropFirst().dropLast()
        } else if host.contains(":") {
            throw .invalidAddress(String(text))
        }
        guard !host.isEmpty else { throw .invalidAddress(String(text)) }
        self.init(host: String(host), port: port)
    }

    /// Parses a comma-separated list as `bootstrap.servers` has it; empty items are passed over.
    public static func list(_ text: String) throws(ClientError) -> [BrokerAddress] {
        var addresses: [BrokerAddress] = []
        for item in text.split(separator: ",") {
            let trimmed = item.trimmingBlanks()
            if !trimmed.isEmpty { addresses.append(try BrokerAddress(parsing: trimmed)) }
        }
        guard !addresses.isEmpty else { throw .invalidAddress(text) }
        return addresses
    }

    /// `host:port`, with brackets around an IPv6 address.
    public var description: String {
        host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
    }
}
