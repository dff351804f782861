import KafkaCoordination
import KafkaProtocol
import KafkaWire
import NIOCore
import Testing

@testable import KafkaBroker

/// The requests about ACLs themselves, and what ACLs do to others where the tables do not say it.
@Suite struct AclWireTests {
    private static let authorizer = "authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer"
    private static let superUser = "super.users=User:root;User:ANONYMOUS"

    private static func read(_ topic: String, _ principal: String = "User:alice") -> CreateAclsRequest.AclCreation {
        .init(
            resourceType: 2, resourceName: topic, principal: principal, host: "*", operation: 3, permissionType: 3)
    }

    private static let all = DescribeAclsRequest(
        resourceTypeFilter: 1, resourceNameFilter: nil, patternTypeFilter: 1, principalFilter: nil, hostFilter: nil,
        operation: 1, permissionType: 1)

    @Test func `without an authorizer they are disabled`() async throws {
        try await withBroker { _, client in
            for version: Int16 in 1...3 {
                let created = try await client.call(CreateAclsRequest(creations: [Self.read("t")]), version: version)
                #expect(created.results.map(\.errorCode) == [54])
                #expect(try await client.call(Self.all, version: version).errorCode == 54)
                let filter = DeleteAclsRequest.DeleteAclsFilter(
                    resourceTypeFilter: 1, patternTypeFilter: 1, operation: 1, permissionType: 1)
                let deleted = try await client.call(DeleteAclsRequest(filters: [filter]), version: version)
                #expect(deleted.filterResults.map(\.errorCode) == [54])
            }
        }
    }

    @Test func `they outlive the broker`() async throws {
        let directory = TestBroker.newDirectory()
        defer { removeDirectories([directory]) }
        var broker = try await TestBroker.start(in: directory, [Self.authorizer, Self.superUser])
        var client = try await broker.client()
        let request = CreateAclsRequest(creations: [Self.read("a"), Self.read("b"), Self.read("a")])
        #expect(try await client.call(request, version: 3).results.map(\.errorCode) == [0, 0, 0])
        #expect(try await client.call(request, version: 3).results.map(\.errorCode) == [0, 0, 0])
        let gone = DeleteAclsRequest(
            filters: [
                .init(
                    resourceTypeFilter: 2, resourceNameFilter: "b", patternTypeFilter: 3, principalFilter: nil,
                    hostFilter: nil, operation: 1, permissionType: 1),
                .init(
                    resourceTypeFilter: 2, resourceNameFilter: "b", patternTypeFilter: 2,
                    principalFilter: "User:alice", hostFilter: "*", operation: 3, permissionType: 3),
            ])
        let deleted = try await client.call(gone, version: 3)
        #expect(deleted.filterResults.map { $0.matchingAcls.map(\.resourceName) } == [["b"], ["b"]])
        await client.close()
        await broker.stop()
        broker = try await TestBroker.start(in: directory, [Self.authorizer, Self.superUser])
        client = try await broker.client()
        let answer = try await client.call(Self.all, version: 3)
        #expect(answer.resources.map(\.resourceName) == ["a"])
        #expect(answer.resources.first?.acls.map(\.principal) == ["User:alice"])
        await client.close()
        await broker.stop()
    }

    @Test func `what is no ACL is refused`() async throws {
        try await withBroker(Self.authorizer, Self.superUser) { _, client in
            var bad = [CreateAclsRequest.AclCreation](repeating: Self.read("t"), count: 8)
            bad[0].resourceType = 1
            bad[1].resourceName = ""
            bad[2].resourcePatternType = 2
            bad[3].operation = 1
            bad[4].permissionType = 1
            bad[5].principal = "alice"
            bad[6].resourceType = 4
            let answer = try await client.call(CreateAclsRequest(creations: bad), version: 3)
            #expect(answer.results.map(\.errorCode) == [42, 42, 42, 42, 42, 42, 42, 0])
            var filter = Self.all
            filter.operation = 77
            #expect(try await client.call(filter, version: 3).errorCode == 42)
            #expect(try await client.call(Self.all, version: 3).resources.count == 1)
        }
    }

    @Test func `a change holds for the next request of an open connection`() async throws {
        try await withBroker(Self.authorizer) { broker, client in
            let authorizer = try #require(broker.authorizer)
            let mine = { (operation: AclOperation) in
                AclBinding(.topic, "t", principal: "User:ANONYMOUS", operation: operation)
            }
            authorizer.allow([mine(.all)])
            try await client.createTopic("t")
            #expect(try await client.produce(try batch(["a"]), to: "t").errorCode == 0)
            authorizer.allow([mine(.read)])
            #expect(try await client.produce(try batch(["a"]), to: "t").errorCode == 29)
            #expect(try await client.fetch("t", at: 0).errorCode == 0)
            authorizer.allow([mine(.write)])
            #expect(try await client.produce(try batch(["a"]), to: "t").errorCode == 0)
            #expect(try await client.fetch("t", at: 0).errorCode == 29)
        }
    }

