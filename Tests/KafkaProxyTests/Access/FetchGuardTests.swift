import KafkaCoordination
import KafkaProtocol
import KafkaServer
import KafkaWire
import Testing

@testable import KafkaProxy

@Suite struct FetchGuardTests {
    private let refused = ErrorCode.topicAuthorizationFailed.rawValue

    private func fetch(
        _ topics: [String], sessionId: Int32 = 0, epoch: Int32 = 0, forgotten: [String] = []
    ) -> FetchRequest {
        FetchRequest(
            maxWaitMs: 500, minBytes: 1, sessionId: sessionId, sessionEpoch: epoch,
            topics: topics.map { .init(topic: $0, partitions: [.init(partition: 0)]) },
            forgottenTopicsData: forgotten.map { .init(topic: $0, partitions: [0]) })
    }

    private func codes(_ decision: FetchGuard.Decision) -> [Int16]? {
        switch decision {
        case .answer(let answer): answer.errorCode == 0 ? nil : [answer.errorCode]
        case .pass(_, let failures): failures.flatMap(\.partitions).map(\.errorCode)
        }
    }

    @Test func `what is refused is told with every answer of the session`() throws {
        let test = try TestGate([TestGate.may(.read, .topic, "orders")])
        let gate = test.gate(.fetch, version: 12)
        var fetches = FetchGuard()
        var request = fetch(["orders", "hidden"])
        #expect(codes(fetches.request(&request, gate, rules: 1)) == [refused])
        #expect(request.topics.map(\.topic) == ["orders"])
        #expect(request.maxWaitMs == 0)
        fetches.answered(sessionId: 5, to: fetches.generation)
        request = fetch([], sessionId: 5, epoch: 1)
        #expect(codes(fetches.request(&request, gate, rules: 1)) == [refused])
        request = fetch([], sessionId: 5, epoch: 2, forgotten: ["hidden"])
        #expect(codes(fetches.request(&request, gate, rules: 1)) == [])
        #expect(request.maxWaitMs == 500)
        request = fetch(["hidden"], sessionId: 5, epoch: 3)
        #expect(codes(fetches.request(&request, gate, rules: 1)) == [refused])
        #expect(request.topics.isEmpty)
    }

    @Test func `a session ends when the rules change, and nobody joins another's`() throws {
        let test = try TestGate([TestGate.may(.read, .topic, "orders")])
        let gate = test.gate(.fetch, version: 12)
        let notFound = ErrorCode.fetchSessionIdNotFound.rawValue
        var fetches = FetchGuard()
        var request = fetch(["orders"])
        #expect(codes(fetches.request(&request, gate, rules: 1)) == [])
        fetches.answered(sessionId: 5, to: fetches.generation)
        request = fetch([], sessionId: 6, epoch: 1)
        #expect(codes(fetches.request(&request, gate, rules: 1)) == [notFound])
        request = fetch([], sessionId: 5, epoch: 1)
        #expect(codes(fetches.request(&request, gate, rules: 1)) == [])
        request = fetch([], sessionId: 5, epoch: 2)
        #expect(codes(fetches.request(&request, gate, rules: 2)) == [notFound])
        request = fetch(["orders"])
        #expect(codes(fetches.request(&request, gate, rules: 2)) == [])
    }

    @Test func `the answer to an earlier fetch opens no session when another began anew`() throws {
        let gate = try TestGate([TestGate.may(.read, .topic, "orders")]).gate(.fetch, version: 12)
        var fetches = FetchGuard()
        var request = fetch(["orders"])
        #expect(codes(fetches.request(&request, gate, rules: 1)) == [])
        let earlier = fetches.generation
        request = fetch(["orders"])
        #expect(codes(fetches.request(&request, gate, rules: 2)) == [])
        fetches.answered(sessionId: 5, to: earlier)
        request = fetch([], sessionId: 5, epoch: 1)
        #expect(
            codes(fetches.request(&request, gate, rules: 2)) == [ErrorCode.fetchSessionIdNotFound.rawValue])
        fetches.answered(sessionId: 6, to: fetches.generation)
        request = fetch([], sessionId: 6, epoch: 1)
        #expect(codes(fetches.request(&request, gate, rules: 2)) == [])
    }

    @Test func `a fetch of nothing that may be read is answered here`() throws {
        let test = try TestGate([])
        var fetches = FetchGuard()
        var request = fetch(["hidden"])
        guard case .answer(let answer) = fetches.request(&request, test.gate(.fetch, version: 12), rules: 1) else {
            Issue.record("the fetch passes")
            return
        }
        #expect(answer.responses.map(\.topic) == ["hidden"])
        #expect(answer.responses.flatMap(\.partitions).map(\.errorCode) == [refused])
        // Who says to be a broker must be one that may act for the cluster.
        request = fetch(["orders"])
        request.replicaId = 2
        let reader = try TestGate([TestGate.may(.read, .topic, "orders")]).gate(.fetch, version: 12)
        guard case .answer = fetches.request(&request, reader, rules: 1) else {
            Issue.record("the follower's fetch passes")
            return
        }
    }

    @Test func `ids stand for the names that are known of them`() throws {
        let gate = try TestGate([TestGate.may(.read, .topic, "orders")]).gate(.fetch, version: 13)
        var fetches = FetchGuard()
        var request = FetchRequest(
            maxWaitMs: 500, minBytes: 1,
            topics: [TestGate.orders, TestGate.hidden, Uuid(high: 9, low: 9)].map {
                .init(topicId: $0, partitions: [.init(partition: 0)])
            })
        let codes = codes(fetches.request(&request, gate, rules: 1))
        #expect(codes.map(Set.init) == [refused, ErrorCode.unknownTopicId.rawValue])
        #expect(request.topics.map(\.topicId) == [TestGate.orders])
    }
}
