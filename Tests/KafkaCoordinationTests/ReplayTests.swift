import KafkaCoordination
import KafkaProtocol
import KafkaWire
import NIOCore
import Testing

/// What a shard knows after a restart, and what it does when its log refuses.
struct ReplayTests {
    @Test func aStableGroupSurvivesARestart() throws {
        var harness = try GroupHarness()
        var members = [Client(instanceId: "i", uuid: "1"), Client(uuid: "2")]
        try harness.stabilise(&members)
        _ = try harness.commit(members[0], 9)
        var restarted = try GroupHarness(log: harness.log)
        #expect(restarted.state() == "Stable")
        #expect(restarted.committed() == 9)
        #expect(restarted.heartbeat(members[0]) == ErrorCode.none)
        #expect(restarted.heartbeat(members[1]) == ErrorCode.none)
        let synced = try restarted.sync(members[1])
        #expect(restarted.assignment(synced) == members[1].memberId)
        let before = harness.shard.describe(groupId: "g", apiVersion: 5).members
        let after = restarted.shard.describe(groupId: "g", apiVersion: 5).members
        #expect(before.map(\.memberId) == after.map(\.memberId))
        #expect(before.map(\.memberMetadata) == after.map(\.memberMetadata))
        #expect(before.map(\.clientHost) == after.map(\.clientHost))
        // Sessions start anew with the load.
        try restarted.pass(9_999)
        #expect(restarted.state() == "Stable")
        try restarted.pass(70_000)
        #expect(restarted.state() == "Empty")
    }

    @Test func whileItLoadsAShardServesNobody() throws {
        var shard = GroupCoordinatorShard<Int>(configuration: .init())
        #expect(shard.unavailability == .coordinatorLoadInProgress)
        let decision = shard.handle(.syncGroup(1, SyncGroupRequest(groupId: "g")), now: 0)
        guard case .syncGroup(let response)? = decision.replies.first?.response else {
            Issue.record("no answer")
            return
        }
        #expect(response.errorCode == ErrorCode.rebalanceInProgress.rawValue)
        #expect(shard.heartbeat(HeartbeatRequest(groupId: "g"), now: 0).errorCode == 0)
        #expect(
            shard.fetchOffsets(OffsetFetchRequest(groupId: "g")).errorCode
                == ErrorCode.coordinatorLoadInProgress.rawValue)
        #expect(shard.tick(now: 1 << 60).replies.isEmpty)
    }

    @Test func recordsOfOtherKindsAreLeftAlone() throws {
        for kind: Int16 in [3, 4, 5, 6, 7, 8, 11, 300, -1] {
            var key = ByteBuffer()
            key.writeInteger(kind)
            key.writeString("whatever")
            guard case .other = try GroupRecord(key: key, value: ByteBuffer(string: "x")) else {
                Issue.record("kind \(kind) was read")
                return
            }
        }
        #expect(throws: WireError.self) { try GroupRecord(key: ByteBuffer(), value: nil) }
        #expect(throws: WireError.self) {
            try GroupRecord(
                key: try GroupRecord.groupMetadata(GroupMetadataKey(group: "g"), nil).encodedKey(),
                value: ByteBuffer(bytes: [0, 99]))
        }
    }

    @Test func offsetsOutliveAGroupThatMovedToTheNewProtocol() throws {
        var harness = try GroupHarness()
        _ = try harness.commit(Client(), 5)
        harness.shard.replay(.groupMetadata(GroupMetadataKey(group: "g"), nil))
        #expect(harness.committed() == 5)
        #expect(harness.state() == "Empty")
    }

    @Test func aGroupThatCannotBeStoredIsNotThere() throws {
        var harness = try GroupHarness()
        harness.appendError = .notEnoughReplicas
        #expect(try harness.joinFault(Client()) == .coordinatorNotAvailable)
        let parked = try harness.joinFault(Client(uuid: "2", version: 3))
        #expect(parked == .coordinatorNotAvailable)
        #expect(harness.shard.groupCount == 0)
        #expect(harness.shard.nextDeadline.map { $0 > harness.now } ?? true)
    }

    @Test func anAssignmentThatCannotBeStoredSendsAllBackToJoin() throws {
        var harness = try GroupHarness()
        _ = try harness.join(Client(uuid: "1", version: 3))
        _ = try harness.join(Client(uuid: "2", version: 3))
        try harness.pass(6_000)
        let follower = try harness.sync(Client(memberId: "c-2", generation: 1))
        harness.appendError = .kafkaStorageError
        let leader = try harness.sync(Client(memberId: "c-1", generation: 1), ["c-1": "a", "c-2": "b"])
        #expect(harness.syncError(follower) == .notCoordinator)
        #expect(harness.syncError(leader) == .notCoordinator)
        #expect(harness.state() == "PreparingRebalance")
        harness.appendError = nil
        _ = try harness.join(Client(memberId: "c-1"))
        let rejoin = try harness.join(Client(memberId: "c-2"))
        #expect(harness.joined(rejoin)?.generationId == 2)
    }

    @Test func anOffsetInATransactionCountsWithItsMarker() throws {
        var harness = try GroupHarness()
        func replay(_ offset: Int64, _ producerId: Int64) {
            let record = GroupRecord.offsetCommit(
                OffsetCommitKey(group: "g", topic: "t", partition: 0), OffsetCommitValue(offset: offset))
            harness.shard.replay(record, producerId: producerId)
        }
        replay(1, -1)
        replay(2, 77)
        #expect(harness.committed() == 1)
        let request = OffsetFetchRequest.OffsetFetchRequestGroup(
            groupId: "g", topics: [.init(name: "t", partitionIndexes: [0])])
        let unstable = harness.shard.fetchOffsets(request, requireStable: true).topics.first?.partitions.first
        #expect(unstable?.errorCode == ErrorCode.unstableOffsetCommit.rawValue)
        #expect(unstable?.committedOffset == -1)
        harness.shard.replayTransactionEnd(producerId: 77, committed: true)
        #expect(harness.committed() == 2)
        replay(3, 78)
        harness.shard.replayTransactionEnd(producerId: 78, committed: false)
        #expect(harness.committed() == 2)
    }

    @Test func aGroupThatHasBecomeTooLargeRebalancesAtLoad() throws {
        var harness = try GroupHarness()
        var members = [Client(uuid: "1"), Client(uuid: "2")]
        try harness.stabilise(&members)
        let restarted = try GroupHarness(GroupCoordinatorConfiguration(maximumGroupSize: 1), log: harness.log)
        #expect(restarted.state() == "PreparingRebalance")
    }
}
