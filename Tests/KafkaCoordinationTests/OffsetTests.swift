import KafkaCoordination
import KafkaProtocol
import KafkaWire
import NIOCore
import Testing

/// Committed offsets: who may commit, what is read back, and how they go.
struct OffsetTests {
    private static let week: Int64 = 7 * 24 * 60 * 60 * 1_000

    @Test func aProgramWithoutAGroupCommitsAndReads() throws {
        var harness = try GroupHarness()
        #expect(try harness.commit(Client(), 42, metadata: "where I was") == ErrorCode.none)
        let request = OffsetFetchRequest(
            groupId: "g", topics: [.init(name: "t", partitionIndexes: [0, 1])], requireStable: true)
        let partitions = try #require(harness.shard.fetchOffsets(request).topics.first?.partitions)
        #expect(partitions.map(\.committedOffset) == [42, -1])
        #expect(partitions.map(\.committedLeaderEpoch) == [7, -1])
        #expect(partitions.map(\.metadata) == ["where I was", ""])
        #expect(partitions.map(\.errorCode) == [0, 0])
        #expect(harness.state() == "Empty")
        // The group id may be empty, for old clients' sake.
        #expect(try harness.commit(Client(group: ""), 1) == ErrorCode.none)
    }

    @Test func allTopicsComeInOrder() throws {
        var harness = try GroupHarness()
        for topic in ["b", "c", "a"] {
            _ = try harness.commit(Client(), 1, topic: topic)
        }
        let all = OffsetFetchRequest.OffsetFetchRequestGroup(groupId: "g", topics: nil)
        #expect(harness.shard.fetchOffsets(all, requireStable: false).topics.map(\.name) == ["a", "b", "c"])
        let none = OffsetFetchRequest.OffsetFetchRequestGroup(groupId: "nobody", topics: nil)
        #expect(harness.shard.fetchOffsets(none, requireStable: false).topics.isEmpty)
    }

    @Test func onlyMembersOfTheGenerationCommit() throws {
        var harness = try GroupHarness()
        #expect(try harness.commit(Client(memberId: "m", generation: 3), 1) == .illegalGeneration)
        #expect(try harness.commit(Client(memberId: "m", generation: 3), 1, version: 9) == .groupIdNotFound)
        var members = [Client()]
        try harness.stabilise(&members)
        #expect(try harness.commit(members[0], 5) == ErrorCode.none)
        #expect(try harness.commit(Client(), 6) == .unknownMemberId)
        #expect(try harness.commit(Client(memberId: "m", generation: 1), 6) == .unknownMemberId)
        members[0].generation = 0
        #expect(try harness.commit(members[0], 6) == .illegalGeneration)
        #expect(harness.committed() == 5)
    }

    @Test func commitsDuringARebalance() throws {
        var harness = try GroupHarness()
        var members = [Client(uuid: "1"), Client(uuid: "2")]
        try harness.stabilise(&members)
        let rejoin = try harness.join(members[0])
        // While others are called together a member may still save what it did.
        #expect(try harness.commit(members[1], 5) == ErrorCode.none)
        _ = try harness.join(members[1])
        #expect(harness.joined(rejoin)?.generationId == 2)
        members[1].generation = 2
        #expect(try harness.commit(members[1], 6) == .rebalanceInProgress)
        #expect(harness.committed() == 5)
    }

    @Test func aCommitKeepsTheSessionAlive() throws {
        var harness = try GroupHarness()
        var members = [Client()]
        try harness.stabilise(&members)
        for offset in 0..<5 {
            try harness.pass(9_000)
            #expect(try harness.commit(members[0], Int64(offset)) == ErrorCode.none)
        }
    }

