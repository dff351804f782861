import KafkaCoordination
import KafkaProtocol
import KafkaWire
import Testing

/// The group's state machine: joins, syncs, heartbeats and departures together.
struct RebalanceTests {
    @Test func theLeadersWordReachesEveryMember() throws {
        var harness = try GroupHarness()
        let leader = try harness.join(Client(uuid: "1", version: 3))
        let follower = try harness.join(Client(uuid: "2", version: 3))
        try harness.pass(6_000)
        #expect(harness.joined(leader)?.members.map(\.memberId) == ["c-1", "c-2"])
        #expect(harness.joined(follower)?.members.isEmpty == true)
        #expect(harness.joined(follower)?.leader == "c-1")
        let waiting = try harness.sync(Client(memberId: "c-2", generation: 1))
        #expect(harness.synced(waiting) == nil)
        let brought = try harness.sync(Client(memberId: "c-1", generation: 1), ["c-1": "a", "c-2": "b"])
        #expect(harness.assignment(brought) == "a")
        #expect(harness.assignment(waiting) == "b")
        #expect(harness.synced(waiting)?.protocolName == "range")
        #expect(harness.state() == "Stable")
        let again = try harness.sync(Client(memberId: "c-2", generation: 1))
        #expect(harness.assignment(again) == "b")
    }

    @Test func whomTheLeaderForgetsGetsNothing() throws {
        var harness = try GroupHarness()
        _ = try harness.join(Client(uuid: "1", version: 3))
        _ = try harness.join(Client(uuid: "2", version: 3))
        try harness.pass(6_000)
        let follower = try harness.sync(Client(memberId: "c-2", generation: 1))
        let leader = try harness.sync(Client(memberId: "c-1", generation: 1))
        #expect(harness.syncError(follower) == ErrorCode.none)
        #expect(harness.assignment(follower) == "")
        #expect(harness.assignment(leader) == "")
        #expect(harness.state() == "Stable")
    }

    @Test func syncIsRefused() throws {
        var harness = try GroupHarness()
        #expect(try harness.syncFault(Client(group: "")) == .invalidGroupId)
        #expect(try harness.syncFault(Client(memberId: "m")) == .unknownMemberId)
        var members = [Client()]
        try harness.stabilise(&members)
        var stranger = members[0]
        stranger.memberId = "stranger"
        #expect(try harness.syncFault(stranger) == .unknownMemberId)
        var old = members[0]
        old.generation = 0
        #expect(try harness.syncFault(old) == .illegalGeneration)
        let odd = SyncGroupRequest(
            groupId: "g", generationId: 1, memberId: members[0].memberId, protocolType: "connect")
        let refused = try harness.send { .syncGroup($0, odd) }
        #expect(harness.syncError(refused) == .inconsistentGroupProtocol)
        _ = try harness.join(Client(uuid: "2", version: 3))
        #expect(try harness.syncFault(members[0]) == .rebalanceInProgress)
    }

    @Test func aDeadMemberIsReplacedByTheLiving() throws {
        var harness = try GroupHarness()
        var members = [Client(uuid: "1"), Client(uuid: "2")]
        try harness.stabilise(&members)
        #expect(harness.state() == "Stable")
        // The leader dies; the other one heartbeats.
        for _ in 0..<3 {
            try harness.pass(3_000)
            #expect(harness.heartbeat(members[1]) == ErrorCode.none)
        }
        try harness.pass(1_000)
        #expect(harness.heartbeat(members[1]) == .rebalanceInProgress)
        #expect(harness.heartbeat(members[0]) == .unknownMemberId)
        let rejoin = try harness.join(members[1])
        #expect(harness.joined(rejoin)?.generationId == 2)
        #expect(harness.joined(rejoin)?.leader == members[1].memberId)
        #expect(harness.joined(rejoin)?.members.count == 1)
    }

    @Test func theLastMemberGoneLeavesAnEmptyGroup() throws {
        var harness = try GroupHarness()
        var members = [Client()]
        try harness.stabilise(&members)
        try harness.pass(10_000)
        #expect(harness.state() == "Empty")
        guard case .groupMetadata(_, let value?)? = try harness.records().last else {
            Issue.record("no record of the empty group")
            return
        }
        #expect(value.generation == 2)
        #expect(value.members.isEmpty)
        #expect(value.protocol == nil)
        #expect(value.leader == nil)
        #expect(value.protocolType == "consumer")
        #expect(value.currentStateTimestamp == harness.now)
    }

