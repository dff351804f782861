public import NIOCore

/// A receive allocator for the connections that an engine makes itself, on the event loop of one that it serves: they
/// read into the same buffer, so that an idle one holds none.
///
/// Only to be touched on that event loop, which is what makes it safe to hand around.
public final class LoopReceiver: RecvByteBufferAllocator, @unchecked Sendable {
    private let loop: LoopState
    private var firstBuffers: Int

    /// - Parameter readsPerWakeUp: the channel's `maxMessagesPerRead`.
    /// - Returns: nil for a connection that is gone.
    public init?(_ context: ConnectionContext, readsPerWakeUp: Int) {
        guard let loop = context.connection?.loop else { return nil }
        self.loop = loop
        firstBuffers = readsPerWakeUp
    }

    /// What to read into next.
    public func buffer(allocator: ByteBufferAllocator) -> ByteBuffer {
        guard firstBuffers == 0 else {
            // NIO keeps as many for good.
            firstBuffers &-= 1
            return allocator.buffer(capacity: InboundBuffer.firstBufferSize)
        }
        return loop.takeReceive()
    }

    /// Nil: sizes do not change.
    public func nextBufferSize() -> Int? { nil }

    /// Says that a buffer of another size is wanted, as NIO must ask again.
    public func record(actualReadBytes: Int) -> Bool { true }

    /// Takes what was read back, to be read into again when nobody holds a part of it.
    public func giveBack(_ read: ByteBuffer) {
        if read.storageCapacity >= LoopState.receiveWindow { loop.giveBackReceive(read) }
    }
}
