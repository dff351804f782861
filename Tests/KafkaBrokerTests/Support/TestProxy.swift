import Foundation
import KafkaConfiguration
import KafkaServer
import Logging

@testable import KafkaProxy

/// A proxy in this process, in front of a broker on this machine.
struct TestProxy {
    let port: Int
    private let broker: Int
    private let running: RunningProxy

    /// Starts a proxy. `settings` are lines of a server.properties.
    static func start(before broker: Int, _ settings: [String]) async throws -> TestProxy {
        let running = try await RunningProxy.start(
            configuration: try configuration(before: broker, settings),
            logger: Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() })
        return TestProxy(port: port(running.listeners.first), broker: broker, running: running)
    }

    private static func configuration(before broker: Int, _ settings: [String]) throws -> BrokerConfiguration {
        let defaults = [
            "martlet.engine=upstream", "martlet.proxy.upstream.servers=127.0.0.1:\(broker)", "num.network.threads=1",
        ]
        let listeners = settings.contains { $0.hasPrefix("listeners=") } ? [] : ["listeners=PLAINTEXT://127.0.0.1:0"]
        return try BrokerConfiguration.load(properties: (defaults + listeners + settings).joined(separator: "\n"))
    }

    private static func port(_ listener: String?) -> Int {
        listener.flatMap { $0.split(separator: ":").last }.flatMap { Int($0) } ?? 0
    }

    /// The port of a listener, by its name.
    func port(of listener: String) -> Int {
        Self.port(running.listeners.first { $0.hasPrefix("\(listener)://") })
    }

    /// Who may do what; nil when everyone may do everything.
    var authorizer: Authorizer? { running.identity.proxy.access?.authorizer }

    /// Takes up the files as they are now.
    func reload() {
        running.reload(nil)
    }

    /// Takes up the files, and what settings say that were read anew.
    func reload(_ settings: [String]) throws {
        running.reload(try Self.configuration(before: broker, settings))
    }

    func stop() async {
        await running.stop()
    }
}