    @Test func heartbeatsKeepASessionAlive() throws {
        var harness = try GroupHarness()
        var members = [Client()]
        try harness.stabilise(&members)
        for _ in 0..<10 {
            try harness.pass(9_000)
            #expect(harness.heartbeat(members[0]) == ErrorCode.none)
        }
        #expect(harness.state() == "Stable")
        try harness.pass(9_999)
        #expect(harness.state() == "Stable")
        try harness.pass(1)
        #expect(harness.state() == "Empty")
    }

    @Test func heartbeatIsRefused() throws {
        var harness = try GroupHarness()
        #expect(harness.heartbeat(Client(group: "")) == .invalidGroupId)
        #expect(harness.heartbeat(Client(memberId: "m", generation: 1)) == .unknownMemberId)
        var members = [Client()]
        try harness.stabilise(&members)
        members[0].generation = 0
        #expect(harness.heartbeat(members[0]) == .illegalGeneration)
        members[0].memberId = "m"
        #expect(harness.heartbeat(members[0]) == .unknownMemberId)
    }

    @Test func whoDoesNotRejoinInTimeIsOut() throws {
        var harness = try GroupHarness()
        var members = [Client(uuid: "1", rebalanceTimeoutMs: 20_000), Client(uuid: "2", rebalanceTimeoutMs: 20_000)]
        try harness.stabilise(&members)
        let rejoin = try harness.join(members[0])
        for _ in 0..<4 {
            #expect(harness.joined(rejoin) == nil)
            try harness.pass(5_000)
            _ = harness.heartbeat(members[1])
        }
        #expect(harness.joined(rejoin)?.members.map(\.memberId) == [members[0].memberId])
        #expect(harness.heartbeat(members[1]) == .unknownMemberId)
    }

    @Test func whoDoesNotSyncInTimeIsOut() throws {
        var harness = try GroupHarness()
        _ = try harness.join(Client(uuid: "1", version: 3, sessionTimeoutMs: 100_000, rebalanceTimeoutMs: 20_000))
        _ = try harness.join(Client(uuid: "2", version: 3, sessionTimeoutMs: 100_000, rebalanceTimeoutMs: 20_000))
        try harness.pass(6_000)
        let leader = try harness.sync(Client(memberId: "c-1", generation: 1), ["c-1": "a", "c-2": "b"])
        #expect(harness.assignment(leader) == "a")
        try harness.pass(20_000)
        #expect(harness.state() == "PreparingRebalance")
        #expect(harness.heartbeat(Client(memberId: "c-2", generation: 1)) == .unknownMemberId)
        #expect(harness.heartbeat(Client(memberId: "c-1", generation: 1)) == .rebalanceInProgress)
    }

    @Test func aRebalanceSendsWaitingSyncsBack() throws {
        var harness = try GroupHarness()
        _ = try harness.join(Client(uuid: "1", version: 3))
        _ = try harness.join(Client(uuid: "2", version: 3))
        try harness.pass(6_000)
        let waiting = try harness.sync(Client(memberId: "c-2", generation: 1))
        _ = try harness.join(Client(uuid: "3", version: 3))
        #expect(harness.syncError(waiting) == .rebalanceInProgress)
        #expect(harness.state() == "PreparingRebalance")
    }

    @Test func aFollowerThatSaysNothingNewDoesNotDisturb() throws {
        var harness = try GroupHarness()
        var members = [Client(uuid: "1"), Client(uuid: "2")]
        try harness.stabilise(&members)
        let quiet = try harness.join(members[1])
        #expect(harness.joined(quiet)?.generationId == 1)
        #expect(harness.state() == "Stable")
        members[1].protocols = [("range", subscription("t", "u"))]
        let news = try harness.join(members[1])
        #expect(harness.joined(news) == nil)
        #expect(harness.state() == "PreparingRebalance")
    }

    @Test func aLeaderThatJoinsAgainWantsARebalance() throws {
        var harness = try GroupHarness()
        var members = [Client(uuid: "1"), Client(uuid: "2")]
        try harness.stabilise(&members)
        let leader = try harness.join(members[0])
        #expect(harness.state() == "PreparingRebalance")
        let follower = try harness.join(members[1])
        #expect(harness.joined(leader)?.generationId == 2)
        #expect(harness.joined(follower)?.generationId == 2)
    }

