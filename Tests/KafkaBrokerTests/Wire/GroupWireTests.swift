import KafkaCoordination
import KafkaProtocol
import KafkaServer
import KafkaWire
import NIOCore
import Testing

@testable import KafkaBroker

/// A classic group through the wire: two members, an assignment, commits, and what is left when they go.
@Suite struct GroupWireTests {
    private func join(
        _ client: WireClient, _ group: String = "g", member: String = ""
    ) async throws -> JoinGroupResponse {
        let request = JoinGroupRequest(
            groupId: group, sessionTimeoutMs: 10_000, rebalanceTimeoutMs: 5_000, memberId: member,
            protocolType: "consumer", protocols: [.init(name: "range", metadata: ByteBuffer(string: "m"))])
        let answer = try await client.call(request, version: 9)
        guard answer.errorCode == ErrorCode.memberIdRequired.rawValue else { return answer }
        var again = request
        again.memberId = answer.memberId
        return try await client.call(again, version: 9)
    }

    private func sync(
        _ client: WireClient, _ joined: JoinGroupResponse, _ assignments: [String: String] = [:]
    ) async throws -> SyncGroupResponse {
        let request = SyncGroupRequest(
            groupId: "g", generationId: joined.generationId, memberId: joined.memberId, protocolType: "consumer",
            protocolName: "range",
            assignments: assignments.sorted { $0.key < $1.key }.map {
                .init(memberId: $0.key, assignment: ByteBuffer(string: $0.value))
            })
        return try await client.call(request, version: 5)
    }

    private func heartbeat(_ client: WireClient, _ joined: JoinGroupResponse) async throws -> ErrorCode {
        let request = HeartbeatRequest(
            groupId: "g", generationId: joined.generationId, memberId: joined.memberId)
        return ErrorCode(rawValue: try await client.call(request, version: 4).errorCode)
    }

    @Test func `two members share a group, and one takes over when the other leaves`() async throws {
        try await withBroker { broker, first in
            try await first.createTopic("t", partitions: 2)
            _ = try await first.call(FindCoordinatorRequest(coordinatorKeys: ["g"]), version: 6)
            let alone = try await join(first)
            #expect(alone.errorCode == 0)
            #expect(alone.leader == alone.memberId)
            #expect(alone.members.map(\.memberId) == [alone.memberId])
            _ = try await sync(first, alone, [alone.memberId: "all"])

            let second = try await broker.client()
            async let joining = join(second)
            while try await heartbeat(first, alone) != .rebalanceInProgress {
                try await Task.sleep(for: .milliseconds(5))
            }
            let one = try await join(first, member: alone.memberId)
            let two = try await joining
            #expect(one.generationId == 2)
            #expect(two.generationId == 2)
            #expect(two.members.isEmpty)
            #expect(Set(one.members.map(\.memberId)) == [one.memberId, two.memberId])
            async let waiting = sync(second, two)
            let mine = try await sync(first, one, [one.memberId: "zero", two.memberId: "one"])
            #expect(String(buffer: mine.assignment) == "zero")
            #expect(String(buffer: try await waiting.assignment) == "one")
            #expect(try await heartbeat(second, two) == .none)

            let leave = LeaveGroupRequest(groupId: "g", members: [.init(memberId: two.memberId)])
            #expect(try await second.call(leave, version: 5).members.map(\.errorCode) == [0])
            #expect(try await heartbeat(first, one) == .rebalanceInProgress)
            let last = try await join(first, member: one.memberId)
            #expect(last.members.count == 1)
            #expect(try await heartbeat(second, two) == .unknownMemberId)
        }
    }

