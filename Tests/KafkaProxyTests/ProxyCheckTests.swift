import KafkaConfiguration
import Synchronization
import Testing

@testable import KafkaProxy

@Suite("Trying the way to the cluster")
struct ProxyCheckTests {
    private func check(_ upstream: String, _ lines: [String] = []) async throws -> (Bool, [ProxyCheck.Finding]) {
        let configuration = try BrokerConfiguration.load(
            properties: """
                martlet.engine=upstream
                martlet.proxy.upstream.servers=\(upstream)
                listeners=PLAINTEXT://127.0.0.1:19092
                martlet.proxy.connect.timeout.ms=2000
                \(lines.joined(separator: "\n"))
                """)
        let found = Mutex<[ProxyCheck.Finding]>([])
        let isWell = await (try ProxyCheck(configuration)).run { finding in found.withLock { $0.append(finding) } }
        return (isWell, found.withLock { $0 })
    }

    @Test("It names every broker and where clients find it")
    func well() async throws {
        try await withProxy { proxy in
            let (isWell, found) = try await check("127.0.0.1:\(proxy.brokerPort)")
            #expect(isWell)
            #expect(
                found.map(\.line) == [
                    "ok    cluster, 127.0.0.1:\(proxy.brokerPort): answers, and knows 1 brokers",
                    "ok    cluster, broker 1 at 127.0.0.1:\(proxy.brokerPort): answers; "
                        + "clients find it at port 19094 on PLAINTEXT",
                ])
        }
    }

    @Test("A cluster is asked by its own keys, and a mistake in a file of a virtual cluster is told")
    func virtual() async throws {
        try await withProxy { proxy in
            let red = "martlet.proxy.virtual.cluster.red."
            // By the proxy's own keys it would be spoken to with TLS.
            let lines = [
                "martlet.proxy.upstream.security.protocol=SSL", "martlet.proxy.virtual.clusters=red",
                "\(red)listeners=PLAINTEXT", "\(red)upstream.security.protocol=PLAINTEXT",
            ]
            let (isWell, found) = try await check("127.0.0.1:\(proxy.brokerPort)", lines)
            #expect(isWell, "\(found)")
            #expect(found.first?.subject == "virtual cluster red, 127.0.0.1:\(proxy.brokerPort)")
            let (_, wrong) = try await check(
                "127.0.0.1:\(proxy.brokerPort)", lines + ["\(red)quotas.file=/nowhere"])
            #expect(wrong.map(\.problem) == ["\(red)quotas.file: /nowhere: No such file or directory"])
        }
    }

    @Test("It says what cannot be reached")
    func unreachable() async throws {
        let (isWell, found) = try await check("127.0.0.1:1")
        #expect(!isWell)
        #expect(found.first?.subject == "cluster, 127.0.0.1:1")
        #expect(found.allSatisfy { $0.problem != nil })
    }
}
