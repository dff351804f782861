import KafkaClient
import KafkaConfiguration
import KafkaServer
import Logging
import NIOCore
import Testing

@testable import KafkaProxy

/// A session of a client that is not there.
enum TestSession {
    static func make(on eventLoop: any EventLoop) throws -> ProxySession {
        let configuration = try BrokerConfiguration.load(
            properties: "martlet.engine=upstream\nmartlet.proxy.upstream.servers=127.0.0.1:1")
        let core = ProxyCore(
            settings: try #require(configuration.proxy), bootstrap: [],
            logger: Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() })
        let context = ConnectionContext(
            id: 1, listener: "PLAINTEXT", peerHost: "127.0.0.1", peerPort: 1, localHost: "127.0.0.1", localPort: 2,
            eventLoop: eventLoop)
        return ProxySession(core: core, context: context)
    }
}
