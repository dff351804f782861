import Foundation
import KafkaConfiguration
import KafkaServer
import Logging

@testable import KafkaProxy

/// A proxy in this process, in front of a broker on this machine.
struct TestProxy {
    let port: Int
    private let running: RunningProxy

    /// Starts a proxy. `settings` are lines of a server.properties.
    static func start(before broker: Int, _ settings: [String]) async throws -> TestProxy {
        let defaults = [
            "martlet.engine=upstream", "martlet.proxy.upstream.servers=127.0.0.1:\(broker)", "num.network.threads=1",
        ]
        let listeners = settings.contains { $0.hasPrefix("listeners=") } ? [] : ["listeners=PLAINTEXT://127.0.0.1:0"]
        let configuration = try BrokerConfiguration.load(
            properties: (defaults + listeners + settings).joined(separator: "\n"))
        let running = try await RunningProxy.start(
            configuration: configuration, logger: Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() })
        let port = running.listeners.first.flatMap { $0.split(separator: ":").last }.flatMap { Int($0) }
        return TestProxy(port: port ?? 0, running: running)
    }

    /// Who may do what; nil when everyone may do everything.
    var authorizer: Authorizer? { running.identity.authorizer }

    /// Takes up the files as they are now.
    func reload() {
        running.reload(nil)
    }

    func stop() async {
        await running.stop()
    }
}
