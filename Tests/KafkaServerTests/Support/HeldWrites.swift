import NIOCore

/// A peer that takes nothing until it is told to.
final class HeldWrites: ChannelOutboundHandler {
    typealias OutboundIn = Any
    typealias OutboundOut = Any

    private var held: [(NIOAny, EventLoopPromise<Void>?)] = []
    private var context: ChannelHandlerContext?
    private var isReleased = false

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        self.context = nil
        for (_, promise) in held { promise?.fail(ChannelError.ioOnClosedChannel) }
        held = []
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if isReleased { context.write(data, promise: promise) } else { held.append((data, promise)) }
    }

    /// The peer takes what was sent, and from now on what comes.
    func release() {
        isReleased = true
        let writes = held
        held = []
        for (data, promise) in writes { context?.write(data, promise: promise) }
        context?.flush()
    }
}
