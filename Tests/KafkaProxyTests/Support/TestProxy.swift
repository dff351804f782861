import Foundation
import KafkaBroker
import KafkaClient
import KafkaConfiguration
import KafkaProxy
import Logging

/// A broker and a proxy in front of it in this process, on ports of their own.
struct TestProxy {
    let port: Int
    let brokerPort: Int
    let proxy: RunningProxy
    private let directory: String
    private let broker: RunningBroker

    static let logger = Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() }

    /// - Parameter settings: lines of the proxy's properties; `$broker` stands for the broker's address.
    static func start(filters: [any ProxyFilter] = [], _ settings: [String] = []) async throws -> TestProxy {
        let directory = NSTemporaryDirectory() + "martlet-proxy-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        let brokerConfiguration = try BrokerConfiguration.load(
            properties: """
                node.id=1
                log.dirs=\(directory)
                listeners=PLAINTEXT://127.0.0.1:0
                num.network.threads=1
                offsets.topic.num.partitions=1
                group.initial.rebalance.delay.ms=0
                """)
        let broker = try await RunningBroker.start(configuration: brokerConfiguration, logger: logger)
        let brokerPort = port(broker.listeners.first)
        var lines = [
            "martlet.engine=upstream", "martlet.proxy.upstream.servers=$broker",
            "listeners=PLAINTEXT://127.0.0.1:0", "num.network.threads=1",
        ]
        lines.removeAll { line in settings.contains { $0.hasPrefix("\(line.prefix { $0 != "=" })=") } }
        let text = (lines + settings).joined(separator: "\n")
            .replacingOccurrences(of: "$broker", with: "127.0.0.1:\(brokerPort)")
        do {
            let proxy = try await RunningProxy.start(
                configuration: try BrokerConfiguration.load(properties: text), logger: logger, filters: filters)
            return TestProxy(
                port: port(proxy.listeners.first), brokerPort: brokerPort, proxy: proxy, directory: directory,
                broker: broker)
        } catch {
            await broker.stop()
            throw error
        }
    }

    private static func port(_ listener: String?) -> Int {
        listener.flatMap { $0.split(separator: ":").last }.flatMap { Int($0) } ?? 0
    }

    /// The port of a listener of the proxy, by its name.
    func port(of listener: String) -> Int {
        Self.port(proxy.listeners.first { $0.hasPrefix("\(listener)://") })
    }

    func stop() async {
        await proxy.stop()
        await broker.stop()
        try? FileManager.default.removeItem(atPath: directory)
    }

    /// One connection to the proxy.
    func connect(
        port: Int? = nil, clientId: String = "martlet", requestTimeout: Int64 = 20_000
    ) async throws -> KafkaConnection {
        try await KafkaConnection.connect(
            to: BrokerAddress(host: "127.0.0.1", port: port ?? self.port),
            configuration: ClientConfiguration(clientId: clientId, requestTimeout: requestTimeout))
    }
}

/// Runs a test against a broker and a proxy in front of it; takes both down, whatever happens.
func withProxy(
    filters: [any ProxyFilter] = [], _ settings: [String] = [], body: (TestProxy) async throws -> Void
) async throws {
    let proxy = try await TestProxy.start(filters: filters, settings)
    do {
        try await body(proxy)
    } catch {
        await proxy.stop()
        throw error
    }
    await proxy.stop()
}
