import Glibc
import KafkaSecurity
import KafkaWire
import NIOCore

/// TLS between a connection and its socket: sealed bytes go to the socket itself as far as it takes them, and no more
/// than one chunk beyond that is sealed and waits in the channel. What is not sealed yet waits as it came, runs of
/// files unread.
///
/// Only to be touched on the connection's event loop, which is what makes it safe to hand around unchecked.
final class TLSTransport: @unchecked Sendable {
    /// When that many bytes wait, no further request starts until there are fewer than ``fewWaiting``.
    private static let mostWaiting = 1024 * 1024
    private static let fewWaiting = 256 * 1024

    let listener: TLSListener
    let receiver: TLSReceiver
    /// Whether the listener names its principals by certificates.
    let namesPrincipal: Bool
    /// When the connection was accepted, in ticks.
    let since: UInt64
    /// The peer takes less than it is sent, and much waits.
    private(set) var isCongested = false
    /// A step of the handshake waits for its turn.
    var isStepQueued = false
    private unowned let connection: Connection
    private(set) var session: TLSSession?
    private var early = ByteBuffer()
    private var waiting: [ResponseBuffer] = []
    private var waitingBytes = 0
    private var heldByChannel = 0
    private var isSealing = false
    private var whenSent: (() -> Void)?

    init(_ listener: TLSListener, connection: Connection, namesPrincipal: Bool, firstBuffers: Int) {
        self.listener = listener
        self.connection = connection
        self.namesPrincipal = namesPrincipal
        receiver = TLSReceiver(loop: connection.loop, firstBuffers: firstBuffers)
        since = connection.loop.tick
    }

    /// Whether the handshake is done.
    var isOpen: Bool { receiver.isOpen }

    /// Whether nothing more is to be read before the handshake has had its turn. Few bytes do not matter, and telling the
    /// kernel twice costs more than they do.
    var holdsBackReads: Bool {
        isStepQueued && (session?.input.readableBytes ?? early.readableBytes) >= TLSReceiver.handshakeWindow
    }

    /// Keeps bytes that came before the handshake is done. Returns why to close, when they are no TLS.
    func gather(_ read: consuming ByteBuffer) -> CloseReason? {
        if let session {
            session.input.writeImmutableBuffer(read)
            return nil
        }
        if early.readableBytes == 0 { early = read } else { early.writeImmutableBuffer(read) }
        return ForeignProtocol.detectInPlaceOfTLS(early)
    }

    /// Takes the handshake one step further, and sends what comes of it.
    func handshake() -> TLSSession.Progress {
        if session == nil {
            guard let made = TLSSession(listener.context) else { return .wantsInput }
            made.input = early
            early = ByteBuffer()
            session = made
        }
        guard let session else { return .wantsInput }
        session.output = connection.loop.takeOutput().bytes
        let progress = session.handshake()
        if progress == .done { receiver.isOpen = true }
        deliver()
        return progress
    }

    /// Sends what the library has written of itself: alerts, keys, tickets.
    func flushSession() {
        if let session, session.output.readableBytes > 0 { deliver() }
    }

    /// Seals and sends an output. What the socket does not take is kept.
    func send(_ output: inout ResponseBuffer) {
        if waiting.isEmpty, heldByChannel == 0 { seal(&output) }
        guard output.byteCount > 0 else { return }
        waiting.append(output.withoutSlack())
        waitingBytes &+= output.byteCount
        guard waitingBytes > Self.mostWaiting, !isCongested else { return }
        isCongested = true
        connection.machine.hinder(.output)
    }

    /// Says goodbye behind everything that is still to be sent, and then calls back.
    func finish(_ done: @escaping () -> Void) {
        whenSent = done
        finishIfSent()
    }

    /// The connection is gone.
    func release() {
        session = nil
        early = ByteBuffer()
        waiting = []
        waitingBytes = 0
        whenSent = nil
    }

    private func finishIfSent() {
        guard waiting.isEmpty, let whenSent else { return }
        self.whenSent = nil
        session?.sayGoodbye()
        flushSession()
        whenSent()
    }

