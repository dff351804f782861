import NIOCore
import NIOPosix

/// A client that sends bytes and collects what comes back.
final class TestClient: Sendable {
    private let channel: any Channel
    private let collector: NIOLoopBound<Collector>

    private final class Collector: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer

        var bytes = ByteBuffer()
        var waiting: (Int, EventLoopPromise<[Frames.Answer]>)?
        var answers: [Frames.Answer] = []
        var received = 0

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            let read = Self.unwrapInboundIn(data)
            received += read.readableBytes
            bytes.writeImmutableBuffer(read)
            answers += Frames.readAnswers(&bytes)
            check()
        }

        func check() {
            guard let (count, promise) = waiting, answers.count >= count else { return }
            waiting = nil
            promise.succeed(answers)
        }

        func channelInactive(context: ChannelHandlerContext) {
            waiting?.1.fail(ChannelError.eof)
            waiting = nil
        }

        func errorCaught(context: ChannelHandlerContext, error: any Error) {
            context.close(promise: nil)
        }
    }

    private init(channel: any Channel, collector: NIOLoopBound<Collector>) {
        self.channel = channel
        self.collector = collector
    }

    static func connect(_ port: Int) async throws -> TestClient {
        let pair = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    let collector = Collector()
                    try channel.pipeline.syncOperations.addHandler(collector)
                    return (channel, NIOLoopBound(collector, eventLoop: channel.eventLoop))
                }
            }
        return TestClient(channel: pair.0, collector: pair.1)
    }

    func send(_ bytes: ByteBuffer) {
        channel.writeAndFlush(bytes, promise: nil)
    }

    /// All answers so far, once there are `count`; throws when the connection closes before.
    func answers(_ count: Int) async throws -> [Frames.Answer] {
        let collector = collector
        return try await channel.eventLoop.flatSubmit {
            let promise = collector.value.waiting?.1 ?? self.channel.eventLoop.makePromise()
            collector.value.waiting = (count, promise)
            collector.value.check()
            if !self.channel.isActive, collector.value.waiting != nil {
                collector.value.waiting = nil
                promise.fail(ChannelError.eof)
            }
            return promise.futureResult
        }.get()
    }

    /// Returns when the server has closed the connection, or throws after a while.
    func waitForClose(within time: TimeAmount = .seconds(60)) async throws {
        let closed = channel.eventLoop.makePromise(of: Void.self)
        let timeout = channel.eventLoop.scheduleTask(in: time) { closed.fail(ChannelError.connectTimeout(time)) }
        channel.closeFuture.whenSuccess { closed.succeed(()) }
        try await closed.futureResult.get()
        timeout.cancel()
    }

    func setReading(_ reading: Bool) async throws {
        try await channel.setOption(.autoRead, value: reading).get()
    }

    func close() async {
        try? await channel.close()
    }
}
