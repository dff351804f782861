import KafkaConfiguration
import KafkaSecurity
import Testing

@testable import KafkaProxy

@Suite("Who the proxy is to the cluster")
struct UpstreamIdentitiesTests {
    private func line(_ principal: String) -> String {
        let module = "org.apache.kafka.common.security.plain.PlainLoginModule required"
        return #"principal="\#(principal)" mechanism=PLAIN jaas="\#(module) username=\"u\" password=\"p\";""#
    }

    @Test("Principals are told apart by their bytes, even where they are one to Unicode")
    func bytes() throws {
        let configuration = try BrokerConfiguration.load(
            properties: """
                martlet.engine=upstream
                martlet.proxy.upstream.servers=127.0.0.1:9
                martlet.proxy.upstream.security.protocol=SASL_PLAINTEXT
                """)
        let identities = UpstreamIdentities(base: try #require(configuration.proxy).identity)
        let (composed, decomposed) = ("ren\u{e9}", "rene\u{301}")
        #expect(try identities.take(line("User:\(composed)")) == 1)
        #expect(identities.security(of: KafkaPrincipal(composed)) != nil)
        #expect(identities.security(of: KafkaPrincipal(decomposed)) == nil)
        #expect(try identities.take("\(line("User:\(composed)"))\n\(line("User:\(decomposed)"))") == 2)
        #expect(identities.security(of: KafkaPrincipal(decomposed)) != nil)
    }
}
