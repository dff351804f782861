import KafkaCoordination
import KafkaProtocol
import KafkaServer
import KafkaWire
import Testing

@testable import KafkaBroker

/// The broker's table of permissions against a second one that was written down from Kafka, and refusals in their form.
@Suite struct KafkaPermissionsTests {
    private static let authorizer = "authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer"

    @Test func `the table is Kafka's`() {
        for key in ServedApis.all {
            guard let expected = KafkaPermissions.all[key.name] else {
                Issue.record("\(key.name) is served, and nobody wrote down what Kafka asks for it")
                continue
            }
            let own = AccessTable.ofCluster[key].map { [[$0]] } ?? AccessTable.ofResources[key] ?? []
            let permissions = own.map { step in
                Set(
                    step.map {
                        KafkaPermissions.Permission(
                            operation: $0.operation.name, resource: $0.type.name, error: $0.error.rawValue)
                    })
            }
            #expect(permissions == expected.map(Set.init), "\(key.name)")
            #expect(AccessTable.unchecked.contains(key) == expected.isEmpty, "\(key.name)")
        }
    }

    @Test func `who may do nothing hears Kafka's error at every version`() async throws {
        try await withBroker(Self.authorizer) { broker, client in
            let authorizer = try #require(broker.authorizer)
            authorizer.allow(Self.anything)
            let id = try await client.createTopic("t")
            try await client.append(["a"], to: "t")
            _ = try await client.call(FindCoordinatorRequest(key: "g"), version: 0)
            authorizer.allow([])
            for probe in ApiProbe.naming(topic: "t", id: id, group: "g") {
                for version in try #require(ServedApis.versions(probe.key)) {
                    // Nothing in these answers could say so.
                    if probe.key == .describeLogDirs, version < 3 { continue }
                    if probe.key == .offsetFetch, version < 2, probe.names.count == 1 { continue }
                    let errors = try await client.errors(answering: try probe.make(version), version: version)
                    #expect(
                        errors.subtracting([0]) == KafkaPermissions.heard[probe.key.name],
                        "\(probe.key.name) version \(version)")
                }
            }
        }
    }

    private static let anything = [
        may(.all, .topic, "*"), may(.all, .group, "*"), may(.all, .cluster, AclResource.clusterName),
    ]

    private static func may(_ operation: AclOperation, _ type: AclResourceType, _ name: String) -> AclBinding {
        AclBinding(type, name, principal: "User:ANONYMOUS", operation: operation)
    }

    private static func cannot(_ operation: AclOperation, _ type: AclResourceType, _ name: String) -> AclBinding {
        AclBinding(type, name, principal: "User:ANONYMOUS", operation: operation, permission: .deny)
    }

    /// With a topic `t` and a group `g`, of whoever may then do nothing.
    private static func withNobody(
        _ body: (_ client: WireClient, _ authorizer: Authorizer, _ id: Uuid) async throws -> Void
    ) async throws {
        try await withBroker(authorizer) { broker, client in
            let authorizer = try #require(broker.authorizer)
            authorizer.allow(anything)
            let id = try await client.createTopic("t")
            _ = try await client.call(FindCoordinatorRequest(key: "g"), version: 0)
            authorizer.allow([])
            try await body(client, authorizer, id)
        }
    }

    @Test func `lists leave out what may not be seen, and say nothing of it`() async throws {
        try await Self.withNobody { client, _, _ in
            let groups = try await client.call(ListGroupsRequest(), version: 4)
            #expect((groups.errorCode, groups.groups.count) == (0, 0))
            let metadata = try await client.call(
                MetadataRequest(
                    topics: nil, allowAutoTopicCreation: false, includeClusterAuthorizedOperations: true), version: 8)
            #expect(metadata.topics.isEmpty)
            #expect(metadata.brokers.count == 1)
            #expect(metadata.clusterAuthorizedOperations == 0)
            let pages = try await client.call(DescribeTopicPartitionsRequest(), version: 0)
            #expect(pages.topics.isEmpty)
            let cluster = try await client.call(
                DescribeClusterRequest(includeClusterAuthorizedOperations: true), version: 0)
            #expect((cluster.errorCode, cluster.clusterAuthorizedOperations, cluster.brokers.count) == (0, 0, 1))
        }
    }

    @Test func `a refusal has the form that clients look for it in`() async throws {
        try await Self.withNobody { client, _, _ in
            let directories = try await client.call(DescribeLogDirsRequest(topics: nil), version: 1)
            #expect(directories.results.isEmpty)
            let moves = try await client.call(
                ListPartitionReassignmentsRequest(topics: [.init(name: "t", partitionIndexes: [0])]), version: 0)
            #expect(moves.errorCode == 31)
            #expect(moves.topics.map(\.name) == ["t"])
            #expect(moves.topics.first?.partitions.map(\.partitionIndex) == [0])
            let election = try await client.call(ElectLeadersRequest(topicPartitions: nil), version: 2)
            #expect((election.errorCode, election.replicaElectionResults.count) == (31, 0))
            let creation = CreateAclsRequest.AclCreation(
                resourceType: 2, resourceName: "t", principal: "User:a", host: "*", operation: 3, permissionType: 3)
            let rules = try await client.call(CreateAclsRequest(creations: [creation, creation]), version: 3)
            #expect(rules.results.map(\.errorCode) == [31, 31])
            let quotas = try await client.call(DescribeClientQuotasRequest(), version: 1)
            #expect(quotas.errorCode == 31)
            #expect(quotas.entries == nil)
            let altered = try await client.call(
                AlterClientQuotasRequest(entries: [.init(entity: [.init(entityType: "user", entityName: "u")])]),
                version: 1)
            #expect(altered.entries.map(\.errorCode) == [31])
            #expect(altered.entries.first?.entity.map(\.entityName) == ["u"])
            let groups = try await client.call(
                DescribeGroupsRequest(groups: ["g"], includeAuthorizedOperations: true), version: 3)
            #expect(groups.groups.map(\.errorCode) == [30])
            #expect(groups.groups.map(\.authorizedOperations) == [.min])
            let users = try await client.call(
                AlterUserScramCredentialsRequest(deletions: [
                    .init(name: "u", mechanism: 1), .init(name: "u", mechanism: 2),
                ]),
                version: 0)
            #expect(users.results.map(\.errorCode) == [31])
        }
    }

    private static func findCoordinator(_ client: WireClient, _ type: Int8, version: Int16) async throws -> Int16? {
        let request = FindCoordinatorRequest(keyType: type, coordinatorKeys: ["k"])
        return try await client.call(request, version: version).coordinators.first?.errorCode
    }

    @Test func `coordinators of other kinds have permissions of their own`() async throws {
        try await Self.withNobody { client, authorizer, _ in
            let transactional = try await Self.findCoordinator(client, 1, version: 4)
            #expect(transactional == 53)
            #expect(try await Self.findCoordinator(client, 2, version: 6) == 31)
            #expect(try await Self.findCoordinator(client, 2, version: 5) == 42)
            authorizer.allow([Self.may(.clusterAction, .cluster, AclResource.clusterName)])
            #expect(try await Self.findCoordinator(client, 2, version: 6) == 42)
        }
    }

    @Test func `who may look at topics learns which ones are not there to be deleted`() async throws {
        try await Self.withNobody { client, authorizer, id in
            func delete(_ name: String?, _ id: Uuid = .zero) async throws -> DeleteTopicsResponse.DeletableTopicResult?
            {
                try await client.call(DeleteTopicsRequest(topics: [.init(name: name, topicId: id)]), version: 6)
                    .responses.first
            }
            #expect(try await delete("none")?.errorCode == 29)
            #expect(try await delete(nil, id)?.name == nil)
            authorizer.allow([Self.may(.describe, .topic, "*")])
            #expect(try await delete("none")?.errorCode == 3)
            #expect(try await delete("t")?.errorCode == 29)
            let byId = try await delete(nil, id)
            #expect(byId?.errorCode == 29)
            #expect(byId?.name == "t")
            #expect(try await delete(nil, Uuid(high: 5, low: 5))?.errorCode == 100)
            // By its name a topic must be one that may be looked at, too.
            authorizer.allow([Self.may(.delete, .topic, "*"), Self.cannot(.describe, .topic, "*")])
            #expect(try await delete("t")?.errorCode == 29)
            #expect(try await delete(nil, id)?.errorCode == 0)
        }
    }
}
