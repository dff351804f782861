import KafkaProtocol
import KafkaWire
import NIOCore
import NIOPosix

/// A channel with the request handler in it: encodes, sends, decodes; knows nothing of which versions to choose.
final class ConnectionTransport: Sendable {
    let address: BrokerAddress
    let configuration: ClientConfiguration
    private let channel: any Channel
    private let fate: ConnectionFate

    private init(
        address: BrokerAddress, configuration: ClientConfiguration, channel: any Channel, fate: ConnectionFate
    ) {
        self.address = address
        self.fate = fate
        self.configuration = configuration
        self.channel = channel
    }

    static func open(
        _ address: BrokerAddress, configuration: ClientConfiguration, group: any EventLoopGroup
    ) async throws -> ConnectionTransport {
        let bootstrap = ClientBootstrap(group: group).channelOption(.tcpOption(.tcp_nodelay), value: 1)
        let (channel, fate) = try await ClientConnector.connect(
            bootstrap, to: address, security: configuration.security, clientId: configuration.clientId,
            timeout: .milliseconds(configuration.connectTimeout)
        ) { channel in
            try channel.pipeline.syncOperations.addHandler(
                ConnectionHandler(address: address, configuration: configuration, fate: ConnectionFate()))
        }
        .map { channel in
            // A host of several addresses may have had several channels that raced: this one's fate counts. It has ended
            // already where the handler is gone.
            let handler = try? channel.pipeline.syncOperations.handler(type: ConnectionHandler.self)
            return (channel, handler?.fate ?? ConnectionFate())
        }.get()
        return ConnectionTransport(address: address, configuration: configuration, channel: channel, fate: fate)
    }

    var isOpen: Bool { channel.isActive }

    func close() {
        channel.close(promise: nil)
    }

    /// Sends and waits for the whole response frame.
    func exchange<R: RequestMessage>(_ request: R, version: Int16, timeout: Int64) async throws -> ByteBuffer {
        let pending = try makePending(request, version: version, timeout: timeout, expectsResponse: true)
        let (address, fate) = (address, fate)
        return try await withTaskCancellationHandler {
            channel.writeAndFlush(pending).whenFailure { _ in
                pending.finish(.failure(fate.failure ?? .connectionClosed(address)))
            }
            return try await pending.outcome().get()
        } onCancel: {
            pending.finish(.failure(.closed))
        }
    }

    /// Sends what is never answered; returns when it is written.
    func dispatch<R: RequestMessage>(_ request: R, version: Int16) async throws {
        let pending = try makePending(request, version: version, timeout: 0, expectsResponse: false)
        do {
            try await channel.writeAndFlush(pending).get()
        } catch {
            throw ClientError.connectionClosed(address)
        }
    }

    /// The body of a response frame.
    func decode<R: RequestMessage>(
        _ request: R.Type, from frame: ByteBuffer, version: Int16
    ) throws(ClientError) -> R.Response {
        try ClientFrames.decode(request, frame, version: version, from: address)
    }

    private func makePending<R: RequestMessage>(
        _ request: R, version: Int16, timeout: Int64, expectsResponse: Bool
    ) throws(ClientError) -> PendingRequest {
        let frame = try ClientFrames.encode(
            request, version: version, correlationId: 0, clientId: configuration.clientId)
        return PendingRequest(api: R.apiKey, frame: frame, timeout: timeout, expectsResponse: expectsResponse)
    }
}