    @Test func metadataHasALimit() throws {
        var harness = try GroupHarness(GroupCoordinatorConfiguration(offsetMetadataMaximumLength: 4))
        #expect(try harness.commit(Client(), 1, metadata: "äöüß") == ErrorCode.none)
        #expect(try harness.commit(Client(), 2, metadata: "abcde") == .offsetMetadataTooLarge)
        #expect(try harness.commit(Client(), 3, metadata: nil) == ErrorCode.none)
        #expect(harness.committed() == 3)
    }

    @Test func offsetsOfAnEmptyGroupExpireAWeekAfterItEmptied() throws {
        var harness = try GroupHarness()
        var members = [Client()]
        try harness.stabilise(&members)
        _ = try harness.commit(members[0], 5)
        for _ in 0..<8 {
            try harness.pass(9_000)
            _ = harness.heartbeat(members[0])
        }
        _ = try harness.leave(members[0])
        try harness.pass(Self.week - 1_000)
        #expect(harness.committed() == 5)
        try harness.pass(600_000)
        #expect(harness.committed() == -1)
        #expect(harness.shard.groupCount == 0)
        #expect(harness.shard.nextDeadline == nil)
        guard case .groupMetadata(_, nil)? = try harness.records().last else {
            Issue.record("the group has no tombstone")
            return
        }
    }

    @Test func offsetsOfProgramsWithoutAGroupExpireAWeekAfterEachCommit() throws {
        var harness = try GroupHarness()
        _ = try harness.commit(Client(), 1, topic: "old")
        try harness.pass(Self.week / 2)
        _ = try harness.commit(Client(), 2, topic: "new")
        try harness.pass(Self.week / 2 + 600_000)
        #expect(harness.committed(topic: "old") == -1)
        #expect(harness.committed(topic: "new") == 2)
        #expect(harness.shard.groupCount == 1)
    }

    @Test func aLivingGroupLosesOnlyTopicsItDoesNotReadAnyMore() throws {
        var harness = try GroupHarness(
            GroupCoordinatorConfiguration(offsetsRetentionMs: 60_000, offsetsRetentionCheckIntervalMs: 10_000))
        var members = [Client()]
        try harness.stabilise(&members)
        _ = try harness.commit(members[0], 1, topic: "t")
        _ = try harness.commit(members[0], 2, topic: "left")
        for _ in 0..<10 {
            try harness.pass(9_000)
            _ = harness.heartbeat(members[0])
        }
        #expect(harness.committed(topic: "t") == 1)
        #expect(harness.committed(topic: "left") == -1)
    }

    @Test func aRetentionOfItsOwnRulesACommit() throws {
        var harness = try GroupHarness(GroupCoordinatorConfiguration(offsetsRetentionCheckIntervalMs: 1_000))
        _ = try harness.commit(Client(), 1, retention: 5_000, version: 4)
        let value = try #require(harness.log.last?.value)
        #expect(value.getInteger(at: value.readerIndex, as: Int16.self) == 1)
        try harness.pass(4_000)
        #expect(harness.committed() == 1)
        try harness.pass(2_000)
        #expect(harness.committed() == -1)
    }

    @Test func offsetsGoWithTheirTopic() throws {
        var harness = try GroupHarness()
        _ = try harness.commit(Client(group: "a"), 1)
        _ = try harness.commit(Client(group: "b"), 1)
        _ = try harness.commit(Client(group: "b"), 1, topic: "other")
        _ = try harness.send { _ in .topicDeleted("t") }
        #expect(harness.committed("a") == -1)
        #expect(harness.committed("b") == -1)
        #expect(harness.committed("b", topic: "other") == 1)
    }

    @Test func anEmptyGroupEndsWithItsLastOffset() throws {
        var harness = try GroupHarness()
        func delete(_ topic: String) throws -> Int16? {
            let request = OffsetDeleteRequest(
                groupId: "a", topics: [.init(name: topic, partitions: [.init(partitionIndex: 0)])])
            let token = try harness.send { .offsetDelete($0, request) }
            guard case .offsetDelete(let response)? = harness.answers[token] else { return nil }
            return response.errorCode
        }
        _ = try harness.commit(Client(group: "a"), 1)
        _ = try harness.commit(Client(group: "a"), 1, topic: "other")
        #expect(try delete("t") == 0)
        #expect(try delete("other") == 0)
        #expect(try delete("other") == ErrorCode.groupIdNotFound.rawValue)
    }

