import KafkaClient
import NIOCore
import NIOEmbedded
import Testing

@testable import KafkaProxy

@Suite("Connections to hosts of several addresses")
struct UpstreamConnectorTests {
    /// Such a host gets a channel for each address, the next one when the first takes long; the one that is connected first
    /// wins, and that need not be the last one that was made.
    @Test("What is sent goes to the channel that won", arguments: [0, 1])
    func race(winner: Int) throws {
        let loop = EmbeddedEventLoop()
        let channels = [EmbeddedChannel(loop: loop), EmbeddedChannel(loop: loop)]
        let session = NIOLoopBound(try TestSession.make(on: loop), eventLoop: loop)
        let won = loop.makePromise(of: (any Channel).self)
        let racing = NIOLoopBound(channels, eventLoop: loop)
        let connector = UpstreamConnector(
            eventLoop: loop, counts: UpstreamLoopCounts(eventLoop: loop), failed: { _ in }
        ) { _, _, initialize in
            for channel in racing.value {
                do { try initialize(channel) } catch { won.fail(error) }
            }
            return won.futureResult
        }
        let connected = connector.connect(to: [BrokerAddress(host: "localhost", port: 9092)]) { _ in
            UpstreamHandler(session: session.value, isSecured: true, receiver: nil)
        }
        for channel in channels { try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait() }
        won.succeed(channels[winner])
        let connection = try connected.wait()
        let loser = channels[1 - winner]
        _ = try loser.finish()
        loop.run()
        connection.handler.value.take()
        connection.handler.value.send(ByteBuffer(string: "asked"))
        connection.handler.value.flush()
        #expect(try channels[winner].readOutbound(as: ByteBuffer.self) == ByteBuffer(string: "asked"))
        #expect(connection.broker.port == 9092)
        _ = try channels[winner].finish()
    }
}
