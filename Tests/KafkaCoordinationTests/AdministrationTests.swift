import KafkaCoordination
import KafkaProtocol
import KafkaWire
import NIOCore
import Testing

/// DescribeGroups, ListGroups and DeleteGroups.
struct AdministrationTests {
    @Test func describing() throws {
        var harness = try GroupHarness()
        var members = [Client(instanceId: "i")]
        try harness.stabilise(&members)
        let group = harness.shard.describe(groupId: "g", apiVersion: 5)
        #expect(group.groupState == "Stable")
        #expect(group.protocolType == "consumer")
        #expect(group.protocolData == "range")
        let member = try #require(group.members.first)
        #expect(member.memberId == "i-1")
        #expect(member.groupInstanceId == "i")
        #expect(member.clientId == "c")
        #expect(member.clientHost == "/127.0.0.1")
        #expect(member.memberMetadata == subscription("t"))
        #expect(String(buffer: member.memberAssignment) == "i-1")
        _ = try harness.join(Client(uuid: "2", version: 3))
        let moving = harness.shard.describe(groupId: "g", apiVersion: 5)
        #expect(moving.groupState == "PreparingRebalance")
        #expect(moving.protocolData == "")
        #expect(moving.members.first?.memberMetadata.readableBytes == 0)
    }

    @Test func whatIsNotThereIsDead() throws {
        let harness = try GroupHarness()
        let old = harness.shard.describe(groupId: "nog", apiVersion: 5)
        #expect(old.errorCode == 0)
        #expect(old.groupState == "Dead")
        let new = harness.shard.describe(groupId: "nog", apiVersion: 6)
        #expect(new.errorCode == ErrorCode.groupIdNotFound.rawValue)
        #expect(new.errorMessage == "Group nog not found.")
    }

    @Test func listing() throws {
        var harness = try GroupHarness()
        _ = try harness.commit(Client(group: "b"), 1)
        var members = [Client(group: "c")]
        try harness.stabilise(&members)
        _ = try harness.commit(Client(group: "a"), 1)
        func list(_ states: [String] = [], _ types: [String] = []) -> [String] {
            harness.shard.listGroups(statesFilter: states, typesFilter: types).map(\.groupId)
        }
        #expect(list() == ["a", "b", "c"])
        #expect(list(["stable"]) == ["c"])
        #expect(list(["Empty", "Dead"]) == ["a", "b"])
        #expect(list([], ["CLASSIC"]) == ["a", "b", "c"])
        #expect(list([], ["consumer"]) == [])
        let stable = try #require(harness.shard.listGroups(statesFilter: ["Stable"], typesFilter: []).first)
        #expect(stable.protocolType == "consumer")
        #expect(stable.groupState == "Stable")
        #expect(stable.groupType == "classic")
    }

    @Test func deleting() throws {
        var harness = try GroupHarness()
        _ = try harness.commit(Client(group: "old"), 1)
        var members = [Client(group: "alive")]
        try harness.stabilise(&members)
        let request = DeleteGroupsRequest(groupsNames: ["old", "alive", "nog", "old"])
        let token = try harness.send { .deleteGroups($0, request) }
        guard case .deleteGroups(let response)? = harness.answers[token] else {
            Issue.record("no answer")
            return
        }
        #expect(response.results.map(\.groupId) == ["old", "alive", "nog"])
        #expect(
            response.results.map { ErrorCode(rawValue: $0.errorCode) } == [.none, .nonEmptyGroup, .groupIdNotFound])
        #expect(harness.committed("old") == -1)
        #expect(harness.shard.groupCount == 1)
        let restarted = try GroupHarness(log: harness.log)
        #expect(restarted.shard.groupCount == 1)
    }
}
