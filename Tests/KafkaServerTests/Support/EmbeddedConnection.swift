import Logging
import NIOCore
import NIOEmbedded

@testable import KafkaServer

/// A connection without sockets.
struct EmbeddedConnection {
    let engine = TestEngine()
    let channel = EmbeddedChannel()
    let loop: LoopState
    let shared: ServerShared
    let handler: ConnectionHandler<TestEngine>

    init(_ configure: (inout ServerSettings) -> Void = { _ in }) throws {
        var settings = ServerSettings(listeners: [])
        configure(&settings)
        loop = LoopState(eventLoop: channel.eventLoop)
        shared = ServerShared(
            settings: settings, loops: [loop], logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
        )
        let context = ConnectionContext(
            id: 1, listener: "PLAINTEXT", peerHost: "127.0.0.1", peerPort: 1, localHost: "127.0.0.1", localPort: 2,
            eventLoop: channel.eventLoop)
        handler = ConnectionHandler(
            engine: engine, context: context, loop: loop, shared: shared, firstBuffers: 0)
        try channel.pipeline.syncOperations.addHandler(handler)
        try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
    }

    func send(_ frames: ByteBuffer...) throws {
        var bytes = ByteBuffer()
        for frame in frames { bytes.writeImmutableBuffer(frame) }
        try channel.writeInbound(bytes)
    }

    /// The answers that have been flushed since the last call.
    func answers() throws -> [Frames.Answer] {
        channel.embeddedEventLoop.run()
        var bytes = ByteBuffer()
        while let data = try channel.readOutbound(as: ByteBuffer.self) { bytes.writeImmutableBuffer(data) }
        return Frames.readAnswers(&bytes)
    }

    /// Ends the test: what is left on the channel does not matter.
    func finish() {
        _ = try? channel.finish(acceptAlreadyClosed: true)
    }
}