    @Test func offsetDelete() throws {
        var harness = try GroupHarness()
        func request(_ group: String, _ topic: String) -> OffsetDeleteRequest {
            OffsetDeleteRequest(groupId: group, topics: [.init(name: topic, partitions: [.init(partitionIndex: 0)])])
        }
        func delete(_ group: String, _ topic: String) throws -> OffsetDeleteResponse? {
            let token = try harness.send { .offsetDelete($0, request(group, topic)) }
            guard case .offsetDelete(let response)? = harness.answers[token] else { return nil }
            return response
        }
        #expect(try delete("", "t")?.errorCode == ErrorCode.invalidGroupId.rawValue)
        #expect(try delete("nobody", "t")?.errorCode == ErrorCode.groupIdNotFound.rawValue)
        var members = [Client()]
        try harness.stabilise(&members)
        _ = try harness.commit(members[0], 1)
        _ = try harness.commit(members[0], 1, topic: "other")
        #expect(
            try delete("g", "t")?.topics.first?.partitions.first?.errorCode
                == ErrorCode.groupSubscribedToTopic.rawValue)
        #expect(try delete("g", "other")?.topics.first?.partitions.first?.errorCode == 0)
        #expect(harness.committed() == 1)
        #expect(harness.committed(topic: "other") == -1)
        var connect = [Client(group: "connect", type: "connect")]
        try harness.stabilise(&connect)
        #expect(try delete("connect", "t")?.errorCode == ErrorCode.nonEmptyGroup.rawValue)
    }

    @Test func aCommitThatCannotBeStoredDoesNotCount() throws {
        var harness = try GroupHarness()
        harness.appendError = .notEnoughReplicas
        #expect(try harness.commit(Client(), 1) == .coordinatorNotAvailable)
        #expect(harness.committed() == -1)
        #expect(harness.shard.groupCount == 0)
    }

    @Test func deadlinesAndRecordsGoByClocksOfTheirOwn() throws {
        var shard = GroupCoordinatorShard<Int>(configuration: .init())
        _ = shard.loaded(now: 5, wall: 1_000_000)
        let request = OffsetCommitRequest(
            groupId: "g", retentionTimeMs: 50,
            topics: [.init(name: "t", partitions: [.init(partitionIndex: 0, committedOffset: 3)])])
        let decision = shard.handle(.offsetCommit(1, request, apiVersion: 4), now: 7, wall: 900_000)
        guard case .offsetCommit(_, let value?)? = decision.records.first else {
            Issue.record("no commit")
            return
        }
        #expect(value.commitTimestamp == 900_000)
        #expect(value.expireTimestamp == 900_050)
        for record in decision.records { shard.replay(record) }
        let check = try #require(shard.nextDeadline)
        #expect(check == 5 + shard.configuration.offsetsRetentionCheckIntervalMs)
        #expect(shard.tick(now: check, wall: 800_000).records.isEmpty)
        let over = shard.tick(now: 2 * check, wall: 900_050)
        #expect(over.records.count == 2 && over.isDivisible)
    }

    @Test func aTopicDeletedWhileTheShardLoadsIsForgotten() throws {
        var harness = try GroupHarness()
        _ = try harness.commit(Client(), 3)
        var waiting = GroupCoordinatorShard<Int>(configuration: .init())
        #expect(waiting.handle(.topicDeleted("t"), now: 1).records.isEmpty)
        var loading = GroupCoordinatorShard<Int>(configuration: .init())
        for record in try harness.records() { loading.replay(record) }
        loading.takeOver(from: waiting)
        #expect(loading.loaded(now: 2).records.count == 1)
    }
}
