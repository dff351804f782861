public import KafkaConfiguration

extension ServerSettings {
    /// What a configuration says about listeners and connections.
    public init(_ configuration: BrokerConfiguration, tls: TLSListeners) {
        self.init(
            listeners: configuration.listeners.listeners.map {
                .init(
                    name: $0.name, host: $0.host, port: $0.port, securityProtocol: $0.securityProtocol,
                    tls: tls.listener($0.name), isTapped: configuration.capture?.covers($0.name) ?? false)
            })
        let network = configuration.network
        networkThreads = network.numNetworkThreads
        maxRequestBytes = Int32(clamping: network.socketRequestMaxBytes)
        maxConnections = network.maxConnections
        maxConnectionsPerIP = network.maxConnectionsPerIp
        maxConnectionsPerIPOverrides = network.maxConnectionsPerIpOverrides
        maxIdleMilliseconds = network.connectionsMaxIdleMs
        queuedMaxRequests = network.queuedMaxRequests
        sendBufferBytes = network.socketSendBufferBytes
        receiveBufferBytes = network.socketReceiveBufferBytes
        listenBacklog = Int32(clamping: network.socketListenBacklogSize)
        frameTimeoutMilliseconds = network.martletFrameTimeoutMs
        handshakeTimeoutMilliseconds = network.martletSslHandshakeTimeoutMs
    }
}
