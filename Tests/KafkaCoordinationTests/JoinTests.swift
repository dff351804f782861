import KafkaCoordination
import KafkaProtocol
import KafkaWire
import Testing

/// JoinGroup. Codes and fields of the refusals are those that a real 3.9 broker gave.
struct JoinTests {
    @Test func theFirstMemberWaitsForTheInitialDelayAndLeads() throws {
        var harness = try GroupHarness()
        let token = try harness.join(Client(version: 3))
        #expect(harness.state() == "PreparingRebalance")
        try harness.pass(2_999)
        #expect(harness.joined(token) == nil)
        try harness.pass(1)
        let response = try #require(harness.joined(token))
        #expect(response.errorCode == 0)
        #expect(response.generationId == 1)
        #expect(response.leader == "c-1")
        #expect(response.memberId == "c-1")
        #expect(response.protocolName == "range")
        #expect(response.protocolType == "consumer")
        #expect(response.members.map(\.memberId) == ["c-1"])
        #expect(response.members.first?.metadata == subscription("t"))
        #expect(harness.state() == "CompletingRebalance")
    }

    @Test func aMemberWithoutAnIdGetsOneFirst() throws {
        var harness = try GroupHarness()
        var client = Client()
        let first = try harness.join(client)
        #expect(harness.joinError(first) == .memberIdRequired)
        #expect(harness.joined(first)?.memberId == "c-1")
        #expect(harness.joined(first)?.protocolName == nil)
        #expect(harness.state() == "Empty")
        client.memberId = "c-1"
        let second = try harness.join(client)
        try harness.pass(3_000)
        #expect(harness.joinError(second) == ErrorCode.none)
    }

    @Test func anIdThatIsNotUsedLapses() throws {
        var harness = try GroupHarness()
        var client = Client()
        _ = try harness.join(client)
        try harness.pass(10_000)
        client.memberId = "c-1"
        #expect(try harness.joinFault(client) == .unknownMemberId)
    }

    @Test func aPendingIdHoldsUpTheJoinPhaseUntilItLapses() throws {
        var harness = try GroupHarness()
        var members = [Client()]
        try harness.stabilise(&members)
        _ = try harness.join(Client(uuid: "2"))
        let rejoin = try harness.join(members[0])
        #expect(harness.joined(rejoin) == nil)
        try harness.pass(10_000)
        #expect(harness.joined(rejoin)?.generationId == 2)
    }

    @Test func eachNewcomerExtendsTheInitialDelayUpToTheRebalanceTimeout() throws {
        var harness = try GroupHarness()
        var tokens: [Int] = []
        for member in 0..<4 {
            tokens.append(
                try harness.join(Client(uuid: "\(member)", version: 3, rebalanceTimeoutMs: 7_000)))
            try harness.pass(2_000)
        }
        #expect(tokens.allSatisfy { harness.joined($0)?.generationId == 1 })
        #expect(harness.ticks.last == 1_007_000)
    }

    @Test func withoutInitialDelayTheFirstMemberJoinsAtOnce() throws {
        var harness = try GroupHarness(GroupCoordinatorConfiguration(initialRebalanceDelayMs: 0))
        let token = try harness.join(Client(version: 3))
        try harness.pass(0)
        #expect(harness.joined(token)?.generationId == 1)
    }

    @Test func version0HasNoRebalanceTimeout() throws {
        var harness = try GroupHarness()
        let first = try harness.join(Client(version: 0))
        try harness.pass(3_000)
        #expect(harness.joined(first)?.generationId == 1)
        let record = try #require(try harness.shardSnapshot("g"))
        #expect(record == 10_000)
    }

