import KafkaProtocol
import Testing

@testable import KafkaBroker

@Suite struct ProducerIdAllocatorTests {
    @Test func `a block is handed out once, in order`() {
        let allocator = ProducerIdAllocator()
        #expect(allocator.next() == nil)
        allocator.refill(1000..<1003)
        #expect([allocator.next(), allocator.next(), allocator.next(), allocator.next()] == [1000, 1001, 1002, nil])
    }

    @Test func `ids that logs remember are behind`() async throws {
        let directory = TestBroker.newDirectory()
        defer { removeDirectories([directory]) }
        var broker = try await TestBroker.start(in: directory, [])
        var client = try await broker.client()
        try await client.createTopic("t")
        for id: Int64 in [5_000, .max] {
            let records = try batch(
                ["a"], timestamp: BrokerClock.system.now(), producerId: id, producerEpoch: 0, sequence: 0)
            #expect(try await client.produce(records, to: "t").errorCode == 0)
        }
        await client.close()
        await broker.stop()
        broker = try await TestBroker.start(in: directory, [])
        client = try await broker.client()
        let answer = try await client.call(InitProducerIdRequest(transactionalId: nil), version: 5)
        #expect(answer.producerId == 5_001)
        await client.close()
        await broker.stop()
    }

    @Test func `a second block does not cut the first short`() {
        let allocator = ProducerIdAllocator()
        allocator.refill(0..<2)
        #expect(allocator.next() == 0)
        allocator.refill(2..<4)
        #expect(allocator.next() == 1)
        #expect(allocator.next() == nil)
    }
}
