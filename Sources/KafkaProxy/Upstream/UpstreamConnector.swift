import KafkaClient
import NIOCore
import NIOPosix

/// Connects to the first broker of a list that answers.
struct UpstreamConnector {
    /// A connection to a broker.
    struct Connection: Sendable {
        let broker: BrokerAddress
        let handler: NIOLoopBound<UpstreamHandler>
    }

    /// Makes a channel for a broker, which may be the last one, gives it to the third parameter, and connects it.
    typealias Opening =
        @Sendable (BrokerAddress, Bool, @escaping @Sendable (any Channel) throws -> Void) -> EventLoopFuture<
            any Channel
        >

    /// No broker of the list could be connected.
    struct Failure: Error, CustomStringConvertible {
        let attempts: [(BrokerAddress, String)]

        var description: String {
            attempts.isEmpty
                ? "no broker of the cluster is known"
                : attempts.map { "\($0): \($1)" }.joined(separator: "; ")
        }
    }

    /// Reads before NIO looks at its other channels again.
    static let readsPerWakeUp = 2
    /// How long a broker may take while there are others.
    static let patience: TimeAmount = .seconds(3)

    let eventLoop: any EventLoop
    let counts: UpstreamLoopCounts
    /// Told of each broker that could not be connected.
    let failed: @Sendable (BrokerAddress) -> Void
    let open: Opening

    /// Connects over the network; TLS and a login of the proxy's own belong to it.
    init(
        eventLoop: any EventLoop, security: ClientSecurity, timeout: TimeAmount, counts: UpstreamLoopCounts,
        failed: @escaping @Sendable (BrokerAddress) -> Void
    ) {
        self.init(eventLoop: eventLoop, counts: counts, failed: failed) { broker, isLast, initialize in
            let bootstrap = ClientBootstrap(group: eventLoop)
                .channelOption(.tcpOption(.tcp_nodelay), value: 1)
                .channelOption(.maxMessagesPerRead, value: UInt(Self.readsPerWakeUp))
                .channelOption(.writeBufferWaterMark, value: .init(low: 256 * 1024, high: 1024 * 1024))
            return ClientConnector.connect(
                bootstrap, to: broker, security: security, clientId: "martlet-proxy",
                timeout: isLast ? timeout : min(timeout, Self.patience), initialize: initialize)
        }
    }

    init(
        eventLoop: any EventLoop, counts: UpstreamLoopCounts, failed: @escaping @Sendable (BrokerAddress) -> Void,
        open: @escaping Opening
    ) {
        self.eventLoop = eventLoop
        self.counts = counts
        self.failed = failed
        self.open = open
    }

    /// Connects, one broker after the other.
    ///
    /// - Parameter makeHandler: makes the handler of a channel before it is connected. A host of several addresses may get
    ///   several channels that race, each with a handler of its own.
    /// - Returns: the connection that was taken; fails with ``Failure``.
    func connect(
        to brokers: [BrokerAddress], makeHandler: @escaping @Sendable (any Channel) throws -> UpstreamHandler
    ) -> EventLoopFuture<Connection> {
        attempt(brokers[...], failed: []) { channel in
            try channel.pipeline.syncOperations.addHandler(makeHandler(channel))
        }
    }

    private func attempt(
        _ brokers: ArraySlice<BrokerAddress>, failed: [(BrokerAddress, String)],
        initialize: @escaping @Sendable (any Channel) throws -> Void
    ) -> EventLoopFuture<Connection> {
        guard let broker = brokers.first else { return eventLoop.makeFailedFuture(Failure(attempts: failed)) }
        return open(broker, brokers.count == 1, initialize)
            .flatMapThrowing { channel in
                let handler = try channel.pipeline.syncOperations.handler(type: UpstreamHandler.self)
                counts[broker].numbers.connects &+= 1
                return Connection(broker: broker, handler: NIOLoopBound(handler, eventLoop: eventLoop))
            }
            .flatMapError { error in
                counts[broker].numbers.connectFailures &+= 1
                self.failed(broker)
                if brokers.count > 1 { counts[broker].numbers.retries &+= 1 }
                return attempt(
                    brokers.dropFirst(), failed: failed + [(broker, Self.describe(error))], initialize: initialize)
            }
    }

    /// The failure without the broker's name, which stands before it.
    private static func describe(_ error: any Error) -> String {
        switch error as? ClientError {
        case .connectionRefused: "connection refused"
        case .unresolvableHost: "its name cannot be resolved"
        case .connectTimeout: "no answer within the connect timeout"
        case .connectFailed(_, let reason): reason
        case .tlsFailed(_, let reason): "no TLS connection: \(reason)"
        case .closedInHandshake: "it closed the connection during the TLS handshake; is it a TLS listener?"
        case .loginFailed(_, let error): "it \(error)"
        case nil where error is ChannelPipelineError: "it closed the connection at once"
        default: "\(error)"
        }
    }
}
