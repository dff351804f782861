import KafkaConfiguration
import Synchronization
import Testing

@testable import KafkaProxy

@Suite("Trying the way to the cluster")
struct ProxyCheckTests {
    private func check(_ upstream: String) async throws -> (Bool, [ProxyCheck.Finding]) {
        let configuration = try BrokerConfiguration.load(
            properties: """
                martlet.engine=upstream
                martlet.proxy.upstream.servers=\(upstream)
                listeners=PLAINTEXT://127.0.0.1:19092
                martlet.proxy.connect.timeout.ms=2000
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

    @Test("It says what cannot be reached")
    func unreachable() async throws {
        let (isWell, found) = try await check("127.0.0.1:1")
        #expect(!isWell)
        #expect(found.first?.subject == "cluster, 127.0.0.1:1")
        #expect(found.allSatisfy { $0.problem != nil })
    }
}
