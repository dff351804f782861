import KafkaCoordination
import KafkaProtocol
import KafkaServer
import KafkaWire
import Testing

@testable import KafkaBroker

/// Every operation of the tables, allowed and refused, on every API.
@Suite struct AccessTableTests {
    private static let authorizer = "authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer"
    private static let refusals: Set<Int16> = [29, 30, 31, 53, 65]

    private static func requirements(_ key: ApiKey) -> [[AccessRule]] {
        AccessTable.ofCluster[key].map { [[$0]] } ?? AccessTable.ofResources[key] ?? []
    }

    @Test func `every API that is served is in one table`() {
        for key in ServedApis.all {
            let places = [
                AccessTable.ofCluster[key] != nil, AccessTable.ofResources[key] != nil,
                AccessTable.unchecked.contains(key),
            ]
            #expect(places.filter { $0 }.count == 1, "\(key.name)")
        }
    }

    @Test func `every rule lets through and refuses`() async throws {
        try await withBroker(Self.authorizer) { broker, client in
            try await tryEveryRule(client, try #require(broker.authorizer))
        }
    }

    @Test func `every rule lets through and refuses at the proxy`() async throws {
        try await withBroker { broker, _ in
            let proxy = try await TestProxy.start(before: broker.port, [Self.authorizer])
            let client = try await WireClient.connect(port: proxy.port)
            try await tryEveryRule(client, try #require(proxy.authorizer))
            await client.close()
            await proxy.stop()
        }
    }

    private func tryEveryRule(_ client: WireClient, _ authorizer: Authorizer) async throws {
        authorizer.allow(Self.everything)
        let id = try await client.createTopic("t")
        // From this a proxy learns the topic's id.
        _ = try await client.call(MetadataRequest(topics: nil), version: 12)
        try await client.append(["a"], to: "t")
        _ = try await client.call(FindCoordinatorRequest(key: "g"), version: 0)
        var probed: Set<ApiKey> = []
        for probe in ApiProbe.naming(topic: "t", id: id, group: "g") {
            guard let version = ServedApis.versions(probe.key)?.upperBound else { continue }
            let requirements = Self.requirements(probe.key)
            probed.insert(probe.key)
            for (place, requirement) in requirements.enumerated() {
                let others = requirements.enumerated().filter { $0.offset != place }.flatMap(\.element)
                for rule in requirement {
                    authorizer.allow((others + [rule]).map { Self.binding($0) })
                    let errors = try await client.errors(answering: try probe.make(version), version: version)
                    #expect(errors.isDisjoint(with: Self.refusals), "\(probe.key.name) with \(rule): \(errors)")
                }
                // The probe of all topics of a group has none to be refused.
                if probe.key == .offsetFetch, probe.names.count == 1, place == 1 { continue }
                var expected = Set(requirement.map(\.error.rawValue))
                // The probe names no topic that is there, which whoever may look at topics hears.
                if probe.key == .deleteTopics { expected.insert(ErrorCode.unknownTopicOrPartition.rawValue) }
                authorizer.allow(others.map { Self.binding($0) })
                var errors = try await client.errors(answering: try probe.make(version), version: version)
                #expect(!errors.isDisjoint(with: expected), "\(probe.key.name) without \(requirement): \(errors)")
                authorizer.allow(Self.everything + requirement.map { Self.binding($0, .deny) })
                errors = try await client.errors(answering: try probe.make(version), version: version)
                #expect(!errors.isDisjoint(with: expected), "\(probe.key.name) denied \(requirement): \(errors)")
            }
        }
        #expect(probed == Set(ServedApis.all).subtracting(AccessTable.unchecked))
    }

    private static let everything: [AclBinding] = [AclResourceType.topic, .group, .cluster].map {
        AclBinding($0, $0 == .cluster ? AclResource.clusterName : "*", principal: "User:ANONYMOUS", operation: .all)
    }

    private static func binding(_ rule: AccessRule, _ permission: AclPermission = .allow) -> AclBinding {
        AclBinding(
            rule.type, rule.type == .cluster ? AclResource.clusterName : "*", principal: "User:ANONYMOUS",
            operation: rule.operation, permission: permission)
    }
}

extension Authorizer {
    /// Puts just these into force.
    func allow(_ bindings: [AclBinding]) {
        var store = acls
        for (id, _) in store.matching(AclFilter()) { store.remove(id) }
        for (number, binding) in bindings.enumerated() { store.add(Uuid(high: 1, low: UInt64(number)), binding) }
        use(store)
    }
}
