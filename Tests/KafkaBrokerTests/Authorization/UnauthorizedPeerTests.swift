import Foundation
import KafkaProtocol
import KafkaWire
import NIOCore
import Testing

@testable import KafkaBroker

/// Somebody who may do nothing learns nothing: no API at any version gives away a name, a record, a setting or a member.
@Suite struct UnauthorizedPeerTests {
    private static let authorizer = "authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer"
    private static let topic = "seeded-topic"
    private static let group = "seeded-group"
    /// What must not be seen.
    private static let secrets = [
        topic, group, "seeded-record", "7654321", "seeded-note", "seeded-instance", "seeded-subscription",
        "User:seeded", "seeded-login", "seeded-client",
    ]

    @Test func `nothing is given away`() async throws {
        let directory = TestBroker.newDirectory()
        defer { removeDirectories([directory]) }
        // As a super user first: what the search looks for is there to be found.
        var broker = try await TestBroker.start(in: directory, [Self.authorizer, "super.users=User:ANONYMOUS"])
        var client = try await broker.client()
        let id = try await seed(client)
        let seen = try await walk(client, id, expectsNothing: false)
        #expect(seen == Set(Self.secrets))
        await client.close()
        await broker.stop()

        broker = try await TestBroker.start(in: directory, [Self.authorizer])
        client = try await broker.client()
        let leaked = try await walk(client, id, expectsNothing: true)
        #expect(leaked.isEmpty)
        await client.close()
        await broker.stop()
    }

    @Test func `nothing is given away by a proxy that decides for itself`() async throws {
        let directory = TestBroker.newDirectory()
        defer { removeDirectories([directory]) }
        let broker = try await TestBroker.start(in: directory, [Self.authorizer, "super.users=User:ANONYMOUS"])
        let direct = try await broker.client()
        let id = try await seed(direct)
        await direct.close()
        // The proxy's ACLs are its own.
        let acls = "\(directory)/proxy.acls"
        try "principal=User:seeded operation=READ resourceType=TOPIC name=\(Self.topic)\n".write(
            toFile: acls, atomically: true, encoding: .utf8)
        let settings = [Self.authorizer, "martlet.proxy.acls.file=\(acls)"]
        for isSuperUser in [true, false] {
            let proxy = try await TestProxy.start(
                before: broker.port, settings + (isSuperUser ? ["super.users=User:ANONYMOUS"] : []))
            let client = try await WireClient.connect(port: proxy.port)
            let seen = try await walk(client, id, expectsNothing: !isSuperUser)
            #expect(seen == (isSuperUser ? Set(Self.secrets) : []))
            await client.close()
            await proxy.stop()
        }
        await broker.stop()
    }

    /// Asks everything that is offered at every version; answers which secrets were in answers to requests that did not name them.
    private func walk(_ client: WireClient, _ id: Uuid, expectsNothing: Bool) async throws -> Set<String> {
        var probes =
            ApiProbe.blind(id: id) + ApiProbe.logins() + ApiProbe.naming(topic: Self.topic, id: id, group: Self.group)
        probes += ApiProbe.naming(topic: "none", id: Uuid(high: 4, low: 4), group: "none")
        // What deletes would leave nothing to be found; somebody who may do nothing cannot.
        if !expectsNothing { probes.removeAll { [.deleteGroups, .deleteTopics, .alterConfigs].contains($0.key) } }
        var seen: Set<String> = []
        var asked: Set<ApiKey> = []
        let request = ApiVersionsRequest(clientSoftwareName: "tests", clientSoftwareVersion: "1")
        let offered = try await client.call(request, version: 3).apiKeys
        for probe in probes {
            asked.insert(probe.key)
            guard let range = offered.first(where: { $0.apiKey == probe.key.rawValue }) else { continue }
            // Old versions of Produce are offered for the sake of clients that go by them, and not served.
            let served = try #require(ServedApis.versions(probe.key))
            for version in served.clamped(to: range.minVersion...range.maxVersion) {
                if !expectsNothing, probe.key == .joinGroup { continue }
                let answer = try await client.bytes(answering: try probe.make(version), version: version)
                for secret in Self.secrets where !probe.names.contains(secret) {
                    guard Self.holds(answer, secret) else { continue }
                    seen.insert(secret)
                    if expectsNothing { Issue.record("\(probe.key.name) version \(version) gives away \(secret)") }
                }
            }
        }
        if expectsNothing {
            #expect(asked == Set(ServedApis.all))
            #expect(asked.isSuperset(of: offered.map { ApiKey(rawValue: $0.apiKey) }))
        }
        return seen
    }

