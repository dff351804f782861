import KafkaCoordination
import KafkaProtocol
import KafkaServer
import KafkaWire
import NIOCore
import Synchronization
import Testing

@testable import KafkaBroker

/// How the answers about partitions become one answer, in a session and without one.
@Suite struct FetchWorkTests {
    private func target(_ topic: String, _ index: Int32) -> FetchTarget {
        FetchTarget(
            topicName: topic, topicId: .zero, index: index, partition: nil, error: .unknownTopicOrPartition,
            fetchOffset: 0, maxBytes: 100, currentLeaderEpoch: -1, lastFetchedEpoch: -1)
    }

    private func result(_ highWatermarks: [Int64]) -> FetchReader.Result {
        FetchReader.Result(
            partitions: highWatermarks.enumerated().map {
                .init(
                    partitionIndex: Int32($0.offset), errorCode: 0, highWatermark: $0.element, lastStableOffset: 0,
                    logStartOffset: 0, abortedTransactions: nil, preferredReadReplica: -1, records: .empty)
            })
    }

    private func request(epoch: Int32, session: Int32 = 0) -> FetchRequest {
        FetchRequest(
            sessionId: session, sessionEpoch: epoch,
            topics: [
                .init(topic: "a", partitions: [.init(partition: 0), .init(partition: 1)]),
                .init(topic: "b", partitions: [.init(partition: 2)]),
            ])
    }

    private func work(_ session: FetchWork.Session) -> FetchWork {
        FetchWork(
            session: session, targets: [target("a", 0), target("a", 1), target("b", 2)], apiVersion: 12,
            maxBytes: 100, readCommitted: false)
    }

    @Test func `partitions of a topic that follow each other share its entry`() {
        let response = work(.none).response(result([1, 2, 3]), sessions: Mutex(FetchSessionCache()), now: 0)
        #expect(response.sessionId == 0)
        #expect(response.responses.map(\.topic) == ["a", "b"])
        #expect(response.responses.map { $0.partitions.map(\.highWatermark) } == [[1, 2], [3]])
    }

    @Test func `a session begins with everything and goes on with what is new`() throws {
        let sessions = Mutex(FetchSessionCache())
        let first = work(.starting(request(epoch: 0))).response(result([1, 2, 3]), sessions: sessions, now: 0)
        #expect(first.sessionId != 0)
        #expect(first.responses.count == 2)
        let follow = FetchRequest(sessionId: first.sessionId, sessionEpoch: 1)
        let opened = sessions.withLock { $0.open(follow, apiVersion: 12, now: 1) }
        guard case .incremental(let fetch) = opened else {
            Issue.record("the session was not found")
            return
        }
        let second = work(.continuing(fetch.ticket)).response(result([1, 9, 3]), sessions: sessions, now: 1)
        #expect(second.sessionId == first.sessionId)
        #expect(second.responses.map { $0.partitions.map(\.highWatermark) } == [[9]])
    }

    @Test func `a missing partition is an error that the client hears at once`() {
        let read = work(.none).read()
        #expect(read.mustAnswer)
        #expect(read.byteCount == 0)
        #expect(read.partitions.map(\.errorCode) == [3, 3, 3])
        #expect(read.partitions.map(\.highWatermark) == [-1, -1, -1])
    }
}
