public import NIOCore
public import NIOPosix

/// Connects to a broker, in the clear or as its security settings want it.
public enum ClientConnector {
    /// Connects, and completes when the handshake and the login are done.
    ///
    /// - Parameters:
    ///   - bootstrap: with its options set; timeout and initializer are set here.
    ///   - clientId: what the broker is told with the requests of the login.
    ///   - timeout: for the connection, and again for what security wants of it.
    ///   - initialize: adds the other handlers to a channel, before it is connected.
    /// - Returns: fails with ``ClientError``.
    public static func connect(
        _ bootstrap: ClientBootstrap, to address: BrokerAddress, security: ClientSecurity, clientId: String,
        timeout: TimeAmount, initialize: @escaping @Sendable (any Channel) throws -> Void
    ) -> EventLoopFuture<any Channel> {
        bootstrap
            .connectTimeout(timeout)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try security.addHandlers(to: channel, address: address, clientId: clientId)
                    try initialize(channel)
                }
            }
            .connect(host: address.host, port: address.port)
            .flatMapErrorThrowing { throw connectError($0, to: address, timeout: timeout.nanoseconds / 1_000_000) }
            .flatMap { channel in
                guard security.usesTLS || security.usesLogin else {
                    return channel.eventLoop.makeSucceededFuture(channel)
                }
                return secured(channel, to: address, by: security, timeout: timeout)
            }
    }

    private static func secured(
        _ channel: any Channel, to address: BrokerAddress, by security: ClientSecurity, timeout: TimeAmount
    ) -> EventLoopFuture<any Channel> {
        let milliseconds = timeout.nanoseconds / 1_000_000
        let isLate = channel.eventLoop.makePromise(of: Void.self)
        let timer = channel.eventLoop.scheduleTask(in: timeout) {
            isLate.fail(ClientError.unanswered(address, milliseconds: milliseconds))
            channel.close(promise: nil)
        }
        let ready = channel.eventLoop.flatSubmit {
            security.readiness(of: channel)
                ?? channel.eventLoop.makeFailedFuture(ClientError.closedInHandshake(address))
        }
        ready.cascade(to: isLate)
        return isLate.futureResult.map { _ in channel }.always { _ in timer.cancel() }
            .flatMapErrorThrowing { error in
                channel.close(promise: nil)
                throw error as? ClientError ?? connectError(error, to: address, timeout: milliseconds)
            }
    }
}
