/// An address to listen on, or one that clients are told.
public struct ListenerEndpoint: Equatable, Sendable, CustomStringConvertible {
    /// In capitals, as Kafka compares listener names.
    public var name: String
    /// Empty: every interface, or (when advertised) the machine's own name.
    public var host: String
    /// 0 lets the system choose.
    public var port: Int
    public var securityProtocol: SecurityProtocol

    public init(name: String, host: String, port: Int, securityProtocol: SecurityProtocol = .plaintext) {
        self.name = name
        self.host = host
        self.port = port
        self.securityProtocol = securityProtocol
    }

    public var description: String {
        host.contains(":") ? "\(name)://[\(host)]:\(port)" : "\(name)://\(host):\(port)"
    }

    /// True when the host stands for every interface.
    public var isWildcard: Bool { host.isEmpty || host == "0.0.0.0" || host == "::" }

    /// Parses `NAME://host:port`; an IPv6 host stands in brackets. The protocol is filled in later.
    static func parse(_ text: String) -> ListenerEndpoint? {
        guard let mark = text.firstRange(of: "://") else { return nil }
        let name = text[..<mark.lowerBound]
        let address = text[mark.upperBound...]
        guard !name.isEmpty, name.utf8.allSatisfy(isNameByte), let colon = address.lastIndex(of: ":"),
            let port = Int(address[address.index(after: colon)...]), 0...65_535 ~= port
        else { return nil }
        var host = address[..<colon]
        if host.hasPrefix("["), host.hasSuffix("]") {
            host = host.dropFirst().dropLast()
        } else if host.contains(":") {
            return nil
        }
        guard host.utf8.allSatisfy(isHostByte) else { return nil }
        return ListenerEndpoint(name: name.uppercased(), host: String(host), port: port)
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."): true
        default: false
        }
    }

    private static func isHostByte(_ byte: UInt8) -> Bool {
        isNameByte(byte) || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "%")
    }
}
