import KafkaCoordination
import KafkaProtocol
import KafkaWire
import Testing

/// Static membership: KIP-345, and KIP-814 for leaders that come back.
struct StaticMemberTests {
    /// A stable group of a static leader and a dynamic follower.
    private func stable(_ version: Int16 = 9) throws -> (GroupHarness, [Client]) {
        var harness = try GroupHarness()
        var members = [
            Client(instanceId: "i", clientId: "s", uuid: "1", version: version), Client(uuid: "2", version: version),
        ]
        try harness.stabilise(&members)
        return (harness, members)
    }

    @Test func theIdBeginsWithTheInstance() throws {
        let (harness, members) = try stable()
        #expect(members.map(\.memberId) == ["i-1", "c-2"])
        #expect(harness.state() == "Stable")
    }

    @Test func aReturningMemberKeepsItsPlaceWithoutARebalance() throws {
        var (harness, members) = try stable()
        let before = harness.log.count
        let back = try harness.join(Client(instanceId: "i", uuid: "3"))
        let response = try #require(harness.joined(back))
        #expect(response.memberId == "i-3")
        #expect(response.generationId == 1)
        #expect(response.leader == "i-3")
        #expect(response.skipAssignment)
        #expect(response.members.map(\.memberId) == ["i-3", "c-2"])
        #expect(harness.state() == "Stable")
        #expect(harness.log.count == before + 1)
        // Its assignment was stored under its former id.
        let synced = try harness.sync(Client(memberId: "i-3", instanceId: "i", generation: 1))
        #expect(harness.assignment(synced) == "i-1")
        // The former self is fenced everywhere.
        #expect(harness.heartbeat(members[0]) == .fencedInstanceId)
        #expect(try harness.syncFault(members[0]) == .fencedInstanceId)
        #expect(try harness.joinFault(members[0]) == .fencedInstanceId)
        #expect(try harness.commit(members[0], 1) == .fencedInstanceId)
        #expect(try harness.leave(members[0])?.members.map(\.errorCode) == [ErrorCode.fencedInstanceId.rawValue])
        members[0].instanceId = nil
        #expect(harness.heartbeat(members[0]) == .unknownMemberId)
    }

    @Test func beforeVersion9AReturningLeaderDoesNotLearnThatItLeads() throws {
        var (harness, _) = try stable(8)
        let back = try harness.join(Client(instanceId: "i", uuid: "3", version: 8))
        let response = try #require(harness.joined(back))
        #expect(response.leader == "i-1")
        #expect(response.members.isEmpty)
        #expect(!response.skipAssignment)
    }

    @Test func aReturningMemberThatSpeaksAnotherProtocolRebalances() throws {
        var harness = try GroupHarness()
        let both = [("a", subscription("t")), ("b", subscription("t"))]
        var members = [Client(instanceId: "i", protocols: both)]
        try harness.stabilise(&members)
        let back = try harness.join(Client(instanceId: "i", uuid: "3", protocols: both.reversed()))
        #expect(harness.joined(back)?.generationId == 2)
        #expect(harness.joined(back)?.protocolName == "b")
    }

    @Test func twoWithOneInstanceIdFenceEachOtherWhileTheyWait() throws {
        var harness = try GroupHarness()
        let first = try harness.join(Client(instanceId: "i", uuid: "1"))
        let second = try harness.join(Client(instanceId: "i", uuid: "2"))
        #expect(harness.joinError(first) == .fencedInstanceId)
        #expect(harness.joined(first)?.memberId == "i-1")
        try harness.pass(3_000)
        #expect(harness.joined(second)?.members.map(\.memberId) == ["i-2"])
    }

    @Test func aReturnDuringTheSyncPhaseRebalances() throws {
        var harness = try GroupHarness()
        _ = try harness.join(Client(instanceId: "i", uuid: "1"))
        _ = try harness.join(Client(instanceId: "j", uuid: "2"))
        try harness.pass(6_000)
        let waiting = try harness.sync(Client(memberId: "j-2", instanceId: "j", generation: 1))
        let back = try harness.join(Client(instanceId: "j", uuid: "3"))
        #expect(harness.syncError(waiting) == .fencedInstanceId)
        #expect(harness.joined(back) == nil)
        #expect(harness.state() == "PreparingRebalance")
    }

    @Test func whoDoesNotRejoinStaysUntilItsSessionEnds() throws {
        var harness = try GroupHarness()
        var members = [
            Client(instanceId: "i", uuid: "1", sessionTimeoutMs: 30_000, rebalanceTimeoutMs: 5_000),
            Client(uuid: "2", sessionTimeoutMs: 30_000, rebalanceTimeoutMs: 5_000),
        ]
        try harness.stabilise(&members)
        members[1].protocols = [("range", subscription("t", "u"))]
        let rejoin = try harness.join(members[1])
        try harness.pass(5_000)
        let response = try #require(harness.joined(rejoin))
        #expect(response.leader == members[1].memberId)
        #expect(response.members.map(\.memberId) == ["i-1", "c-2"])
        #expect(harness.heartbeat(Client(memberId: "i-1", instanceId: "i", generation: 2)) == ErrorCode.none)
    }

    @Test func ifNobodyRejoinsTheGroupWaits() throws {
        var harness = try GroupHarness()
        var members = [
            Client(instanceId: "i", uuid: "1", sessionTimeoutMs: 30_000, rebalanceTimeoutMs: 5_000),
            Client(uuid: "2", sessionTimeoutMs: 30_000, rebalanceTimeoutMs: 5_000),
        ]
        try harness.stabilise(&members)
        _ = try harness.leave(members[1])
        try harness.pass(20_000)
        #expect(harness.state() == "PreparingRebalance")
        try harness.pass(10_000)
        #expect(harness.state() == "Empty")
    }

    @Test func anAdministratorRemovesByInstance() throws {
        var (harness, _) = try stable()
        #expect(try harness.leave(Client(instanceId: "i"))?.members.map(\.errorCode) == [0])
        #expect(
            try harness.leave(Client(instanceId: "i"))?.members.map(\.errorCode)
                == [ErrorCode.unknownMemberId.rawValue])
        #expect(harness.state() == "PreparingRebalance")
    }

    @Test func aReplacementThatCannotBeStoredIsTakenBack() throws {
        var (harness, members) = try stable()
        harness.appendError = .kafkaStorageError
        let back = try harness.join(Client(instanceId: "i", uuid: "3"))
        #expect(harness.joinError(back) == .notCoordinator)
        #expect(harness.heartbeat(members[0]) == ErrorCode.none)
        harness.appendError = nil
        let again = try harness.join(Client(instanceId: "i", uuid: "4"))
        #expect(harness.joined(again)?.leader == "i-4")
    }
}