    private static func holds(_ answer: ByteBuffer, _ text: String) -> Bool {
        let bytes = Array(answer.readableBytesView)
        let wanted = Array(text.utf8)
        guard bytes.count >= wanted.count else { return false }
        return (0...(bytes.count - wanted.count)).contains { bytes[$0...].starts(with: wanted) }
    }

    private func seed(_ client: WireClient) async throws -> Uuid {
        let id = try await client.createTopic(Self.topic, ["retention.ms": "7654321000"])
        try await client.append(["seeded-record"], to: Self.topic)
        _ = try await client.call(FindCoordinatorRequest(key: Self.group), version: 0)
        var join = JoinGroupRequest(
            groupId: Self.group, sessionTimeoutMs: 1_800_000, rebalanceTimeoutMs: 10_000, memberId: "",
            groupInstanceId: "seeded-instance", protocolType: "consumer",
            protocols: [.init(name: "range", metadata: ByteBuffer())])
        var joined = try await client.call(join, version: 7)
        if joined.errorCode == ErrorCode.memberIdRequired.rawValue {
            join.memberId = joined.memberId
            joined = try await client.call(join, version: 7)
        }
        try #require(joined.errorCode == 0)
        let sync = SyncGroupRequest(
            groupId: Self.group, generationId: joined.generationId, memberId: joined.memberId,
            protocolType: "consumer", protocolName: "range",
            assignments: [.init(memberId: joined.memberId, assignment: ByteBuffer())])
        try #require(try await client.call(sync, version: 5).errorCode == 0)
        let commit = OffsetCommitRequest(
            groupId: Self.group, generationIdOrMemberEpoch: joined.generationId, memberId: joined.memberId,
            topics: [
                .init(
                    name: Self.topic,
                    partitions: [.init(partitionIndex: 0, committedOffset: 1, committedMetadata: "seeded-note")])
            ])
        let committed = try await client.call(commit, version: 8)
        try #require(committed.topics.first?.partitions.map(\.errorCode) == [0])
        let subscription = IncrementalAlterConfigsRequest(
            resources: [
                .init(
                    resourceType: 16, resourceName: "seeded-subscription",
                    configs: [.init(name: "metrics", configOperation: 0, value: "*")])
            ])
        try #require(try await client.call(subscription, version: 1).responses.map(\.errorCode) == [0])
        let acl = CreateAclsRequest(
            creations: [
                .init(
                    resourceType: 2, resourceName: Self.topic, principal: "User:seeded", host: "*", operation: 3,
                    permissionType: 3)
            ])
        try #require(try await client.call(acl, version: 3).results.map(\.errorCode) == [0])
        let login = AlterUserScramCredentialsRequest(
            upsertions: [
                .init(
                    name: "seeded-login", mechanism: 1, iterations: 4096, salt: ByteBuffer(repeating: 1, count: 20),
                    saltedPassword: ByteBuffer(repeating: 2, count: 32))
            ])
        try #require(try await client.call(login, version: 0).results.map(\.errorCode) == [0])
        let quota = AlterClientQuotasRequest(
            entries: [
                .init(
                    entity: [.init(entityType: "client-id", entityName: "seeded-client")],
                    ops: [.init(key: "producer_byte_rate", value: 1e9)])
            ])
        try #require(try await client.call(quota, version: 1).entries.map(\.errorCode) == [0])
        return id
    }
}