    @Test(arguments: [
        (Client(group: ""), ErrorCode.invalidGroupId),
        (Client(sessionTimeoutMs: 1), .invalidSessionTimeout),
        (Client(sessionTimeoutMs: 1_000_000_000), .invalidSessionTimeout),
        (Client(memberId: "nobody"), .unknownMemberId),
        (Client(type: ""), .inconsistentGroupProtocol),
        (Client(protocols: []), .inconsistentGroupProtocol),
    ])
    func isRefused(_ client: Client, _ error: ErrorCode) throws {
        var harness = try GroupHarness()
        let token = try harness.join(client)
        #expect(harness.joinError(token) == error)
        #expect(harness.joined(token)?.memberId == client.memberId)
        #expect(harness.joined(token)?.generationId == -1)
        #expect(harness.joined(token)?.protocolName == nil)
        #expect(harness.shard.groupCount == 0)
        #expect(harness.log.isEmpty)
    }

    @Test func protocolsMustAgree() throws {
        var harness = try GroupHarness()
        _ = try harness.join(Client(version: 3))
        let other = try harness.join(Client(uuid: "2", version: 3, protocols: [("other", subscription())]))
        #expect(harness.joinError(other) == .inconsistentGroupProtocol)
        // Not nullable before v7.
        #expect(harness.joined(other)?.protocolName == "")
        let connect = try harness.join(Client(uuid: "3", version: 3, type: "connect"))
        #expect(harness.joinError(connect) == .inconsistentGroupProtocol)
    }

    @Test func theProtocolThatMostPreferWins() throws {
        var harness = try GroupHarness()
        let both = [("sticky", subscription("t")), ("range", subscription("t"))]
        var tokens = [try harness.join(Client(uuid: "1", version: 3, protocols: both))]
        tokens.append(try harness.join(Client(uuid: "2", version: 3, protocols: both.reversed())))
        tokens.append(
            try harness.join(Client(uuid: "3", version: 3, protocols: both.reversed() + [("x", subscription())])))
        try harness.pass(60_000)
        #expect(tokens.map { harness.joined($0)?.protocolName } == ["range", "range", "range"])
    }

    @Test func aFullGroupTakesNobody() throws {
        var harness = try GroupHarness(GroupCoordinatorConfiguration(maximumGroupSize: 2))
        for member in 0..<3 {
            let token = try harness.join(Client(uuid: "\(member)", version: 3))
            #expect(harness.joinError(token) == (member < 2 ? nil : .groupMaxSizeReached))
        }
    }

    @Test func pendingIdsAreBounded() throws {
        var harness = try GroupHarness(GroupCoordinatorConfiguration(maximumPendingMembers: 2))
        let errors = try (0..<3).map { try harness.joinFault(Client(uuid: "\($0)")) }
        #expect(errors == [.memberIdRequired, .memberIdRequired, .coordinatorNotAvailable])
    }

    @Test func aNewMemberThatNeverHearsFromUsIsDroppedInTheEnd() throws {
        var harness = try GroupHarness()
        var members = [Client(sessionTimeoutMs: 1_800_000, rebalanceTimeoutMs: 1_800_000)]
        try harness.stabilise(&members)
        let token = try harness.join(Client(uuid: "2", version: 3))
        try harness.pass(299_999)
        #expect(harness.joined(token) == nil)
        try harness.pass(1)
        #expect(harness.joinError(token) == .unknownMemberId)
    }

    @Test func aRepeatedJoinIsTheOneThatCounts() throws {
        var harness = try GroupHarness()
        var client = Client()
        let first = try harness.arrive(&client)
        let second = try harness.join(client)
        #expect(harness.joinError(first) == .rebalanceInProgress)
        try harness.pass(3_000)
        #expect(harness.joined(second)?.generationId == 1)
    }
}

extension GroupHarness {
    /// The rebalance timeout of the first member that is recorded for the group after its leader synced.
    mutating func shardSnapshot(_ group: String) throws -> Int32? {
        var client = Client(memberId: "c-1")
        client.generation = 1
        _ = try sync(client)
        guard case .groupMetadata(_, let value?)? = try records().last else { return nil }
        return value.members.first?.rebalanceTimeout
    }
}
