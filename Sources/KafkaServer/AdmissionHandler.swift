import Logging
import NIOCore

/// Stands in a listening channel: accepts no more than `max.connections`, of the broker and of the listener, and closes
/// at once what is above an address's share.
final class AdmissionHandler: ChannelDuplexHandler {
    typealias InboundIn = Channel
    typealias InboundOut = Channel
    typealias OutboundIn = Channel

    /// What is held takes room that others may need.
    private static let longestHold: Int64 = 1_000

    /// Bounds may be raised while nobody leaves.
    private static let retryInterval = TimeAmount.seconds(1)

    private let shared: ServerShared
    private let listener: String
    private var retries = false

    init(shared: ServerShared, listener: String) {
        self.shared = shared
        self.listener = listener
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let child = Self.unwrapInboundIn(data)
        let address = HostAddress.text(child.remoteAddress) ?? ""
        guard shared.counts.open(address, listener, shared.settings.bounds(listener)) else {
            shared.limiter.log(
                .limit, .warning, to: shared.logger,
                "refused a connection from \(address) on listener \(listener): max.connections.per.ip is reached")
            shared.listenerCounts.refused(listener)
            child.close(promise: nil)
            return
        }
        let (counts, listener) = (shared.counts, listener)
        child.closeFuture.whenComplete { _ in counts.close(address, listener) }
        if let hold = shared.settings.connectionRates?.hold(listener, address), hold > 0 {
            shared.limiter.log(
                .limit, .warning, to: shared.logger,
                "refused a connection from \(address) on listener \(listener): the connection rate of its address is "
                    + "reached")
            shared.listenerCounts.refused(listener)
            // A peer that is closed at once would only come back sooner.
            context.eventLoop.scheduleTask(in: .milliseconds(min(hold, Self.longestHold))) {
                child.close(promise: nil)
            }
            return
        }
        context.fireChannelRead(data)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        shared.limiter.log(
            .limit, .error, to: shared.logger, "listener \(listener) could not accept a connection: \(error)")
        context.fireErrorCaught(error)
    }

    func read(context: ChannelHandlerContext) {
        let loop = context.eventLoop
        let bound = NIOLoopBound(context, eventLoop: loop)
        if let delay = shared.settings.connectionRates?.acceptDelay(listener), delay > 0 {
            loop.scheduleTask(in: .milliseconds(min(delay, Self.longestHold))) { bound.value.channel.read() }
            return
        }
        let hasRoom = shared.counts.hasRoom(listener, shared.settings.bounds(listener)) {
            loop.execute { bound.value.channel.read() }
        }
        if hasRoom {
            context.read()
        } else {
            shared.limiter.log(
                .limit, .warning, to: shared.logger,
                "max.connections is reached: listener \(listener) accepts no connection until one closes")
            retry(context)
        }
    }

    private func retry(_ context: ChannelHandlerContext) {
        guard !retries else { return }
        retries = true
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        context.eventLoop.scheduleTask(in: Self.retryInterval) {
            let (handler, context) = bound.value
            handler.retries = false
            context.channel.read()
        }
    }
}