    /// The channel has let go of what it held.
    private func goOn() {
        guard heldByChannel == 0, session != nil else { return }
        while !waiting.isEmpty, heldByChannel == 0 {
            let before = waiting[0].byteCount
            var output = waiting.removeFirst()
            seal(&output)
            waitingBytes &-= before &- output.byteCount
            if output.byteCount > 0 { waiting.insert(output, at: 0) }
        }
        finishIfSent()
        guard waitingBytes < Self.fewWaiting, isCongested else { return }
        isCongested = false
        if connection.machine.clear(.output) { connection.proceed() }
        connection.outputDrained()
    }

    /// Seals from the front of the output, chunk by chunk, until the socket takes no more.
    private func seal(_ output: inout ResponseBuffer) {
        guard let session, !isSealing else { return }
        isSealing = true
        defer { isSealing = false }
        while output.byteCount > 0, heldByChannel == 0, self.session != nil {
            session.output = connection.loop.takeOutput().bytes
            guard sealChunk(&output, session) else {
                output = ResponseBuffer()
                connection.abort(.internalError("an answer could not be sealed"))
                return
            }
            deliver()
        }
    }

    private func sealChunk(_ output: inout ResponseBuffer, _ session: TLSSession) -> Bool {
        guard !output.files.isEmpty else {
            let count = min(output.bytes.readableBytes, TLSLoop.chunk)
            session.output.reserveCapacity(minimumWritableBytes: count &+ 256)
            let isSealed = output.bytes.withUnsafeReadableBytes { region in
                session.write(UnsafeRawBufferPointer(rebasing: region[..<count]))
            }
            output.bytes.moveReaderIndex(forwardBy: count)
            return isSealed
        }
        let region = connection.loop.tls.scratch.region
        guard let count = Self.gather(&output, into: region) else { return false }
        session.output.reserveCapacity(minimumWritableBytes: count &+ 256)
        return session.write(UnsafeRawBufferPointer(rebasing: region[..<count]))
    }

    /// Moves the front of an output into a region, runs of files read. Nil when a file cannot be read.
    private static func gather(_ output: inout ResponseBuffer, into region: UnsafeMutableRawBufferPointer) -> Int? {
        var filled = 0
        while filled < region.count, output.byteCount > 0 {
            let file = output.files.first
            let before = (file?.position ?? output.bytes.writerIndex) &- output.bytes.readerIndex
            if before > 0 {
                let count = min(before, region.count &- filled)
                output.bytes.readWithUnsafeReadableBytes { bytes in
                    let target = UnsafeMutableRawBufferPointer(rebasing: region[filled...])
                    target.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[..<count]))
                    return count
                }
                filled &+= count
            } else if let segment = file?.segment {
                let count = min(segment.length, region.count &- filled)
                let target = region.baseAddress.map { $0 + filled }
                let read = pread(segment.descriptor, target, count, Int(segment.offset))
                // None at all: the file is shorter than it was.
                guard read > 0 || read < 0 && errno == EINTR else { return nil }
                if read > 0 {
                    output.fileSent(read)
                    filled &+= read
                }
            }
        }
        return filled
    }

    /// Sends the sealed bytes: on the socket what it takes, the rest by the channel.
    private func deliver() {
        guard let session else { return }
        var bytes = ByteBuffer()
        swap(&bytes, &session.output)
        guard let context = connection.channelContext else { return }
        if bytes.readableBytes > 0, heldByChannel == 0, let socket = connection.socket, context.channel.isActive {
            socket.send(&bytes)
        }
        guard bytes.readableBytes > 0 else { return connection.loop.giveBackOutput(ResponseBuffer(reusing: bytes)) }
        heldByChannel &+= 1
        let promise = context.eventLoop.makePromise(of: Void.self)
        let connection = connection
        promise.futureResult.whenComplete { _ in
            self.heldByChannel &-= 1
            // The connection lives as long as this call.
            withExtendedLifetime(connection) { self.goOn() }
        }
        context.writeAndFlush(NIOAny(IOData.byteBuffer(bytes)), promise: promise)
    }
}
