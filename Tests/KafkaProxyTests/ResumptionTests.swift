import Foundation
import KafkaBroker
import KafkaConfiguration
import KafkaSecurity
import NIOCore
import NIOPosix
import Testing

@testable import KafkaClient

@Suite("TLS sessions towards brokers are taken up again", .timeLimit(.minutes(1)))
struct ResumptionTests {
    private let directory = NSTemporaryDirectory() + "martlet-resumption-" + UUID().uuidString

    private func start() async throws -> RunningBroker {
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        let made = try DevCertificates(
            hosts: [], days: 2, password: "store-password", now: Int(Date().timeIntervalSince1970))
        for file in made.files {
            try Data(file.bytes).write(to: URL(fileURLWithPath: "\(directory)/\(file.name)"))
        }
        return try await RunningBroker.start(
            configuration: try BrokerConfiguration.load(
                properties: """
                    node.id=1
                    log.dirs=\(directory)/data
                    listeners=SSL://127.0.0.1:0
                    inter.broker.listener.name=SSL
                    num.network.threads=1
                    ssl.keystore.type=PEM
                    ssl.keystore.location=\(directory)/\(DevCertificates.Name.serverStore)
                    """), logger: TestProxy.logger)
    }

    /// One connection that is spoken over; whether it took an earlier one up.
    private func connect(_ port: Int, _ security: ClientSecurity) async throws -> Bool {
        let answered = NIOSingletons.posixEventLoopGroup.next().makePromise(of: Void.self)
        let channel = try await ClientConnector.connect(
            ClientBootstrap(group: NIOSingletons.posixEventLoopGroup), to: BrokerAddress(host: "127.0.0.1", port: port),
            security: security, clientId: "test", timeout: .seconds(20)
        ) { channel in
            try channel.pipeline.syncOperations.addHandler(Answered(answered))
        }.get()
        var request = ByteBuffer()
        request.writeMultipleIntegers(Int32(10), Int16(18), Int16(0), Int32(1), Int16(-1))
        channel.writeAndFlush(request, promise: nil)
        try await answered.futureResult.get()
        let isResumed = try await channel.eventLoop.submit {
            try channel.pipeline.syncOperations.handler(type: ClientTLSHandler.self).session.isResumed
        }.get()
        try await channel.close()
        return isResumed
    }

    @Test("The second connection to a broker is")
    func second() async throws {
        let broker = try await start()
        let port = try #require(broker.listeners.first?.split(separator: ":").last.flatMap { Int($0) })
        let settings = try ClientSecuritySettings { key in
            switch key {
            case "security.protocol": "SSL"
            case "ssl.truststore.type": "PEM"
            case "ssl.truststore.location": "\(directory)/\(DevCertificates.Name.authority)"
            default: nil
            }
        }
        let security = try ClientSecurity(settings)
        let seen = [try await connect(port, security), try await connect(port, security)]
        #expect(seen == [false, true])
        // What was read anew begins anew.
        #expect(try await connect(port, try ClientSecurity(settings)) == false)
        await broker.stop()
        try? FileManager.default.removeItem(atPath: directory)
    }
}

/// Tells when something comes.
private final class Answered: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let promise: EventLoopPromise<Void>

    init(_ promise: EventLoopPromise<Void>) {
        self.promise = promise
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        promise.succeed(())
    }

    func channelInactive(context: ChannelHandlerContext) {
        promise.fail(ChannelError.eof)
    }
}
