/// Bounds of connections and requests. Each property is named after its key.
public struct NetworkSettings: Sendable, Equatable {
    public var socketRequestMaxBytes: Int
    /// -1 leaves the system's choice.
    public var socketSendBufferBytes: Int
    /// -1 leaves the system's choice, and so does the proxy that is not told.
    public var socketReceiveBufferBytes: Int
    public var socketListenBacklogSize: Int
    public var maxConnections: Int
    /// Connections a second, over all listeners.
    public var maxConnectionCreationRate: Int
    public var maxConnectionsPerIp: Int
    /// Address (or host name) to its own bound.
    public var maxConnectionsPerIpOverrides: [String: Int]
    /// Zero or less: connections may be idle for ever.
    public var connectionsMaxIdleMs: Int64
    public var queuedMaxRequests: Int
    public var numNetworkThreads: Int
    /// A request not complete this long after its first byte closes its connection.
    public var martletFrameTimeoutMs: Int64
    /// A TLS handshake not done this long after the connection was accepted closes it.
    public var martletSslHandshakeTimeoutMs: Int64

    init(_ layers: ConfigLayers) {
        func int(_ name: String) -> Int { Int(layers.integer(name) ?? 0) }
        socketRequestMaxBytes = int("socket.request.max.bytes")
        socketSendBufferBytes = int("socket.send.buffer.bytes")
        socketReceiveBufferBytes = Self.receiveBufferBytes(layers)
        socketListenBacklogSize = int("socket.listen.backlog.size")
        maxConnections = int("max.connections")
        maxConnectionCreationRate = int("max.connection.creation.rate")
        maxConnectionsPerIp = int("max.connections.per.ip")
        maxConnectionsPerIpOverrides = Self.overrides(layers.text("max.connections.per.ip.overrides") ?? "") ?? [:]
        connectionsMaxIdleMs = layers.integer("connections.max.idle.ms") ?? 0
        queuedMaxRequests = int("queued.max.requests")
        numNetworkThreads = int("num.network.threads")
        martletSslHandshakeTimeoutMs = layers.integer("martlet.ssl.handshake.timeout.ms") ?? 0
        martletFrameTimeoutMs = layers.integer("martlet.frame.timeout.ms") ?? 0
    }

    /// A window of 100 KiB stops a producer while the proxy passes on what it has sent: a tenth of its throughput.
    private static func receiveBufferBytes(_ layers: ConfigLayers) -> Int {
        let key = "socket.receive.buffer.bytes"
        let isProxy = layers.text("martlet.engine") == "upstream"
        return isProxy && layers.effective(key).source == .default ? -1 : Int(layers.integer(key) ?? 0)
    }

    /// Parses `address:count,address:count`; nil when an element is something else.
    static func overrides(_ text: String) -> [String: Int]? {
        var bounds: [String: Int] = [:]
        for element in text.split(separator: ",") {
            guard let colon = element.lastIndex(of: ":"),
                let bound = Int(String(element[element.index(after: colon)...]).trimmed), bound >= 0
            else { return nil }
            let host = String(element[..<colon]).trimmed
            guard !host.isEmpty else { return nil }
            bounds[host] = bound
        }
        return bounds
    }
}
