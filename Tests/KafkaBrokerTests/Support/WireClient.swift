import KafkaProtocol
import KafkaWire
import NIOCore
import NIOPosix
import Synchronization

/// A connection that speaks frames and nothing more: encodes any request, decodes its answer, knows when it was closed.
final class WireClient: Sendable {
    struct Closed: Error {}
    struct Late: Error {}
    struct Leftover: Error { let bytes: Int }

    /// No answer of these tests takes longer.
    private static let patience = TimeAmount.seconds(60)

    private let channel: any Channel
    private let inbox: Inbox
    private let correlation = Atomic<Int32>(0)

    private init(channel: any Channel, inbox: Inbox) {
        self.channel = channel
        self.inbox = inbox
    }

    static func connect(port: Int) async throws -> WireClient {
        let inbox = Inbox()
        let channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .channelInitializer { $0.pipeline.addHandler(inbox) }
            .connect(host: "127.0.0.1", port: port).get()
        return WireClient(channel: channel, inbox: inbox)
    }

    /// Sends a request and waits for its answer. The answer must hold nothing beyond the message.
    func call<Message: RequestMessage>(
        _ message: Message, version: Int16, answeredAt answerVersion: Int16? = nil
    ) async throws -> Message.Response {
        let number = correlation.add(1, ordering: .relaxed).newValue
        var frame = ByteBuffer()
        let header = RequestHeader(
            requestApiKey: Message.apiKey.rawValue, requestApiVersion: version, correlationId: number,
            clientId: "tests")
        _ = try frame.writeFrame(
            header: header, headerVersion: Message.apiKey.requestHeaderVersion(version), body: message,
            version: version)
        var answer = try await exchange(frame)
        let read = answerVersion ?? version
        let answerHeader = try answer.readMessage(
            ResponseHeader.self, version: Message.apiKey.responseHeaderVersion(version))
        guard answerHeader.correlationId == number else { throw Closed() }
        let response = try answer.readMessage(Message.Response.self, version: read)
        guard answer.readableBytes == 0 else { throw Leftover(bytes: answer.readableBytes) }
        return response
    }

    /// Sends bytes and waits for the next frame, which comes back without its length.
    func exchange(_ bytes: ByteBuffer) async throws -> ByteBuffer {
        let promise = channel.eventLoop.makePromise(of: ByteBuffer.self)
        inbox.expect(promise)
        let timeout = channel.eventLoop.scheduleTask(in: Self.patience) { promise.fail(Late()) }
        defer { timeout.cancel() }
        channel.writeAndFlush(bytes, promise: nil)
        return try await promise.futureResult.get()
    }

    /// Sends a request that has no answer.
    func send(_ message: some RequestMessage, version: Int16) async throws {
        let key = type(of: message).apiKey
        var frame = ByteBuffer()
        let header = RequestHeader(
            requestApiKey: key.rawValue, requestApiVersion: version,
            correlationId: correlation.add(1, ordering: .relaxed).newValue, clientId: "tests")
        _ = try frame.writeFrame(
            header: header, headerVersion: key.requestHeaderVersion(version), body: message, version: version)
        try await channel.writeAndFlush(frame)
    }

    /// Waits until the broker has closed the connection.
    func waitForClose() async throws {
        let closed = channel.closeFuture
        let promise = channel.eventLoop.makePromise(of: Void.self)
        closed.cascade(to: promise)
        let timeout = channel.eventLoop.scheduleTask(in: Self.patience) { promise.fail(Late()) }
        defer { timeout.cancel() }
        try await promise.futureResult.get()
    }

    func close() async {
        try? await channel.close()
    }
}

/// Cuts what arrives into frames and hands them to whoever waits, in order.
private final class Inbox: ChannelInboundHandler, Sendable {
    typealias InboundIn = ByteBuffer

    private struct State {
        var bytes = ByteBuffer()
        var waiting: [EventLoopPromise<ByteBuffer>] = []
        var isClosed = false
    }

    private let state = Mutex(State())

    func expect(_ promise: EventLoopPromise<ByteBuffer>) {
        let isClosed = state.withLock { state in
            if !state.isClosed { state.waiting.append(promise) }
            return state.isClosed
        }
        if isClosed { promise.fail(WireClient.Closed()) }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let bytes = unwrapInboundIn(data)
        let ready = state.withLock { state -> [(EventLoopPromise<ByteBuffer>, ByteBuffer)] in
            state.bytes.writeImmutableBuffer(bytes)
            var ready: [(EventLoopPromise<ByteBuffer>, ByteBuffer)] = []
            while let frame = state.bytes.readLengthPrefixedSlice(as: Int32.self), !state.waiting.isEmpty {
                ready.append((state.waiting.removeFirst(), frame))
            }
            return ready
        }
        for (promise, frame) in ready { promise.succeed(frame) }
    }

    func channelInactive(context: ChannelHandlerContext) {
        let waiting = state.withLock { state in
            state.isClosed = true
            defer { state.waiting = [] }
            return state.waiting
        }
        for promise in waiting { promise.fail(WireClient.Closed()) }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }
}