    @Test func `topics and groups that may not be seen are left out of lists`() async throws {
        try await withBroker(Self.authorizer) { broker, client in
            let authorizer = try #require(broker.authorizer)
            let everything = [AclResourceType.topic, .group, .cluster].map {
                AclBinding(
                    $0, $0 == .cluster ? AclResource.clusterName : "*", principal: "User:ANONYMOUS", operation: .all)
            }
            authorizer.allow(everything)
            try await client.createTopic("seen")
            try await client.createTopic("unseen")
            _ = try await client.call(FindCoordinatorRequest(key: "g"), version: 0)
            for group in ["seen", "unseen"] {
                let commit = OffsetCommitRequest(
                    groupId: group,
                    topics: ["seen", "unseen"].map {
                        .init(name: $0, partitions: [.init(partitionIndex: 0, committedOffset: 1)])
                    })
                _ = try await client.call(commit, version: 8)
            }
            authorizer.allow([
                AclBinding(.topic, "seen", principal: "User:ANONYMOUS", operation: .read),
                AclBinding(.group, "seen", principal: "User:ANONYMOUS", operation: .read),
            ])
            #expect(try await client.metadata(nil).topics.map(\.name) == ["seen"])
            let named = try await client.metadata(["seen", "unseen", "new"], create: true).topics
            #expect(named.map(\.errorCode) == [0, 29, 29])
            #expect(try await client.call(ListGroupsRequest(), version: 4).groups.map(\.groupId) == ["seen"])
            let offsets = try await client.call(
                OffsetFetchRequest(groups: [.init(groupId: "seen", topics: nil), .init(groupId: "unseen", topics: nil)]
                ),
                version: 8)
            #expect(offsets.groups.map(\.errorCode) == [0, 30])
            #expect(offsets.groups.first?.topics.map(\.name) == ["seen"])
            let pages = try await client.call(DescribeTopicPartitionsRequest(), version: 0)
            #expect(pages.topics.map(\.name) == ["seen"])
        }
    }

    @Test func `operations are told as they are allowed`() async throws {
        try await withBroker(Self.authorizer) { broker, client in
            let authorizer = try #require(broker.authorizer)
            authorizer.allow([
                AclBinding(.topic, "t", principal: "User:ANONYMOUS", operation: .create),
                AclBinding(.topic, "t", principal: "User:*", operation: .write),
            ])
            try await client.createTopic("t")
            let request = MetadataRequest(
                topics: [.init(name: "t")], includeClusterAuthorizedOperations: true,
                includeTopicAuthorizedOperations: true)
            var answer = try await client.call(request, version: 8)
            // Write, create, and describe, which write implies.
            #expect(answer.topics.first?.topicAuthorizedOperations == 1 << 4 | 1 << 5 | 1 << 8)
            #expect(answer.clusterAuthorizedOperations == 0)
            authorizer.allow([
                AclBinding(.cluster, AclResource.clusterName, principal: "User:*", operation: .alter)
            ])
            answer = try await client.call(request, version: 8)
            #expect(answer.clusterAuthorizedOperations == 1 << 7 | 1 << 8)
            #expect(answer.topics.map(\.errorCode) == [29])
        }
    }

    @Test func `who may create but not describe sees no settings`() async throws {
        try await withBroker(Self.authorizer) { broker, client in
            let authorizer = try #require(broker.authorizer)
            authorizer.allow([AclBinding(.topic, "n", .prefixed, principal: "User:*", operation: .create)])
            let request = CreateTopicsRequest(
                topics: ["new", "other"].map { .init(name: $0, numPartitions: 1, replicationFactor: 1) })
            let topics = try await client.call(request, version: 7).topics.sorted { $0.name < $1.name }
            #expect(topics.map(\.errorCode) == [0, 29])
            #expect(topics.first?.topicConfigErrorCode == 29)
            #expect(topics.first?.numPartitions == -1)
            #expect(topics.first?.configs?.isEmpty ?? true)
        }
    }

    @Test func `a topic that may not be seen is deleted by neither name nor id`() async throws {
        try await withBroker(Self.authorizer) { broker, client in
            let authorizer = try #require(broker.authorizer)
            authorizer.allow([AclBinding(.topic, "t", principal: "User:*", operation: .create)])
            let id = try await client.createTopic("t")
            let request = DeleteTopicsRequest(
                topics: [
                    .init(name: nil, topicId: id), .init(name: "t"), .init(name: "none"),
                    .init(name: nil, topicId: Uuid(high: 5, low: 5)),
                ])
            var answer = try await client.call(request, version: 6).responses
            #expect(answer.map(\.errorCode) == [29, 29, 29, 100])
            #expect(answer.map(\.name) == [nil, "t", "none", nil])
            authorizer.allow([AclBinding(.topic, "t", principal: "User:*", operation: .describe)])
            answer = try await client.call(request, version: 6).responses
            #expect(answer.map(\.name) == ["t", "t", "none", nil])
        }
    }
}
