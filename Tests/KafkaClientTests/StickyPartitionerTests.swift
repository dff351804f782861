import Testing

@testable import KafkaClient

@Suite struct StickyPartitionerTests {
    @Test func staysForABatchThenMovesOn() {
        var partitioner = StickyPartitioner()
        var generator = SystemRandomNumberGenerator()
        var chosen: [Int32?] = []
        for _ in 0..<6 {
            chosen.append(
                partitioner.partition(forRecordOf: 40, among: [0, 1, 2], batchSize: 100, using: &generator))
        }
        #expect(Set(chosen[0..<3]).count == 1)
        #expect(Set(chosen[3..<6]).count == 1)
        #expect(chosen[0] != chosen[3])
    }

    @Test func leavesAPartitionWithoutLeader() {
        var partitioner = StickyPartitioner()
        var generator = SystemRandomNumberGenerator()
        let first = partitioner.partition(forRecordOf: 1, among: [4], batchSize: 100, using: &generator)
        let second = partitioner.partition(forRecordOf: 1, among: [5], batchSize: 100, using: &generator)
        let none = partitioner.partition(forRecordOf: 1, among: [], batchSize: 100, using: &generator)
        #expect(first == 4)
        #expect(second == 5)
        #expect(none == nil)
    }
}
