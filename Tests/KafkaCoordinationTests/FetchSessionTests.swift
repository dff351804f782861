import KafkaCoordination
import KafkaProtocol
import KafkaWire
import NIOCore
import Testing

/// Incremental fetch sessions (KIP-227), and topic ids in them (KIP-516).
struct FetchSessionTests {
    private static let quiet = FetchOutcome(highWatermark: 10, logStartOffset: 0)

    private func request(
        _ session: Int32 = 0, _ epoch: Int32 = -1, _ topics: [String: [Int32]] = [:],
        forget: [String: [Int32]] = [:], offset: Int64 = 0
    ) -> FetchRequest {
        FetchRequest(
            sessionId: session, sessionEpoch: epoch,
            topics: topics.sorted { $0.key < $1.key }.map { name, partitions in
                .init(topic: name, partitions: partitions.map { .init(partition: $0, fetchOffset: offset) })
            },
            forgottenTopicsData: forget.sorted { $0.key < $1.key }.map { .init(topic: $0.key, partitions: $0.value) })
    }

    /// A cache with one session, whose partitions were all told 10 as their high watermark.
    private func cacheWithSession(
        _ topics: [String: [Int32]], version: Int16 = 12
    ) -> (FetchSessionCache, Int32) {
        var cache = FetchSessionCache()
        let full = request(0, 0, topics)
        _ = cache.open(full, apiVersion: version, now: 0)
        let count = topics.values.reduce(0) { $0 + $1.count }
        let id = cache.create(
            for: full, apiVersion: version, outcomes: Array(repeating: Self.quiet, count: count), randomId: 7, now: 0)
        return (cache, id)
    }

    private func incremental(_ context: FetchContext) -> IncrementalFetch? {
        if case .incremental(let fetch) = context { fetch } else { nil }
    }

    private func refusal(_ context: FetchContext) -> ErrorCode? {
        if case .refused(let error) = context { error } else { nil }
    }

    private func included(_ answer: IncrementalAnswer) -> [Int]? {
        if case .include(let places) = answer { places } else { nil }
    }

    @Test func aRequestWithoutASessionGetsNone() {
        var cache = FetchSessionCache()
        guard case .sessionless = cache.open(request(0, -1, ["t": [0]]), apiVersion: 12, now: 0) else {
            Issue.record("a session came of nothing")
            return
        }
        #expect(cache.count == 0)
    }

    @Test func afterAFullFetchOnlyNewsIsTold() throws {
        var (cache, id) = cacheWithSession(["t": [0, 1, 2]])
        #expect(id == 7)
        let fetch = try #require(incremental(cache.open(request(id, 1), apiVersion: 12, now: 0)))
        #expect(fetch.partitions.map(\.partition) == [0, 1, 2])
        #expect(fetch.sessionId == 7)
        let nothing = cache.finish(fetch.ticket, outcomes: [Self.quiet, Self.quiet, Self.quiet])
        #expect(included(nothing) == [])
        let news: [FetchOutcome] = [
            FetchOutcome(highWatermark: 11, logStartOffset: 0), FetchOutcome(highWatermark: 10, logStartOffset: 1),
            Self.quiet,
        ]
        let second = try #require(incremental(cache.open(request(id, 2), apiVersion: 12, now: 0)))
        #expect(included(cache.finish(second.ticket, outcomes: news)) == [0, 1])
        // Told once.
        let third = try #require(incremental(cache.open(request(id, 3), apiVersion: 12, now: 0)))
        #expect(included(cache.finish(third.ticket, outcomes: news)) == [])
    }

    @Test func recordsErrorsAndRedirectionsAreAlwaysTold() throws {
        var (cache, id) = cacheWithSession(["t": [0, 1, 2]])
        for epoch: Int32 in 1...2 {
            let fetch = try #require(incremental(cache.open(request(id, epoch), apiVersion: 12, now: 0)))
            let outcomes = fetch.partitions.map { partition in
                switch partition.partition {
                case 0: FetchOutcome(highWatermark: 10, logStartOffset: 0, hasRecords: true)
                case 1: FetchOutcome(errorCode: 6)
                default: FetchOutcome(highWatermark: 10, logStartOffset: 0, redirects: true)
                }
            }
            #expect(included(cache.finish(fetch.ticket, outcomes: outcomes)) == [0, 1, 2])
        }
        // After an error even the old high watermark is news.
        let fetch = try #require(incremental(cache.open(request(id, 3), apiVersion: 12, now: 0)))
        let places = included(cache.finish(fetch.ticket, outcomes: [Self.quiet, Self.quiet, Self.quiet]))
        #expect(places?.map { fetch.partitions[$0].partition } == [1])
    }

