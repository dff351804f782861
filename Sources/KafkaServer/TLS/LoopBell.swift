import Glibc
import NIOCore
import NIOPosix

/// Lets an event loop look at its sockets before it goes on with something.
///
/// Tasks that an event loop gives itself run before it looks at sockets again, and a timer of no length costs more than
/// a byte in a pipe does: setting one was a fifteenth of all that a handshake costs. Only to be touched on its loop,
/// which is what makes it safe to hand around unchecked.
final class LoopBell: ChannelInboundHandler, @unchecked Sendable {
    typealias InboundIn = ByteBuffer

    private let rung: () -> Void
    private var writing: CInt = -1

    /// - Parameter rung: called after the loop has looked at its sockets, once for each ``ring()`` or for several.
    init(_ eventLoop: any EventLoop, _ rung: @escaping () -> Void) {
        self.rung = rung
        guard let bootstrap = NIOPipeBootstrap(validatingGroup: eventLoop) else { return }
        var ends: [CInt] = [-1, -1]
        guard pipe(&ends) == 0 else { return }
        let (reading, writing) = (ends[0], ends[1])
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        _ = fcntl(writing, F_SETFL, O_NONBLOCK)
        let handler = NIOLoopBound(self, eventLoop: eventLoop)
        bootstrap
            .channelOption(.recvAllocator, value: FixedSizeRecvByteBufferAllocator(capacity: 64))
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(handler.value) }
            }
            .takingOwnershipOfDescriptor(input: reading)
            .whenComplete { result in
                switch result {
                case .success: handler.value.writing = writing
                case .failure:
                    close(reading)
                    close(writing)
                }
            }
    }

    /// False while there is nothing to ring.
    func ring() -> Bool {
        guard writing >= 0 else { return false }
        var byte: UInt8 = 0
        // A full pipe has rung already.
        return write(writing, &byte, 1) == 1 || errno == EAGAIN
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        rung()
    }

    func channelInactive(context: ChannelHandlerContext) {
        if writing >= 0 { close(writing) }
        writing = -1
    }
}
