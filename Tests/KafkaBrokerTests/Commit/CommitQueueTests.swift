import Testing

@testable import KafkaBroker

/// Expectations cannot call what changes a value.
private final class Queue {
    private var queue = CommitQueue<String, Int>()

    func add(_ waiter: Int, for key: String) -> Bool { queue.add(waiter, for: key) }
    func begin(_ key: String) -> [Int] { queue.begin(key) }
    func end(_ key: String) -> Bool { queue.end(key) }
}

@Suite struct CommitQueueTests {
    @Test func oneSyncServesAllThatCameBefore() {
        let queue = Queue()
        #expect(queue.add(1, for: "log"))
        #expect(!queue.add(2, for: "log"))
        #expect(queue.begin("log") == [1, 2])
        #expect(!queue.end("log"))
    }

    @Test func whoComesWhileASyncRunsIsServedByTheNext() {
        let queue = Queue()
        #expect(queue.add(1, for: "log"))
        #expect(queue.begin("log") == [1])
        #expect(!queue.add(2, for: "log"))
        #expect(!queue.add(3, for: "log"))
        #expect(queue.end("log"))
        #expect(queue.begin("log") == [2, 3])
        #expect(!queue.end("log"))
        #expect(queue.add(4, for: "log"))
    }

    @Test func logsDoNotWaitForEachOther() {
        let queue = Queue()
        #expect(queue.add(1, for: "one"))
        #expect(queue.add(2, for: "other"))
        #expect(queue.begin("one") == [1])
        #expect(queue.begin("other") == [2])
        #expect(!queue.end("one"))
        #expect(!queue.add(3, for: "other"))
        #expect(queue.end("other"))
    }
}
