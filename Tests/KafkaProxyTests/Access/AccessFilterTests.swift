import KafkaConfiguration
import KafkaCoordination
import KafkaProtocol
import KafkaSecurity
import KafkaServer
import KafkaWire
import Logging
import Testing

@testable import KafkaProxy

@Suite struct AccessFilterTests {
    @Test func `every API of the tables has a rule, in one form or the other`() {
        let guarded = Set(AccessFilter.guarded.map { $0.apiKey } + [.fetch])
        #expect(guarded.count == AccessFilter.guarded.count + 1)
        #expect(guarded.isSuperset(of: AccessTable.ofResources.keys))
        #expect(guarded.isDisjoint(with: AccessTable.ofCluster.keys))
        #expect(guarded.isDisjoint(with: AccessFilter.open))
        let tokens = Set([
            ApiKey.createDelegationToken, .renewDelegationToken, .expireDelegationToken, .describeDelegationToken,
        ])
        #expect(AccessTable.unchecked.subtracting(AccessFilter.open).subtracting(guarded) == tokens)
    }

    @Test func `topics in error do not tell which name belongs to an id`() {
        let names = TopicNames()
        names.learn(MetadataResponse(topics: [.init(errorCode: 0, name: "hidden", topicId: TestGate.hidden)]))
        // Kafka refuses ids at versions 10 and 11, and repeats what the client said.
        let refused = ErrorCode.invalidRequest.rawValue
        let stranger = Uuid(high: 9, low: 9)
        names.learn(
            MetadataResponse(topics: [
                .init(errorCode: refused, name: "orders", topicId: TestGate.hidden),
                .init(errorCode: refused, name: "orders", topicId: stranger),
            ]))
        #expect(names.name(of: TestGate.hidden) == "hidden")
        #expect(names.name(of: stranger) == nil)
    }

    @Test func `a session that was chosen by old rules is not taken for one of the new ones`() throws {
        let orders = TestGate.may(.read, .topic, "orders")
        let test = try TestGate([orders, TestGate.may(.read, .topic, "revoked")])
        let filter = AccessFilter(
            authorizer: test.authorizer, topics: TopicNames(), aclsKey: "martlet.proxy.acls.file")
        let origin = FilterOrigin(
            apiKey: .fetch, apiVersion: 12, principal: KafkaPrincipal("alice"), peerHost: "10.0.0.1")
        func send(_ message: FetchRequest) -> (passes: Bool, kept: (any Sendable)?) {
            var request = FilteredRequest(origin: origin, message: message)
            guard case .forward = filter.request(&request) else { return (false, nil) }
            return (true, request.kept)
        }
        func answer(_ sessionId: Int32, _ kept: (any Sendable)?) {
            var response = FilteredResponse(origin: origin, message: FetchResponse(sessionId: sessionId), kept: kept)
            _ = filter.response(&response)
        }
        func full(_ topics: [String]) -> FetchRequest {
            FetchRequest(topics: topics.map { .init(topic: $0, partitions: [.init(partition: 0)]) })
        }
        let old = send(full(["orders", "revoked"]))
        test.authorizer.use([orders])
        let new = send(full(["orders"]))
        #expect(old.passes && new.passes)
        answer(5, old.kept)
        #expect(!send(FetchRequest(sessionId: 5, sessionEpoch: 1)).passes)
        answer(6, new.kept)
        #expect(send(FetchRequest(sessionId: 6, sessionEpoch: 1)).passes)
    }

    static let login = [
        "sasl.mechanism=PLAIN",
        "sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required "
            + "username=\"edge\" password=\"secret\";",
    ]

    @Test(
        arguments: [
            ("PLAINTEXT", "PLAINTEXT", [], false), ("PLAINTEXT", "SSL", [], false),
            ("PLAINTEXT", "SSL", ["ssl.keystore.location=/none.pem"], true),
            ("PLAINTEXT", "SASL_PLAINTEXT", login, true), ("SASL_PLAINTEXT", "PLAINTEXT", [], true),
        ] as [(String, String, [String], Bool)])
    func `tokens are refused where the cluster takes clients for the proxy`(
        _ listener: String, _ upstream: String, _ client: [String], _ areRefused: Bool
    ) throws {
        var lines = [
            "martlet.engine=upstream", "martlet.proxy.upstream.servers=127.0.0.1:9",
            "listeners=\(listener)://127.0.0.1:0", "sasl.enabled.mechanisms=SCRAM-SHA-512",
            "martlet.proxy.upstream.security.protocol=\(upstream)",
        ]
        lines += client.map { "martlet.proxy.upstream.\($0)" }
        let configuration = try BrokerConfiguration.load(properties: lines.joined(separator: "\n"))
        var settings = try #require(configuration.proxy)
        let identity = try ProxyIdentity(
            configuration, settings, logger: Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() })
        defer { identity.stop() }
        #expect(identity.filters(of: nil, settings).contains { $0 is TokenRefusal } == areRefused)
        settings.identity.upstreamIdentitiesFile = "/none"
        #expect(identity.filters(of: nil, settings).contains { $0 is TokenRefusal })
    }
}