    /// Cooperative consumers keep what they own over two rebalances in a row, telling it in their metadata.
    @Test func twoRebalancesInARow() throws {
        var harness = try GroupHarness()
        var members = [Client(uuid: "1", protocols: [("cooperative-sticky", subscription("t"))])]
        try harness.stabilise(&members)
        var second = Client(uuid: "2", protocols: [("cooperative-sticky", subscription("t"))])
        let arrival = try harness.arrive(&second)
        #expect(harness.heartbeat(members[0]) == .rebalanceInProgress)
        _ = try harness.join(members[0])
        #expect(harness.joined(arrival)?.generationId == 2)
        members[0].generation = 2
        second.generation = 2
        _ = try harness.sync(members[0], [members[0].memberId: "half"])
        let empty = try harness.sync(second)
        #expect(harness.assignment(empty) == "")
        // It gave up half and says so: the second rebalance.
        members[0].protocols = [("cooperative-sticky", subscription("t", "owned"))]
        let leader = try harness.join(members[0])
        #expect(harness.heartbeat(second) == .rebalanceInProgress)
        let follower = try harness.join(second)
        #expect(harness.joined(leader)?.generationId == 3)
        #expect(harness.joined(follower)?.generationId == 3)
        #expect(harness.joined(leader)?.members.first?.metadata == subscription("t", "owned"))
    }

    @Test func leaving() throws {
        var harness = try GroupHarness()
        #expect(try harness.leave(Client(group: ""))?.errorCode == ErrorCode.invalidGroupId.rawValue)
        let unknown = try harness.leave(Client(memberId: "m"))
        #expect(unknown?.errorCode == 0)
        #expect(unknown?.members.map(\.errorCode) == [ErrorCode.unknownMemberId.rawValue])
        let old = try harness.leave(Client(memberId: "m"), version: 2)
        #expect(old?.errorCode == ErrorCode.unknownMemberId.rawValue)
        #expect(old?.members.isEmpty == true)

        var members = [Client(uuid: "1"), Client(uuid: "2")]
        try harness.stabilise(&members)
        #expect(try harness.leave(members[0])?.members.map(\.errorCode) == [0])
        #expect(harness.heartbeat(members[1]) == .rebalanceInProgress)
        let rejoin = try harness.join(members[1])
        #expect(harness.joined(rejoin)?.leader == members[1].memberId)
        #expect(try harness.leave(members[1], version: 1)?.errorCode == 0)
        #expect(harness.state() == "Empty")
    }

    @Test func aPendingMemberLeavesWithoutDisturbing() throws {
        var harness = try GroupHarness()
        var members = [Client(uuid: "1")]
        try harness.stabilise(&members)
        let pending = try harness.join(Client(uuid: "2"))
        let id = try #require(harness.joined(pending)?.memberId)
        #expect(try harness.leave(Client(memberId: id))?.members.map(\.errorCode) == [0])
        #expect(harness.state() == "Stable")
    }

    /// A member that leaves while others wait must not leave them stuck.
    @Test func departureDuringTheJoinPhaseCompletesIt() throws {
        var harness = try GroupHarness()
        var members = [Client(uuid: "1"), Client(uuid: "2"), Client(uuid: "3")]
        try harness.stabilise(&members)
        let first = try harness.join(members[0])
        let second = try harness.join(members[1])
        _ = try harness.leave(members[2])
        #expect(harness.joined(first)?.generationId == 2)
        #expect(harness.joined(second)?.generationId == 2)
    }

    @Test func closingAnswersWhoeverWaits() throws {
        var harness = try GroupHarness()
        let join = try harness.join(Client(group: "a", version: 3))
        var members = [Client(group: "b", uuid: "1"), Client(group: "b", uuid: "2")]
        try harness.stabilise(&members)
        _ = try harness.join(members[0])
        try harness.carryOut(harness.shard.close())
        #expect(harness.joinError(join) != nil)
        #expect(harness.heartbeat(members[1]) == .notCoordinator)
        #expect(try harness.joinFault(members[1]) == .notCoordinator)
        #expect(harness.shard.nextDeadline == nil)
    }
}
