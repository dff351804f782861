import KafkaConfiguration
import Testing

@Suite struct ProxyFilterCheckTests {
    /// Of a proxy with the listeners RED and BLUE.
    private func problems(_ lines: String) -> [String] {
        do throws(ConfigurationError) {
            _ = try BrokerConfiguration.load(
                properties: """
                    martlet.engine=upstream
                    martlet.proxy.upstream.servers=cluster:9092
                    listeners=RED://127.0.0.1:0,BLUE://127.0.0.1:0
                    listener.security.protocol.map=RED:PLAINTEXT,BLUE:PLAINTEXT
                    \(lines)
                    """)
            return []
        } catch {
            return error.problems.map(\.description)
        }
    }

    private func problems(_ one: String, _ other: String) -> [String] {
        problems(
            """
            martlet.proxy.virtual.clusters=red,blue
            martlet.proxy.virtual.cluster.red.listeners=RED
            martlet.proxy.virtual.cluster.red.prefix=\(one)
            martlet.proxy.virtual.cluster.blue.listeners=BLUE
            martlet.proxy.virtual.cluster.blue.prefix=\(other)
            """)
    }

    @Test func `one base of ports for two listeners is refused, with the key that mends it`() {
        let base = "martlet.proxy.node.port.base=9300"
        let mended = "listener.name.blue.martlet.proxy.node.port.base"
        #expect(problems(base).first?.contains(mended) == true)
        #expect(problems("\(base)\n\(mended)=9400") == [])
    }

    @Test(arguments: [
        ("red.", "blue."), ("red.", "red-"), ("red_", "re_"), ("a.b.", "a.c_"),
    ])
    func `prefixes that keep apart`(one: String, other: String) {
        #expect(problems(one, other) == [])
    }

    @Test(arguments: [
        ("red.", "red."), ("red", "red."), ("red.", "red_"), ("red_", "red."), ("a_b.", "a.b_c"), (".", "_x"),
    ])
    func `prefixes of which one begins as the other`(one: String, other: String) {
        let problems = problems(one, other)
        #expect(problems.count == 1)
        #expect(problems.first?.contains("martlet.proxy.virtual.cluster.blue.prefix") == true)
    }
}