    @Test func whoGotRecordsComesLastNextTime() throws {
        var (cache, id) = cacheWithSession(["t": [0, 1, 2]])
        let fetch = try #require(incremental(cache.open(request(id, 1), apiVersion: 12, now: 0)))
        let data = FetchOutcome(highWatermark: 10, logStartOffset: 0, hasRecords: true)
        _ = cache.finish(fetch.ticket, outcomes: [data, Self.quiet, Self.quiet])
        let next = try #require(incremental(cache.open(request(id, 2), apiVersion: 12, now: 0)))
        #expect(next.partitions.map(\.partition) == [1, 2, 0])
    }

    @Test func aSessionChangesWithItsRequests() throws {
        var (cache, id) = cacheWithSession(["a": [0, 1], "b": [0]])
        let change = request(id, 1, ["a": [1], "c": [5]], forget: ["a": [0], "nobody": [1]], offset: 99)
        let fetch = try #require(incremental(cache.open(change, apiVersion: 12, now: 0)))
        #expect(fetch.partitions.map { "\($0.topic)\($0.partition)@\($0.fetchOffset)" } == ["a1@99", "b0@0", "c5@99"])
        #expect(cache.partitionCount == 3)
        // A partition that is new is told whatever there is to say.
        let outcomes = [Self.quiet, Self.quiet, Self.quiet]
        #expect(included(cache.finish(fetch.ticket, outcomes: outcomes)) == [2])
        // Without partitions there is no session.
        let end = request(id, 2, forget: ["a": [1], "b": [0], "c": [5]])
        guard case .sessionless = cache.open(end, apiVersion: 12, now: 0) else {
            Issue.record("an empty session stays")
            return
        }
        #expect(cache.count == 0)
        #expect(cache.partitionCount == 0)
    }

    @Test func wrongIdsAndEpochsAreRefused() throws {
        var (cache, id) = cacheWithSession(["t": [0]])
        #expect(refusal(cache.open(request(12_345, 3), apiVersion: 12, now: 0)) == .fetchSessionIdNotFound)
        #expect(refusal(cache.open(request(id, 5), apiVersion: 12, now: 0)) == .invalidFetchSessionEpoch)
        #expect(refusal(cache.open(request(id, 1), apiVersion: 13, now: 0)) == .fetchSessionTopicIdError)
        // The refusals changed nothing.
        #expect(incremental(cache.open(request(id, 1), apiVersion: 12, now: 0)) != nil)
        #expect(refusal(cache.open(request(id, 1), apiVersion: 12, now: 0)) == .invalidFetchSessionEpoch)
    }

    @Test func aFetchOvertakenByAnotherIsInvalid() throws {
        var (cache, id) = cacheWithSession(["t": [0]])
        let first = try #require(incremental(cache.open(request(id, 1), apiVersion: 12, now: 0)))
        _ = cache.open(request(id, 2), apiVersion: 12, now: 0)
        guard case .invalidEpoch = cache.finish(first.ticket, outcomes: [Self.quiet]) else {
            Issue.record("an overtaken fetch was answered")
            return
        }
    }

    @Test func closingAndReplacing() throws {
        var (cache, id) = cacheWithSession(["t": [0]])
        guard case .full = cache.open(request(id, 0, ["t": [0]]), apiVersion: 12, now: 0) else {
            Issue.record("no new session")
            return
        }
        #expect(cache.count == 0)
        (cache, id) = cacheWithSession(["t": [0]])
        guard case .sessionless = cache.open(request(id, -1, ["t": [0]]), apiVersion: 12, now: 0) else {
            Issue.record("a closed session stays")
            return
        }
        #expect(cache.count == 0)
    }

