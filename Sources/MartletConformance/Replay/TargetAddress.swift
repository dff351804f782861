/// Where the broker listens that requests are played to.
public struct TargetAddress: Sendable, Hashable, CustomStringConvertible {
    /// A host name or address.
    public var host: String
    /// A TCP port.
    public var port: Int

    /// An address of its parts.
    public init(host: String, port: Int) {
        self.host = host
        self.port = port
    }

    /// `host:port`.
    public var description: String { "\(host):\(port)" }
}
