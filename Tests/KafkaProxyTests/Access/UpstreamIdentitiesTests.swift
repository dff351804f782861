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
        let identities = UpstreamIdentities(base: ["security.protocol": "SASL_PLAINTEXT"])
        let (composed, decomposed) = ("ren\u{e9}", "rene\u{301}")
        #expect(try identities.take(line("User:\(composed)")) == 1)
        #expect(identities.security(of: KafkaPrincipal(composed)) != nil)
        #expect(identities.security(of: KafkaPrincipal(decomposed)) == nil)
        #expect(try identities.take("\(line("User:\(composed)"))\n\(line("User:\(decomposed)"))") == 2)
        #expect(identities.security(of: KafkaPrincipal(decomposed)) != nil)
    }
}