    @Test func aSessionClosedWhileItIsReadStillTellsWhatIsNew() throws {
        var (cache, id) = cacheWithSession(["t": [0]])
        let fetch = try #require(incremental(cache.open(request(id, 1, ["t": [1]]), apiVersion: 12, now: 0)))
        _ = cache.open(request(id, -1), apiVersion: 12, now: 0)
        #expect(cache.count == 0)
        // Partition 1 was added by the request that waits: its client knows nothing of it yet.
        #expect(included(cache.finish(fetch.ticket, outcomes: [Self.quiet, Self.quiet])) == [1])
        // It ends with that answer.
        #expect(included(cache.finish(fetch.ticket, outcomes: [Self.quiet, Self.quiet])) == [])
    }

    @Test func topicIdsTellTopicsApart() throws {
        let old = Uuid(high: 1, low: 1)
        let new = Uuid(high: 2, low: 2)
        var cache = FetchSessionCache()
        let full = FetchRequest(
            sessionEpoch: 0, topics: [.init(topicId: old, partitions: [.init(partition: 0)])])
        _ = cache.open(full, apiVersion: 13, now: 0)
        let id = cache.create(for: full, apiVersion: 13, outcomes: [FetchOutcome(errorCode: 100)], randomId: -3, now: 0)
        #expect(id > 0)
        // The topic was made anew under another id; the old one is forgotten, and so is one without an id.
        let change = FetchRequest(
            sessionId: id, sessionEpoch: 1, topics: [.init(topicId: new, partitions: [.init(partition: 0)])],
            forgottenTopicsData: [.init(topicId: old, partitions: [0]), .init(topicId: .zero, partitions: [0])])
        let fetch = try #require(incremental(cache.open(change, apiVersion: 13, now: 0)))
        #expect(fetch.partitions.map(\.topicId) == [new])
    }

    @Test func aPartitionNamedTwiceIsOne() throws {
        var cache = FetchSessionCache()
        let full = request(0, 0, ["t": [0, 0, 1]])
        let outcomes = Array(repeating: Self.quiet, count: 3)
        let id = cache.create(for: full, apiVersion: 12, outcomes: outcomes, randomId: 1, now: 0)
        let fetch = try #require(incremental(cache.open(request(id, 1), apiVersion: 12, now: 0)))
        #expect(fetch.partitions.map(\.partition) == [0, 1])
    }

    @Test func roomIsMadeByKafkasRules() {
        var cache = FetchSessionCache(slots: 2, evictionAgeMs: 100)
        func create(_ partitions: Int32, now: Int64, follower: Bool = false) -> Int32 {
            let full = request(0, 0, ["t": Array(0..<partitions)])
            return cache.create(
                for: full, apiVersion: 12, outcomes: [], isFollower: follower, randomId: 1, now: now)
        }
        let small = create(1, now: 0)
        let large = create(3, now: 0)
        #expect([small, large] == [1, 2])
        // Both are young: no room.
        #expect(create(2, now: 50) == 0)
        // A follower displaces a consumer's session, the smallest one.
        let follower = create(1, now: 50, follower: true)
        #expect(follower == 1)
        // In use and old enough: the larger one displaces the smaller, but not the other way round.
        _ = cache.open(request(large, 1), apiVersion: 12, now: 120)
        #expect(create(3, now: 130) == 0)
        #expect(create(4, now: 130) == 2)
        // Idle for long: anyone may have the place.
        #expect(create(1, now: 1_000) > 0)
        #expect(cache.evictions == 3)
        #expect(cache.count == 2)
    }

    @Test func partitionsAreBoundedAltogether() {
        var cache = FetchSessionCache(maximumPartitions: 4)
        let full = request(0, 0, ["t": [0, 1, 2]])
        let id = cache.create(for: full, apiVersion: 12, outcomes: [], randomId: 1, now: 0)
        #expect(id == 1)
        #expect(cache.create(for: full, apiVersion: 12, outcomes: [], randomId: 1, now: 0) == 0)
        let growth = request(id, 1, ["u": [0, 1]])
        #expect(refusal(cache.open(growth, apiVersion: 12, now: 0)) == .fetchSessionIdNotFound)
        #expect(cache.partitionCount == 0)
    }

    @Test func epochsGoOnAfterTheLargest() throws {
        var (cache, id) = cacheWithSession(["t": [0]])
        cache.setEpoch(of: id, to: .max)
        _ = try #require(incremental(cache.open(request(id, .max), apiVersion: 12, now: 0)))
        #expect(incremental(cache.open(request(id, 1), apiVersion: 12, now: 0)) != nil)
    }
}
