public import KafkaClient
import NIOCore
import NIOPosix

/// Stands between clients and the brokers of a cluster, and records what they say.
///
/// Clients stay on it because the addresses of brokers in answers are replaced by those of its own listeners, one for
/// each broker. Frames are recorded as the broker sent them. Both sides speak plaintext.
public final class Relay: Sendable {
    /// Where clients connect at first.
    public let address: BrokerAddress
    private let group: MultiThreadedEventLoopGroup
    private let hub: RelayHub

    private init(address: BrokerAddress, group: MultiThreadedEventLoopGroup, hub: RelayHub) {
        self.address = address
        self.group = group
        self.hub = hub
    }

    /// Opens the first listener.
    ///
    /// - Parameters:
    ///   - recorder: takes the frames; it may be used by others as well.
    ///   - notice: is told of listeners that open, and of connections that end for a reason of the relay's.
    public static func start(
        settings: RelaySettings, recorder: CaptureRecorder, notice: @escaping @Sendable (String) -> Void
    ) async throws -> Relay {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let loop = group.next()
        let hub = RelayHub(eventLoop: loop, settings: settings, recorder: recorder, notice: notice)
        do {
            let port = try await loop.submit { try hub.start() }.get()
            return Relay(address: BrokerAddress(host: settings.host, port: port), group: group, hub: hub)
        } catch {
            try? await group.shutdownGracefully()
            throw error
        }
    }

    /// Closes all connections and listeners.
    public func stop() async {
        try? await hub.eventLoop.submit { [hub] in hub.stop() }.get()
        try? await group.shutdownGracefully()
    }
}