    @Test func `commits are for the current generation, and come back with their metadata`() async throws {
        try await withBroker { _, client in
            try await client.createTopic("t", partitions: 2)
            _ = try await client.call(FindCoordinatorRequest(coordinatorKeys: ["g"]), version: 6)
            let member = try await join(client)
            _ = try await sync(client, member, [member.memberId: "all"])
            func commit(_ generation: Int32, _ topic: String = "t") async throws -> Int16? {
                let request = OffsetCommitRequest(
                    groupId: "g", generationIdOrMemberEpoch: generation, memberId: member.memberId,
                    topics: [
                        .init(
                            name: topic,
                            partitions: [
                                .init(
                                    partitionIndex: 1, committedOffset: 42, committedLeaderEpoch: 0,
                                    committedMetadata: "note")
                            ])
                    ])
                return try await client.call(request, version: 8).topics.first?.partitions.first?.errorCode
            }
            #expect(try await commit(member.generationId) == 0)
            #expect(try await commit(member.generationId - 1) == ErrorCode.illegalGeneration.rawValue)
            #expect(try await commit(member.generationId, "none") == ErrorCode.unknownTopicOrPartition.rawValue)
            let fetch = OffsetFetchRequest(groups: [.init(groupId: "g", topics: nil), .init(groupId: "x", topics: nil)])
            let groups = try await client.call(fetch, version: 9).groups
            #expect(groups.map(\.groupId) == ["g", "x"])
            #expect(groups.map(\.errorCode) == [0, 0])
            let partition = try #require(groups.first?.topics.first?.partitions.first)
            #expect(partition.partitionIndex == 1)
            #expect(partition.committedOffset == 42)
            #expect(partition.committedLeaderEpoch == 0)
            #expect(partition.metadata == "note")
            #expect(groups.last?.topics.isEmpty == true)
        }
    }

    @Test func `offsets of partitions that are not there are refused, the others are taken`() async throws {
        try await withBroker { _, client in
            let id = try await client.createTopic("t", partitions: 2)
            _ = try await client.call(FindCoordinatorRequest(coordinatorKeys: ["g"]), version: 6)
            typealias Topic = OffsetCommitRequest.OffsetCommitRequestTopic
            func topic(_ name: String, _ id: Uuid, _ partitions: [Int32]) -> Topic {
                Topic(
                    name: name, topicId: id,
                    partitions: partitions.map { .init(partitionIndex: $0, committedOffset: Int64($0) + 5) })
            }
            var commit = OffsetCommitRequest(
                groupId: "g", topics: [topic("none", .zero, [0]), topic("t", .zero, [7, 1, -1, 0])])
            let byName = try await client.call(commit, version: 9).topics
            #expect(byName.map(\.name) == ["none", "t"])
            #expect(byName.map { $0.partitions.map(\.errorCode) } == [[3], [3, 0, 3, 0]])
            commit.topics = [topic("", id, [9, 0]), topic("", Uuid(high: 3, low: 3), [0])]
            let byId = try await client.call(commit, version: 10).topics
            #expect(byId.map { $0.partitions.map(\.errorCode) } == [[3, 0], [ErrorCode.unknownTopicId.rawValue]])
            let fetch = OffsetFetchRequest(groupId: "g", topics: nil)
            let stored = try await client.call(fetch, version: 5).topics.first?.partitions
            #expect(stored?.map(\.partitionIndex) == [0, 1])
            #expect(stored?.map(\.committedOffset) == [5, 6])
            let delete = OffsetDeleteRequest(
                groupId: "g",
                topics: [.init(name: "t", partitions: [.init(partitionIndex: 0), .init(partitionIndex: 7)])])
            let deleted = try await client.call(delete, version: 0)
            #expect(deleted.errorCode == 0)
            #expect(deleted.topics.map(\.name) == ["t"])
            let codes = deleted.topics.flatMap { $0.partitions.map { [Int16($0.partitionIndex), $0.errorCode] } }
            #expect(codes.sorted { $0[0] < $1[0] } == [[0, 0], [7, 3]])
        }
    }

