import KafkaConfiguration
import KafkaCoordination
import KafkaProtocol
import KafkaServer
import KafkaWire
import Testing

@testable import KafkaProxy

@Suite("Permits for changes of topics")
struct MutationFilterTests {
    private static let refusal = ErrorCode.throttlingQuotaExceeded.rawValue

    /// One permit a second, two samples; time stands still.
    private func filter(rate: Double? = 1) throws -> MutationFilter {
        var store = QuotaStore()
        if let rate { store.set(QuotaEntity([.clientId: .named("c")]), QuotaKind.mutation.rawValue, rate) }
        let settings = try BrokerConfiguration.load(
            properties: "controller.quota.window.num=2\nlog.dirs=/tmp/none"
        ).quotas
        return MutationFilter(quotas: QuotaEnforcer(settings, store, now: { 1_000 }))
    }

    private func send(
        _ message: any RequestMessage, _ version: Int16, to filter: MutationFilter
    ) -> (verdict: RequestVerdict, request: FilteredRequest) {
        let origin = FilterOrigin(apiKey: type(of: message).apiKey, apiVersion: version, clientId: "c")
        var request = FilteredRequest(origin: origin, message: message)
        return (filter.request(&request), request)
    }

    private func answer<Message: ResponseMessage>(
        _ message: Message, to request: FilteredRequest, by filter: MutationFilter
    ) throws -> Message {
        var response = FilteredResponse(origin: request.origin, message: message, kept: request.kept)
        _ = filter.response(&response)
        return try #require(response.message as? Message)
    }

    private func deletion(_ names: [String]) -> DeleteTopicsRequest {
        DeleteTopicsRequest(topics: names.map { .init(name: $0) })
    }

    @Test func `what no quota limits passes unread`() throws {
        let filter = try filter(rate: nil)
        let (_, request) = send(MetadataRequest(topics: nil), 12, to: filter)
        #expect(!request.wantsResponse)
        #expect(!send(deletion(["a"]), 6, to: filter).request.wantsResponse)
    }

    @Test func `a strict client is refused what is beyond, and hears of the rest`() throws {
        let filter = try filter()
        let (_, request) = send(deletion(["a", "b", "c", "d"]), 6, to: filter)
        let passed = try #require(request.message as? DeleteTopicsRequest).topics.compactMap(\.name)
        #expect(!passed.isEmpty && passed.count < 4)
        #expect(request.waitMilliseconds > 0)
        let merged = try answer(
            DeleteTopicsResponse(responses: passed.map { .init(name: $0) }), to: request, by: filter)
        #expect(merged.responses.filter { $0.errorCode == Self.refusal }.count == 4 - passed.count)
        guard case .answer(let refused) = send(deletion(["e"]), 6, to: filter).verdict else {
            Issue.record("not refused")
            return
        }
        #expect((refused as? DeleteTopicsResponse)?.responses.map(\.errorCode) == [Self.refusal])
    }

    @Test func `an older client passes and waits afterwards`() throws {
        let (_, request) = send(DeleteTopicsRequest(topicNames: ["a", "b", "c", "d"]), 4, to: try filter())
        #expect((request.message as? DeleteTopicsRequest)?.topicNames.count == 4)
        #expect(request.waitMilliseconds > 0)
    }

    @Test func `a topic counts as many as it has partitions, by name and by id`() throws {
        let id = Uuid(high: 1, low: 2)
        for topic in [DeleteTopicsRequest.DeleteTopicState(name: "a"), .init(topicId: id)] {
            let filter = try filter()
            let (_, asked) = send(MetadataRequest(topics: nil), 12, to: filter)
            #expect(asked.wantsResponse)
            _ = try answer(
                MetadataResponse(topics: [
                    .init(name: "a", topicId: id, partitions: (0..<9).map { .init(partitionIndex: $0) })
                ]), to: asked, by: filter)
            _ = send(DeleteTopicsRequest(topics: [topic]), 6, to: filter)
            guard case .answer = send(deletion(["b"]), 6, to: filter).verdict else {
                Issue.record("nine permits were not taken")
                continue
            }
        }
    }

    @Test func `what the cluster refuses is given back`() throws {
        let filter = try filter()
        let create = CreateTopicsRequest(topics: [.init(name: "a", numPartitions: 9, replicationFactor: 1)])
        let (_, request) = send(create, 7, to: filter)
        _ = try answer(
            CreateTopicsResponse(topics: [.init(name: "a", errorCode: ErrorCode.topicAlreadyExists.rawValue)]),
            to: request, by: filter)
        guard case .forward = send(create, 7, to: filter).verdict else {
            Issue.record("the permits are gone")
            return
        }
    }

    @Test func `the number that the cluster chose counts once it is known`() throws {
        let filter = try filter()
        let create = CreateTopicsRequest(topics: [.init(name: "a", numPartitions: -1, replicationFactor: 1)])
        let (_, request) = send(create, 7, to: filter)
        _ = try answer(
            CreateTopicsResponse(topics: [.init(name: "a", numPartitions: 9)]), to: request, by: filter)
        guard case .answer = send(deletion(["b"]), 6, to: filter).verdict else {
            Issue.record("the default was not counted")
            return
        }
    }

    @Test func `more partitions count by how many are new, and a check counts nothing`() throws {
        let filter = try filter()
        let check = CreatePartitionsRequest(topics: [.init(name: "a", count: 9)], validateOnly: true)
        for _ in 0..<5 {
            guard case .forward = send(check, 3, to: filter).verdict else {
                Issue.record("a check was refused")
                return
            }
        }
        let (_, asked) = send(MetadataRequest(topics: nil), 12, to: filter)
        _ = try answer(
            MetadataResponse(topics: [.init(name: "a", partitions: (0..<9).map { .init(partitionIndex: $0) })]),
            to: asked, by: filter)
        let (_, same) = send(grow(9), 3, to: filter)
        #expect(same.waitMilliseconds == 0)
        _ = send(grow(30), 3, to: filter)
        guard case .answer = send(grow(31), 3, to: filter).verdict else {
            Issue.record("21 permits were not taken")
            return
        }
    }

    private func grow(_ count: Int32) -> CreatePartitionsRequest {
        CreatePartitionsRequest(topics: [.init(name: "a", count: count)])
    }
}
