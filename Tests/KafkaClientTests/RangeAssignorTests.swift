import Testing

@testable import KafkaClient

@Suite struct RangeAssignorTests {
    private func member(_ id: String, instance: String? = nil, _ topics: String...) -> RangeAssignor.Member {
        RangeAssignor.Member(memberId: id, instanceId: instance, topics: topics)
    }

    private func partitions(_ topic: String, _ indexes: ClosedRange<Int32>) -> [TopicPartition] {
        indexes.map { TopicPartition(topic: topic, partition: $0) }
    }

    @Test func firstMembersGetTheRemainder() {
        let assigned = RangeAssignor.assign(
            members: [member("b", "t"), member("a", "t"), member("c", "t")], partitionCounts: ["t": 7])
        #expect(assigned["a"] == partitions("t", 0...2))
        #expect(assigned["b"] == partitions("t", 3...4))
        #expect(assigned["c"] == partitions("t", 5...6))
    }

    @Test func eachTopicIsCutOnItsOwn() {
        let assigned = RangeAssignor.assign(
            members: [member("a", "t", "u"), member("b", "t", "u")], partitionCounts: ["t": 3, "u": 3])
        #expect(assigned["a"] == partitions("t", 0...1) + partitions("u", 0...1))
        #expect(assigned["b"] == partitions("t", 2...2) + partitions("u", 2...2))
    }

    @Test func moreMembersThanPartitionsLeaveSomeWithNone() {
        let assigned = RangeAssignor.assign(
            members: [member("a", "t"), member("b", "t")], partitionCounts: ["t": 1])
        #expect(assigned["a"] == partitions("t", 0...0))
        #expect(assigned["b"] == [])
    }

    @Test func staticMembersComeFirstByTheirInstance() {
        let assigned = RangeAssignor.assign(
            members: [member("a", "t"), member("z", instance: "i1", "t"), member("y", instance: "i0", "t")],
            partitionCounts: ["t": 3])
        #expect(assigned["y"] == partitions("t", 0...0))
        #expect(assigned["z"] == partitions("t", 1...1))
        #expect(assigned["a"] == partitions("t", 2...2))
    }

    @Test func unknownTopicsAndOtherSubscriptionsAreLeftOut() {
        let assigned = RangeAssignor.assign(
            members: [member("a", "t"), member("b", "gone")], partitionCounts: ["t": 2])
        #expect(assigned == ["a": partitions("t", 0...1), "b": []])
    }
}
