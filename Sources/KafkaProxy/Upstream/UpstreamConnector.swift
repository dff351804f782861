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
    let timeout: TimeAmount

    /// Connects, one broker after the other.
    ///
    /// - Parameter initialize: is given each channel before it is connected.
    /// - Returns: the broker that took the connection; fails with ``Failure``.
    func connect(
        to brokers: [BrokerAddress], initialize: @escaping @Sendable (any Channel) -> EventLoopFuture<Void>
    ) -> EventLoopFuture<BrokerAddress> {
        attempt(brokers[...], failed: [], initialize: initialize)
    }

    private func attempt(
        _ brokers: ArraySlice<BrokerAddress>, failed: [(BrokerAddress, String)],
        initialize: @escaping @Sendable (any Channel) -> EventLoopFuture<Void>
    ) -> EventLoopFuture<BrokerAddress> {
        guard let broker = brokers.first else { return eventLoop.makeFailedFuture(Failure(attempts: failed)) }
        return ClientBootstrap(group: eventLoop)
            .channelOption(.tcpOption(.tcp_nodelay), value: 1)
            .channelOption(.maxMessagesPerRead, value: UInt(Self.readsPerWakeUp))
            .channelOption(.writeBufferWaterMark, value: .init(low: 256 * 1024, high: 1024 * 1024))
            .connectTimeout(timeout)
            .channelInitializer(initialize)
            .connect(host: broker.host, port: broker.port)
            .map { _ in broker }
            .flatMapError { error in
                attempt(
                    brokers.dropFirst(), failed: failed + [(broker, Self.describe(error))], initialize: initialize)
            }
    }

    private static func describe(_ error: any Error) -> String {
        switch error {
        case let error as NIOConnectionError:
            if let first = error.connectionErrors.first { return describe(first.error) }
            return "its name cannot be resolved"
        case let error as IOError: return error.description
        case ChannelError.connectTimeout: return "no answer within the connect timeout"
        default: return "\(error)"
        }
    }
}
