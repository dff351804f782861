import Glibc
import KafkaProtocol
import KafkaWire
import NIOCore
import NIOPosix

/// A channel with the request handler in it: encodes, sends, decodes; knows nothing of which versions to choose.
final class ConnectionTransport: Sendable {
    let address: BrokerAddress
    let configuration: ClientConfiguration
    private let channel: any Channel

    private init(address: BrokerAddress, configuration: ClientConfiguration, channel: any Channel) {
        self.address = address
        self.configuration = configuration
        self.channel = channel
    }

    static func open(
        _ address: BrokerAddress, configuration: ClientConfiguration, group: any EventLoopGroup
    ) async throws -> ConnectionTransport {
        do {
            let channel = try await ClientBootstrap(group: group)
                .connectTimeout(.milliseconds(configuration.connectTimeout))
                .channelOption(.tcpOption(.tcp_nodelay), value: 1)
                .channelInitializer { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try channel.pipeline.syncOperations.addHandler(
                            ConnectionHandler(address: address, configuration: configuration))
                    }
                }
                .connect(host: address.host, port: address.port).get()
            return ConnectionTransport(address: address, configuration: configuration, channel: channel)
        } catch {
            throw connectError(error, to: address, timeout: configuration.connectTimeout)
        }
    }

    var isOpen: Bool { channel.isActive }

    func close() {
        channel.close(promise: nil)
    }

    /// Sends and waits for the whole response frame.
    func exchange<R: RequestMessage>(_ request: R, version: Int16, timeout: Int64) async throws -> ByteBuffer {
        let pending = try makePending(request, version: version, timeout: timeout, expectsResponse: true)
        let address = address
        return try await withTaskCancellationHandler {
            channel.writeAndFlush(pending).whenFailure { _ in
                pending.finish(.failure(.connectionClosed(address)))
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
        var frame = frame
        do throws(WireError) {
            _ = try frame.readMessage(ResponseHeader.self, version: R.apiKey.responseHeaderVersion(version))
            return try frame.readMessage(R.Response.self, version: version)
        } catch {
            throw .undecodable(address, api: R.apiKey, version: version, error)
        }
    }

    private func makePending<R: RequestMessage>(
        _ request: R, version: Int16, timeout: Int64, expectsResponse: Bool
    ) throws(ClientError) -> PendingRequest {
        let header = RequestHeader(
            requestApiKey: R.apiKey.rawValue, requestApiVersion: version, correlationId: 0,
            clientId: configuration.clientId)
        var frame = ByteBuffer()
        do throws(WireError) {
            frame.writeInteger(Int32(0))
            try frame.writeMessage(header, version: R.apiKey.requestHeaderVersion(version))
            try frame.writeMessage(request, version: version)
        } catch {
            throw .unencodable(api: R.apiKey, version: version, error)
        }
        frame.setInteger(Int32(clamping: frame.readableBytes - 4), at: frame.readerIndex)
        return PendingRequest(api: R.apiKey, frame: frame, timeout: timeout, expectsResponse: expectsResponse)
    }
}

/// What NIO reports about a connection attempt, in our terms.
private func connectError(_ error: any Error, to address: BrokerAddress, timeout: Int64) -> ClientError {
    if let failure = error as? NIOConnectionError {
        if let first = failure.connectionErrors.first {
            return connectError(first.error, to: address, timeout: timeout)
        }
        return .unresolvableHost(address)
    }
    if case .connectTimeout = error as? ChannelError {
        return .connectTimeout(address, milliseconds: timeout)
    }
    if let failure = error as? IOError {
        return failure.errnoCode == ECONNREFUSED
            ? .connectionRefused(address) : .connectFailed(address, reason: systemText(failure.errnoCode))
    }
    return .connectFailed(address, reason: "\(error)")
}
