import KafkaClient
import NIOCore
import NIOPosix

/// Connects to the first broker of a list that answers.
struct UpstreamConnector {
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

    let eventLoop: any EventLoop
    let security: ClientSecurity
    let timeout: TimeAmount
    let counts: UpstreamLoopCounts
    /// Told of each broker that could not be connected.
    let failed: @Sendable (BrokerAddress) -> Void
    /// How long a broker may take while there are others.
    static let patience: TimeAmount = .seconds(3)

    /// Connects, one broker after the other; TLS and a login of the proxy's own belong to it.
    ///
    /// - Parameter initialize: is given each channel before it is connected.
    /// - Returns: the broker that took the connection; fails with ``Failure``.
    func connect(
        to brokers: [BrokerAddress], initialize: @escaping @Sendable (any Channel) throws -> Void
    ) -> EventLoopFuture<BrokerAddress> {
        attempt(brokers[...], failed: [], initialize: initialize)
    }

    private func attempt(
        _ brokers: ArraySlice<BrokerAddress>, failed: [(BrokerAddress, String)],
        initialize: @escaping @Sendable (any Channel) throws -> Void
    ) -> EventLoopFuture<BrokerAddress> {
        guard let broker = brokers.first else { return eventLoop.makeFailedFuture(Failure(attempts: failed)) }
        let bootstrap = ClientBootstrap(group: eventLoop)
            .channelOption(.tcpOption(.tcp_nodelay), value: 1)
            .channelOption(.maxMessagesPerRead, value: UInt(Self.readsPerWakeUp))
            .channelOption(.writeBufferWaterMark, value: .init(low: 256 * 1024, high: 1024 * 1024))
        return ClientConnector.connect(
            bootstrap, to: broker, security: security, clientId: "martlet-proxy",
            timeout: brokers.count > 1 ? min(timeout, Self.patience) : timeout,
            initialize: initialize
        )
        .map { _ in
            counts[broker].numbers.connects &+= 1
            return broker
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
        default: "\(error)"
        }
    }
}
