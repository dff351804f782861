import KafkaProtocol
import KafkaWire
import NIOCore
import NIOPosix
import Synchronization

@testable import KafkaClient

/// A request as the scripted broker sees it.
struct ReceivedRequest: Sendable {
    var api: ApiKey
    var version: Int16
    var correlationId: Int32
    var body: ByteBuffer

    /// The response frame for this request.
    func answer(_ response: some ResponseMessage, version other: Int16? = nil) -> ByteBuffer {
        let version = other ?? self.version
        var frame = ByteBuffer()
        do {
            try frame.writeFrame(
                header: ResponseHeader(correlationId: correlationId),
                headerVersion: api.responseHeaderVersion(version), body: response, version: version)
        } catch {
            frame.clear()
        }
        return frame
    }
}

/// A server in the test that answers each frame with the bytes that a closure gives; nil closes the connection.
final class ScriptedBroker: Sendable {
    typealias Script = @Sendable (ReceivedRequest) -> ByteBuffer?

    let address: BrokerAddress
    private let channel: any Channel
    private let seen: SeenRequests

    private init(channel: any Channel, seen: SeenRequests) {
        self.channel = channel
        address = BrokerAddress(host: "127.0.0.1", port: channel.localAddress?.port ?? 0)
        self.seen = seen
    }

    /// What came so far, of all connections.
    var received: [ReceivedRequest] { seen.all.withLock { $0 } }

    static func start(_ script: @escaping Script) async throws -> ScriptedBroker {
        let seen = SeenRequests()
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { child in
                child.eventLoop.makeCompletedFuture {
                    try child.pipeline.syncOperations.addHandler(ScriptedHandler(script: script, seen: seen))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        return ScriptedBroker(channel: channel, seen: seen)
    }

    func stop() async {
        try? await channel.close()
    }
}

final class SeenRequests: Sendable {
    let all = Mutex<[ReceivedRequest]>([])
}

private final class ScriptedHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let script: ScriptedBroker.Script
    private let seen: SeenRequests
    private var received = ByteBuffer()

    init(script: @escaping ScriptedBroker.Script, seen: SeenRequests) {
        self.script = script
        self.seen = seen
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        received.writeImmutableBuffer(unwrapInboundIn(data))
        while let length = received.getInteger(at: received.readerIndex, as: Int32.self),
            received.readableBytes >= 4 + Int(length)
        {
            received.moveReaderIndex(forwardBy: 4)
            guard var frame = received.readSlice(length: Int(length)), let request = Self.parse(&frame) else {
                context.close(promise: nil)
                return
            }
            seen.all.withLock { $0.append(request) }
            guard let answer = script(request) else {
                context.close(promise: nil)
                return
            }
            if answer.readableBytes > 0 { context.writeAndFlush(wrapOutboundOut(answer), promise: nil) }
        }
    }

    private static func parse(_ frame: inout ByteBuffer) -> ReceivedRequest? {
        guard let key = frame.getInteger(at: frame.readerIndex, as: Int16.self),
            let version = frame.getInteger(at: frame.readerIndex + 2, as: Int16.self)
        else { return nil }
        let api = ApiKey(rawValue: key)
        guard
            let header = try? frame.readMessage(RequestHeader.self, version: api.requestHeaderVersion(version))
        else { return nil }
        return ReceivedRequest(api: api, version: version, correlationId: header.correlationId, body: frame)
    }
}

extension ApiVersionsResponse {
    /// All that this codec knows, or some ranges of it.
    static func offering(_ ranges: [(ApiKey, ClosedRange<Int16>)]) -> ApiVersionsResponse {
        ApiVersionsResponse(
            apiKeys: ranges.map {
                .init(apiKey: $0.0.rawValue, minVersion: $0.1.lowerBound, maxVersion: $0.1.upperBound)
            })
    }
}
