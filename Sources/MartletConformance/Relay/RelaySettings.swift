public import KafkaClient

/// Where a relay listens and where it leads.
public struct RelaySettings: Sendable {
    /// The address to listen on; also what clients are told, unless it stands for all interfaces.
    public var host: String
    /// The port of the first listener; 0 takes a free one.
    public var port: Int
    /// The broker behind the first listener; the others are learnt from what it answers.
    public var upstream: BrokerAddress
    /// The listener of a further broker takes this port plus the broker's number, if that is free; nil takes any.
    public var portBase: Int?
    /// TLS and login of the relay's own towards the brokers.
    public var security = ClientSecurity.plaintext
    /// The largest frame that passes, without its length.
    public var maxFrameBytes: Int32 = 128 << 20

    /// Leads from a listener to a broker.
    public init(host: String, port: Int, upstream: BrokerAddress, portBase: Int? = nil) {
        self.host = host
        self.port = port
        self.upstream = upstream
        self.portBase = portBase
    }

    /// Whether ``host`` stands for all interfaces, so that clients have to be told another.
    var listensEverywhere: Bool { host.isEmpty || host == "0.0.0.0" || host == "::" }
}
