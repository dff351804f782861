import Glibc
import KafkaConfiguration
import Logging
import NIOCore
import NIOPosix

/// Opens listening channels whose connections are answered by one engine.
struct ListenerBinder<E: Engine> {
    /// Reads before NIO looks at its other channels again; also how many receive buffers it keeps for itself.
    static var readsPerWakeUp: Int { 2 }

    let shared: ServerShared
    let group: MultiThreadedEventLoopGroup
    let engine: E

    func bind(_ listener: ListenerSettings) async throws -> (BoundListener, any Channel) {
        do {
            let channel = try await open(listener)
            let bound = BoundListener(
                name: listener.name, host: channel.localAddress?.ipAddress ?? listener.host,
                port: channel.localAddress?.port ?? listener.port)
            return (bound, channel)
        } catch let error as IOError where error.errnoCode == EADDRINUSE {
            throw Server.StartError.bind(listener: listener, reason: "another program listens there")
        } catch {
            throw Server.StartError.bind(listener: listener, reason: "\(error)")
        }
    }

    private func open(_ listener: ListenerSettings) async throws -> any Channel {
        // All interfaces are those of IPv6, too, where the machine has it.
        if listener.host.isEmpty, let everywhere = try? SocketAddress(ipAddress: "::", port: listener.port) {
            let isV6Only = ChannelOptions.socket(SocketOptionLevel(IPPROTO_IPV6), IPV6_V6ONLY)
            do {
                return try await bootstrap(listener).serverChannelOption(isV6Only, value: 0).bind(to: everywhere).get()
            } catch let error as IOError where [EAFNOSUPPORT, EADDRNOTAVAIL, EPROTONOSUPPORT].contains(error.errnoCode)
            {
                shared.logger.debug("no IPv6 here", metadata: ["error": "\(error)"])
            }
        }
        let address = try HostAddress.resolve(listener.host, port: listener.port)
        return try await bootstrap(listener).bind(to: address).get()
    }

    private func bootstrap(_ listener: ListenerSettings) -> ServerBootstrap {
        let settings = shared.settings
        let (shared, engine) = (shared, engine)
        let loops = Dictionary(uniqueKeysWithValues: shared.loops.map { (ObjectIdentifier($0.eventLoop), $0) })
        var bootstrap = ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: settings.listenBacklog)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .serverChannelOption(.maxMessagesPerRead, value: 1)
            .childChannelOption(.maxMessagesPerRead, value: UInt(Self.readsPerWakeUp))
            .childChannelOption(.writeBufferWaterMark, value: .init(low: 256 * 1024, high: 1024 * 1024))
            .serverChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let admission = AdmissionHandler(shared: shared, listener: listener.name)
                    let backoff = AcceptBackoffHandler(shouldForwardIOErrorCaught: false)
                    try channel.pipeline.syncOperations.addHandlers(admission, backoff)
                }
            }
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    guard let loop = loops[ObjectIdentifier(channel.eventLoop)] else {
                        throw ChannelError.ioOnClosedChannel
                    }
                    try Self.open(channel, listener: listener, loop: loop, shared: shared, engine: engine)
                }
            }
        // Accepted connections inherit these; the window scale of TCP is settled before they are accepted.
        if settings.receiveBufferBytes > 0 {
            bootstrap = bootstrap.serverChannelOption(.socketOption(.so_rcvbuf), value: settings.receiveBufferBytes)
        }
        if settings.sendBufferBytes > 0 {
            bootstrap = bootstrap.serverChannelOption(.socketOption(.so_sndbuf), value: settings.sendBufferBytes)
        }
        return bootstrap
    }

    private static func open(
        _ channel: any Channel, listener: ListenerSettings, loop: LoopState, shared: ServerShared, engine: E
    ) throws {
        let context = ConnectionContext(
            id: shared.newConnectionId(), listener: listener.name,
            peerHost: HostAddress.text(channel.remoteAddress) ?? "", peerPort: channel.remoteAddress?.port ?? 0,
            localHost: HostAddress.text(channel.localAddress) ?? "", localPort: channel.localAddress?.port ?? 0,
            eventLoop: channel.eventLoop)
        let handler = ConnectionHandler(
            engine: engine, context: context, loop: loop, shared: shared,
            firstBuffers: listener.securityProtocol.usesTLS ? 0 : readsPerWakeUp,
            isTapped: listener.isTapped)
        if listener.securityProtocol.usesTLS {
            // Settings that promise TLS and bring none must not be served in the clear.
            guard let tls = listener.tls else { throw ChannelError.operationUnsupported }
            let transport = TLSTransport(
                tls, connection: handler, namesPrincipal: listener.securityProtocol == .ssl,
                firstBuffers: readsPerWakeUp)
            handler.tls = transport
            try channel.syncOptions?.setOption(.recvAllocator, value: transport.receiver)
        } else {
            try channel.syncOptions?.setOption(.recvAllocator, value: handler.inbound)
        }
        if listener.securityProtocol.usesSASL {
            handler.sasl = SaslSession(source: shared.saslPolicies, listener: listener.name)
        }
        try channel.pipeline.syncOperations.addHandler(handler)
    }
}
