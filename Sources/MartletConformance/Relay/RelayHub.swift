import KafkaClient
import KafkaProxy
import NIOCore
import NIOPosix

/// What the connections of a relay share: its listeners, one for each broker, and who is connected.
///
/// Only to be used on the relay's event loop, which is what makes it safe to hand around.
final class RelayHub: @unchecked Sendable {
    /// Brokers that get a listener; further ones are named to clients as they are.
    static let mostBrokers = 500

    let eventLoop: any EventLoop
    private let settings: RelaySettings
    private let recorder: CaptureRecorder
    private let notice: @Sendable (String) -> Void
    private var ports: [BrokerAddress: Int] = [:]
    private var listeners: [any Channel] = []
    private var sessions: [ObjectIdentifier: RelaySession] = [:]
    private var isStopped = false

    init(
        eventLoop: any EventLoop, settings: RelaySettings, recorder: CaptureRecorder,
        notice: @escaping @Sendable (String) -> Void
    ) {
        self.eventLoop = eventLoop
        self.settings = settings
        self.recorder = recorder
        self.notice = notice
    }

    func note(_ text: String) {
        notice(text)
    }

    func add(_ session: RelaySession) {
        sessions[ObjectIdentifier(session)] = session
    }

    func remove(_ session: RelaySession) {
        sessions[ObjectIdentifier(session)] = nil
    }

    /// Opens the listener of the first broker. Returns its port.
    func start() throws -> Int {
        try listen(port: settings.port, upstream: settings.upstream, nodeId: -1)
    }

    /// Puts the listener that stands for a broker in its place.
    func change(_ address: inout NodeAddress, localHost: String?) {
        let upstream = BrokerAddress(host: address.host, port: Int(address.port))
        guard let port = port(for: upstream, nodeId: address.nodeId) else { return }
        address.host = settings.listensEverywhere ? localHost ?? settings.host : settings.host
        address.port = Int32(clamping: port)
    }

    private func port(for upstream: BrokerAddress, nodeId: Int32) -> Int? {
        if let known = ports[upstream] { return known }
        guard ports.count < Self.mostBrokers, !isStopped else { return nil }
        if let base = settings.portBase, nodeId >= 0, case let wanted = base + Int(nodeId),
            (1...65535).contains(wanted),
            let port = try? listen(port: wanted, upstream: upstream, nodeId: nodeId)
        {
            return port
        }
        do {
            return try listen(port: 0, upstream: upstream, nodeId: nodeId)
        } catch {
            note("no listener for broker \(upstream): \(error)")
            return nil
        }
    }

    private func listen(port: Int, upstream: BrokerAddress, nodeId: Int32) throws -> Int {
        let socket = try RelaySocket.bind(host: settings.host, port: port)
        ports[upstream] = socket.port
        let bound = BrokerAddress(host: settings.host, port: socket.port)
        ServerBootstrap(group: eventLoop)
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try self.accept(channel, upstream: upstream, nodeId: nodeId, listener: "\(bound)")
                }
            }
            .withBoundSocket(socket.descriptor)
            .whenComplete { result in
                switch result {
                case .success(let channel) where self.isStopped: channel.close(promise: nil)
                case .success(let channel): self.listeners.append(channel)
                case .failure(let error): self.note("the listener on \(bound) failed: \(error)")
                }
            }
        note("\(bound) leads to \(upstream)" + (nodeId >= 0 ? ", broker \(nodeId)" : ""))
        return socket.port
    }

    private func accept(_ channel: any Channel, upstream: BrokerAddress, nodeId: Int32, listener: String) throws {
        let peerHost = channel.remoteAddress?.ipAddress ?? ""
        let peerPort = channel.remoteAddress?.port ?? 0
        let recording = ConnectionRecorder(
            recorder,
            CapturedConnection(
                listener: listener, peerHost: peerHost, peerPort: UInt16(clamping: peerPort),
                serverHost: upstream.host, serverPort: UInt16(clamping: upstream.port), nodeId: nodeId))
        let session = RelaySession(
            hub: self, recorder: recording, upstream: upstream, peer: "\(BrokerAddress(host: peerHost, port: peerPort))"
        )
        let client = RelayEnd(session: session, direction: .request, maxFrameBytes: settings.maxFrameBytes)
        try channel.pipeline.syncOperations.addHandler(client)
        session.begin(client: client)
        connect(session, to: upstream)
    }

    private func connect(_ session: RelaySession, to upstream: BrokerAddress) {
        let bound = NIOLoopBound(session, eventLoop: eventLoop)
        let settings = settings
        let bootstrap = ClientBootstrap(group: eventLoop).channelOption(.tcpOption(.tcp_nodelay), value: 1)
        ClientConnector.connect(
            bootstrap, to: upstream, security: settings.security, clientId: "martlet-relay", timeout: .seconds(10)
        ) { channel in
            // A host of several addresses may get several channels that race.
            let end = RelayEnd(session: bound.value, direction: .response, maxFrameBytes: settings.maxFrameBytes)
            end.readsUnconnected = settings.security.usesTLS || settings.security.usesLogin
            try channel.pipeline.syncOperations.addHandler(end)
        }
        .flatMapThrowing { channel in
            try channel.pipeline.syncOperations.handler(type: RelayEnd.self).connected()
        }
        .whenFailure { bound.value.failed($0) }
    }

    /// Closes listeners and connections.
    func stop() {
        isStopped = true
        for channel in listeners { channel.close(promise: nil) }
        listeners = []
        for session in Array(sessions.values) { session.end(nil) }
    }
}
