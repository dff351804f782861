import NIOCore

/// Gives the channel of a TLS connection its buffers for sealed bytes: small ones until the handshake is done, so that
/// strangers take little memory, then one that the loop's connections share.
///
/// Unchecked because NIO wants allocators Sendable; the channel uses its own on its event loop alone.
final class TLSReceiver: RecvByteBufferAllocator, @unchecked Sendable {
    /// Read at once before the handshake is done.
    static let handshakeWindow = 8 * 1024

    private let loop: LoopState
    private var firstBuffers: Int
    /// Whether the handshake is done.
    var isOpen = false

    /// - Parameter firstBuffers: how many buffers the channel keeps, its `maxMessagesPerRead`.
    init(loop: LoopState, firstBuffers: Int) {
        self.loop = loop
        self.firstBuffers = firstBuffers
    }

    func nextBufferSize() -> Int? { nil }

    func record(actualReadBytes: Int) -> Bool { true }

    func buffer(allocator: ByteBufferAllocator) -> ByteBuffer {
        if firstBuffers > 0 {
            firstBuffers &-= 1
            return allocator.buffer(capacity: InboundBuffer.firstBufferSize)
        }
        return isOpen ? loop.tls.takeSealed() : allocator.buffer(capacity: Self.handshakeWindow)
    }
}
