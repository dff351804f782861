import Testing

@testable import KafkaBroker

@Suite struct ProducerIdAllocatorTests {
    @Test func `a block is handed out once, in order`() {
        let allocator = ProducerIdAllocator()
        #expect(allocator.next() == nil)
        allocator.refill(1000..<1003)
        #expect([allocator.next(), allocator.next(), allocator.next(), allocator.next()] == [1000, 1001, 1002, nil])
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
