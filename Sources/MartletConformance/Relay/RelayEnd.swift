import KafkaProxy
import KafkaServer
import NIOCore

/// One end of a relayed connection: takes whole frames off what arrives, and gives them to the other end.
///
/// It stands behind whatever makes plain bytes of the channel's, such as TLS. What one end cannot send yet stops the
/// other from reading. Only to be used on its event loop.
final class RelayEnd: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let session: RelaySession
    private let direction: CapturedFrame.Direction
    private var gatherer: FrameGatherer
    private var sawFrame = false
    private var readWithheld = false
    private var isClosing = false
    /// Of several channels to a broker that race, what becomes of those that lose is nobody's concern.
    private var isTaken: Bool
    private var context: ChannelHandlerContext?
    /// Whether a handshake or a login is to be read while the other end is not there.
    var readsUnconnected = false
    /// The other end; nothing is read before it is there.
    var partner: RelayEnd?

    /// - Parameter direction: what arrives here: requests at the client's end, answers at the broker's.
    init(session: RelaySession, direction: CapturedFrame.Direction, maxFrameBytes: Int32) {
        self.session = session
        self.direction = direction
        isTaken = direction == .request
        gatherer = FrameGatherer(maxFrameBytes: maxFrameBytes)
    }

    /// The address that clients reached, for a relay that listens everywhere.
    var localHost: String? { context?.localAddress?.ipAddress }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        self.context = nil
    }

    /// The broker's end is connected.
    func connected() {
        readsUnconnected = false
        isTaken = true
        session.connected(broker: self)
    }

    /// Goes on reading once the other end is there, or can take more.
    func resume() {
        guard readWithheld, let context else { return }
        readWithheld = false
        context.read()
    }

    func read(context: ChannelHandlerContext) {
        if readsUnconnected || partner?.isWritable == true {
            context.read()
        } else {
            readWithheld = true
        }
    }

    private var isWritable: Bool { context?.channel.isWritable ?? false }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isClosing else { return }
        gatherer.append(Self.unwrapInboundIn(data))
        if !sawFrame, let foreign = ForeignProtocol.detect(gatherer.pending) {
            return session.end("\(session.peerName(of: direction)): \(Self.describe(foreign, direction))")
        }
        do throws(FrameGatherer.InvalidLength) {
            while let frame = try gatherer.next() {
                sawFrame = true
                partner?.write(session.passed(frame, direction))
            }
        } catch {
            session.end("\(session.peerName(of: direction)) announces a frame of \(error.length) bytes")
        }
    }

    private static func describe(_ foreign: CloseReason, _ direction: CapturedFrame.Direction) -> String {
        switch (foreign, direction) {
        case (.tlsOnPlaintext, .request): "a TLS client connected, and the relay speaks plaintext"
        case (.tlsOnPlaintext, .response): "the broker's listener wants TLS; set security.protocol"
        default: "\(foreign)"
        }
    }

    private func write(_ frame: ByteBuffer) {
        guard let context else { return }
        context.write(Self.wrapOutboundOut(frame), promise: nil)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        partner?.context?.flush()
        context.fireChannelReadComplete()
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        if context.channel.isWritable { partner?.resume() }
        context.fireChannelWritabilityChanged()
    }

    func channelInactive(context: ChannelHandlerContext) {
        if isTaken { session.end(nil) }
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if isTaken { session.end(nil) } else { context.close(promise: nil) }
    }

    /// Sends what was written, then closes.
    func finish() {
        guard !isClosing else { return }
        isClosing = true
        guard let context, context.channel.isActive else {
            context?.close(promise: nil)
            return
        }
        let channel = context.channel
        context.writeAndFlush(Self.wrapOutboundOut(ByteBuffer())).whenComplete { _ in channel.close(promise: nil) }
    }
}