    @Test func `groups are listed and described as they are, and deleted when empty`() async throws {
        try await withBroker { _, client in
            try await client.createTopic("t")
            _ = try await client.call(FindCoordinatorRequest(coordinatorKeys: ["g"]), version: 6)
            let member = try await join(client)
            _ = try await sync(client, member, [member.memberId: "all"])
            let listed = try await client.call(ListGroupsRequest(), version: 5).groups
            #expect(listed.map(\.groupId) == ["g"])
            #expect(listed.map(\.groupState) == ["Stable"])
            #expect(listed.map(\.groupType) == ["classic"])
            let none = try await client.call(ListGroupsRequest(statesFilter: ["Empty"]), version: 4).groups
            #expect(none.isEmpty)
            let request = DescribeGroupsRequest(groups: ["g"], includeAuthorizedOperations: true)
            let described = try #require(try await client.call(request, version: 5).groups.first)
            #expect(described.groupState == "Stable")
            #expect(described.protocolData == "range")
            #expect(described.members.map(\.memberId) == [member.memberId])
            #expect(described.members.map(\.clientId) == ["tests"])
            #expect(described.members.map(\.clientHost) == ["/127.0.0.1"])
            #expect(described.authorizedOperations == AuthorizedOperations.bits([.read, .delete, .describe]))
            func delete() async throws -> Int16? {
                try await client.call(DeleteGroupsRequest(groupsNames: ["g"]), version: 2).results.first?.errorCode
            }
            #expect(try await delete() == ErrorCode.nonEmptyGroup.rawValue)
            let leave = LeaveGroupRequest(groupId: "g", members: [.init(memberId: member.memberId)])
            _ = try await client.call(leave, version: 5)
            #expect(try await delete() == 0)
            #expect(try await client.call(ListGroupsRequest(), version: 5).groups.isEmpty)
        }
    }

    @Test func `offsets of a deleted topic are gone, also when the topic comes back`() async throws {
        try await withBroker { _, client in
            try await client.createTopic("t")
            _ = try await client.call(FindCoordinatorRequest(coordinatorKeys: ["g"]), version: 6)
            let commit = OffsetCommitRequest(
                groupId: "g",
                topics: [.init(name: "t", partitions: [.init(partitionIndex: 0, committedOffset: 3)])])
            _ = try await client.call(commit, version: 8)
            _ = try await client.call(DeleteTopicsRequest(topicNames: ["t"]), version: 5)
            try await client.createTopic("t")
            let fetch = OffsetFetchRequest(groupId: "g", topics: [.init(name: "t", partitionIndexes: [0])])
            let answer = try await client.call(fetch, version: 5)
            #expect(answer.topics.first?.partitions.map(\.committedOffset) == [-1])
        }
    }

    @Test func `groups begin anew when their own topic is deleted`() async throws {
        try await withBroker { _, client in
            try await client.createTopic("t")
            let commit = OffsetCommitRequest(
                groupId: "g",
                topics: [.init(name: "t", partitions: [.init(partitionIndex: 0, committedOffset: 3)])])
            for _ in 0..<2 {
                let found = try await client.call(FindCoordinatorRequest(coordinatorKeys: ["g"]), version: 6)
                #expect(found.coordinators.map(\.errorCode) == [0])
                let fetch = OffsetFetchRequest(groupId: "g", topics: [.init(name: "t", partitionIndexes: [0])])
                let before = try await client.call(fetch, version: 5)
                #expect(before.topics.first?.partitions.map(\.committedOffset) == [-1])
                let committed = try await client.call(commit, version: 8)
                #expect(committed.topics.first?.partitions.map(\.errorCode) == [0])
                _ = try await client.call(DeleteTopicsRequest(topicNames: [TopicName.consumerOffsets]), version: 5)
                let gone = try await client.call(commit, version: 8)
                #expect(gone.topics.first?.partitions.map(\.errorCode) == [ErrorCode.notCoordinator.rawValue])
            }
        }
    }

    @Test func `transactions have no coordinator here`() async throws {
        try await withBroker { _, client in
            let answer = try await client.call(
                FindCoordinatorRequest(keyType: 1, coordinatorKeys: ["x"]), version: 4)
            #expect(
                answer.coordinators.map(\.errorCode) == [ErrorCode.transactionalIdAuthorizationFailed.rawValue])
            #expect(answer.coordinators.map(\.nodeId) == [-1])
        }
    }
}
