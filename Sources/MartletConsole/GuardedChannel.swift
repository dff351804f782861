import HummingbirdCore
import Logging
import NIOCore

/// HTTP connections with a ``ConsoleGuard`` before everything else.
struct GuardedChannel: ServerChildChannel {
    typealias Value = HTTP1Channel.Value

    private let connections: ConsoleConnections
    private let http: HTTP1Channel

    init(connections: ConsoleConnections, responder: @escaping HTTPChannelHandler.Responder) {
        self.connections = connections
        http = HTTP1Channel(responder: responder)
    }

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        let connections = connections
        return channel.eventLoop.makeCompletedFuture {
            try channel.pipeline.syncOperations.addHandler(ConsoleGuard(connections))
        }
        .flatMap { http.setup(channel: channel, logger: logger) }
    }

    func handle(value: Value, logger: Logger) async {
        await http.handle(value: value, logger: logger)
    }
}
