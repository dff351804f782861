public import KafkaConfiguration

/// What a ``Server`` needs to know, in the units of Kafka's configuration keys.
public struct ServerSettings: Sendable {
    /// Where to listen.
    public var listeners: [ListenerSettings]
    /// `num.network.threads`: event loops; never more than the machine has cores.
    public var networkThreads = 3
    /// `socket.request.max.bytes`: the largest request, without the four bytes of its length.
    public var maxRequestBytes: Int32 = 104_857_600
    /// `max.connections`: when that many are open, no further one is accepted until one closes.
    public var maxConnections = Int.max
    /// `max.connections.per.ip`: further ones from that address are closed at once.
    public var maxConnectionsPerIP = Int.max
    /// `max.connections.per.ip.overrides`: by address, as text.
    public var maxConnectionsPerIPOverrides: [String: Int] = [:]
    /// `connections.max.idle.ms`; below zero: never.
    public var maxIdleMilliseconds: Int64 = 600_000
    /// `queued.max.requests`: requests that are with workers, over all connections.
    public var queuedMaxRequests = 500
    /// `socket.send.buffer.bytes`; -1 leaves it to the system.
    public var sendBufferBytes: Int = 102_400
    /// `socket.receive.buffer.bytes`; -1 leaves it to the system.
    public var receiveBufferBytes: Int = 102_400
    /// `socket.listen.backlog.size`.
    public var listenBacklog: Int32 = 50
    /// `martlet.frame.timeout.ms`: how long a request may take to arrive whole, or by another 64 KiB.
    public var frameTimeoutMilliseconds: Int64 = 30_000
    /// `martlet.ssl.handshake.timeout.ms`: how long a TLS handshake may take.
    public var handshakeTimeoutMilliseconds: Int64 = 10_000
    /// `martlet.max.in.flight.requests.per.connection`: how many requests of a connection may be open at once.
    public var maxInFlightPerConnection = 256

    /// How fast connections may come; nil for as fast as they do.
    public var connectionRates: ConnectionRates?
    /// The bounds of a listener as they are now; nil for the same ones all the time, from above.
    public var connectionBounds: (@Sendable (_ listener: String) -> ConnectionBounds)?

    /// Kafka's defaults, on these listeners.
    public init(listeners: [ListenerSettings]) {
        self.listeners = listeners
    }
}

/// How fast connections may come (KIP-612). Asked on the loops of listeners.
public struct ConnectionRates: Sendable {
    /// Counts a connection over a listener from an address; answers for how many milliseconds it is to be held before it
    /// is closed, 0 when it may stay.
    public var hold: @Sendable (_ listener: String, _ address: String) -> Int64
    /// For how many milliseconds a listener may accept no further connection; 0 when it may.
    public var acceptDelay: @Sendable (_ listener: String) -> Int64

    /// Both answers.
    public init(
        hold: @escaping @Sendable (_ listener: String, _ address: String) -> Int64,
        acceptDelay: @escaping @Sendable (_ listener: String) -> Int64
    ) {
        self.hold = hold
        self.acceptDelay = acceptDelay
    }
}

/// How many connections may be open at once, as one listener sees it.
public struct ConnectionBounds: Sendable, Equatable {
    /// On all listeners together; the broker accepts no further one until one closes.
    public var total: Int
    /// On this listener.
    public var listener: Int
    /// From one address; further ones are closed at once.
    public var perAddress: Int
    /// The same for single addresses.
    public var overrides: [String: Int]
    /// Whether the listener accepts connections also when ``total`` are open, as that of the brokers among themselves
    /// does in Kafka.
    public var isProtected = false

    /// Bounds that hold for every listener.
    public init(total: Int, perAddress: Int, overrides: [String: Int]) {
        self.total = total
        listener = total
        self.perAddress = perAddress
        self.overrides = overrides
    }
}

extension ServerSettings {
    func bounds(_ listener: String) -> ConnectionBounds {
        connectionBounds?(listener)
            ?? ConnectionBounds(
                total: maxConnections, perAddress: maxConnectionsPerIP, overrides: maxConnectionsPerIPOverrides)
    }
}

/// One listener.
public struct ListenerSettings: Sendable, Equatable {
    /// Its name, for instance `PLAINTEXT`.
    public var name: String
    /// The address or host name to bind; empty stands for all interfaces.
    public var host: String
    /// The port; 0 takes a free one.
    public var port: Int
    /// How its connections are protected.
    public var securityProtocol: SecurityProtocol
    /// What its connections need for TLS, when its protocol uses that; without it none of them gets anywhere.
    public var tls: TLSListener?
    /// Whether the server's ``FrameTap`` sees its connections.
    public var isTapped: Bool

    /// A listener of that name at that address.
    public init(
        name: String, host: String, port: Int, securityProtocol: SecurityProtocol = .plaintext, tls: TLSListener? = nil,
        isTapped: Bool = false
    ) {
        self.name = name
        self.host = host
        self.port = port
        self.securityProtocol = securityProtocol
        self.tls = tls
        self.isTapped = isTapped
    }
}

/// A listener that is open.
public struct BoundListener: Sendable, Equatable {
    /// The name it was given.
    public let name: String
    /// The address that it is bound to.
    public let host: String
    /// The port that it is bound to.
    public let port: Int
}
