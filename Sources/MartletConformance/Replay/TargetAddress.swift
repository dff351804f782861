public import KafkaClient

/// Where the broker listens that requests are played to, and how it is reached.
public struct TargetAddress: Sendable, CustomStringConvertible {
    /// A host name or address.
    public var host: String
    /// A TCP port.
    public var port: Int
    /// TLS and login of every connection.
    public var security: ClientSecurity

    /// An address of its parts.
    public init(host: String, port: Int, security: ClientSecurity = .plaintext) {
        self.host = host
        self.port = port
        self.security = security
    }

    /// `host:port`.
    public var description: String { "\(host):\(port)" }
}
