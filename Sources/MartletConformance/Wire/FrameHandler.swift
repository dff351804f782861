import NIOCore

/// Cuts what a broker sends into frames.
final class FrameHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    /// A longer frame ends the connection before memory is taken, in bytes.
    private static let largestFrame = 512 << 20

    /// Replies that are waited for, in the order of the requests.
    var pending: [PendingReply] = []
    private var bytes = ByteBuffer()

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var read = unwrapInboundIn(data)
        bytes.writeBuffer(&read)
        while let length = bytes.getInteger(at: bytes.readerIndex, as: Int32.self) {
            guard length >= 0, length <= Self.largestFrame else { return context.close(promise: nil) }
            guard bytes.readableBytes - 4 >= length else { break }
            bytes.moveReaderIndex(forwardBy: 4)
            if let frame = bytes.readSlice(length: Int(length)) { deliver(frame) }
        }
        bytes.discardReadBytes()
    }

    func channelInactive(context: ChannelHandlerContext) {
        for waiting in pending { waiting.finish(.closed) }
        pending = []
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    /// A reply that nobody waits for is dropped: the recording has none in that place.
    private func deliver(_ frame: ByteBuffer) {
        let id = frame.getInteger(at: frame.readerIndex, as: Int32.self)
        guard let index = pending.firstIndex(where: { $0.correlationId == nil || $0.correlationId == id }) else {
            return
        }
        pending.remove(at: index).finish(.frame(frame))
    }
}
