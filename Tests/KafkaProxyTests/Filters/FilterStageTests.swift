import KafkaClient
import KafkaProtocol
import KafkaWire
import NIOCore
import Synchronization
import Testing

@testable import KafkaProxy

/// A filter made of closures, which notes what it saw.
final class ProbeFilter: ProxyFilter {
    let interests: [FilterInterest]
    let refusesOtherApis: Bool
    private let onRequest: @Sendable (inout FilteredRequest) -> RequestVerdict
    private let onResponse: @Sendable (inout FilteredResponse) -> ResponseVerdict
    private let notes = Mutex<[String]>([])

    init(
        _ interests: FilterInterest..., refusesOtherApis: Bool = false,
        request: @escaping @Sendable (inout FilteredRequest) -> RequestVerdict = { _ in .forward },
        response: @escaping @Sendable (inout FilteredResponse) -> ResponseVerdict = { _ in .forward }
    ) {
        self.interests = interests
        self.refusesOtherApis = refusesOtherApis
        onRequest = request
        onResponse = response
    }

    var seen: [String] { notes.withLock { $0 } }

    func request(_ request: inout FilteredRequest) -> RequestVerdict {
        notes.withLock { $0.append("request \(request.apiKey.name)") }
        return onRequest(&request)
    }

    func response(_ response: inout FilteredResponse) -> ResponseVerdict {
        notes.withLock { $0.append("response \(response.apiKey.name)") }
        return onResponse(&response)
    }
}

@Suite("The stage of filters")
struct FilterStageTests {
    private func create(_ connection: KafkaConnection, _ topic: String) async throws {
        let answer = try await connection.send(
            CreateTopicsRequest(topics: [.init(name: topic, numPartitions: 1, replicationFactor: 1)], timeoutMs: 9_000))
        #expect(answer.topics.map(\.errorCode) == [0])
    }

    private func produce(_ topic: String, acks: Int16 = 1) throws -> ProduceRequest {
        try ProduceRequest(
            acks: acks, timeoutMs: 5_000,
            topicData: [
                .init(
                    name: topic,
                    partitionData: [.init(index: 0, records: .bytes(TestBatches.batch([("k", "v")])))])
            ])
    }

    @Test("A filter sees what it names and nothing else, in requests and answers")
    func declared() async throws {
        let filter = ProbeFilter(FilterInterest(.listGroups, responses: true), FilterInterest(.metadata))
        try await withProxy(filters: [filter]) { proxy in
            let connection = try await proxy.connect()
            _ = try await connection.send(ListGroupsRequest())
            _ = try await connection.send(MetadataRequest(topics: []))
            _ = try await connection.send(DescribeClusterRequest())
            #expect(filter.seen == ["request ListGroups", "response ListGroups", "request Metadata"])
            connection.close()
        }
    }

    @Test("Answers come back through the filters in reverse, each with what it kept of its request")
    func order() throws {
        let names = Mutex<[String]>([])
        @Sendable func filter(_ name: String) -> ProbeFilter {
            ProbeFilter(
                FilterInterest(.heartbeat, responses: true),
                request: {
                    $0.kept = name
                    return .forward
                },
                response: { response in
                    names.withLock { $0.append("\(name) kept \(response.kept as? String ?? "nothing")") }
                    return .forward
                })
        }
        let table = FilterTable([filter("first"), filter("second")], passesUnknownApis: false)
        let chain = try #require(table.chain(.heartbeat))
        let origin = FilterOrigin(apiKey: .heartbeat, apiVersion: 4)
        let trace = FilterTrace(chain: chain, origin: origin)
        var request = FilteredRequest(origin: origin, message: HeartbeatRequest())
        guard case .forward = chain.request(&request, trace) else {
            Issue.record("not let through")
            return
        }
        var response = FilteredResponse(origin: origin, message: HeartbeatResponse())
        #expect(chain.response(&response, trace) == .forward)
        #expect(names.withLock { $0 } == ["second kept second", "first kept first"])
    }

    @Test("A filter's own answer passes only the filters before it")
    func answered() async throws {
        let before = ProbeFilter(
            FilterInterest(.listGroups, responses: true),
            response: { response in
                response.change(ListGroupsResponse.self) { answer in
                    answer.groups.append(.init(groupId: "added", protocolType: "consumer"))
                    return true
                }
                return .forward
            })
        let answering = ProbeFilter(
            FilterInterest(.listGroups, responses: true),
            request: { _ in
                .answer(ListGroupsResponse(groups: [.init(groupId: "made up", protocolType: "consumer")]))
            })
        let behind = ProbeFilter(FilterInterest(.listGroups, responses: true))
        try await withProxy(filters: [before, answering, behind]) { proxy in
            let connection = try await proxy.connect()
            let answer = try await connection.send(ListGroupsRequest())
            #expect(answer.groups.map(\.groupId) == ["made up", "added"])
            #expect(answering.seen == ["request ListGroups"])
            #expect(behind.seen.isEmpty)
            connection.close()
        }
    }

    @Test("Changed requests and answers keep their order beside others that are answered here")
    func pipelined() async throws {
        let filter = ProbeFilter(
            FilterInterest(.describeGroups, responses: true),
            request: { request in
                guard let message = request.message as? DescribeGroupsRequest, let group = message.groups.first else {
                    return .forward
                }
                if group.hasSuffix("even") {
                    return .answer(DescribeGroupsResponse(groups: [.init(groupId: group, groupState: "made up")]))
                }
                request.change(DescribeGroupsRequest.self) { message in
                    message.groups = ["renamed \(group)"]
                    return true
                }
                return .forward
            })
        try await withProxy(filters: [filter]) { proxy in
            let connection = try await proxy.connect()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<40 {
                    group.addTask {
                        let name = "\(number) \(number % 2 == 0 ? "even" : "odd")"
                        let answer = try await connection.send(DescribeGroupsRequest(groups: [name]))
                        let expected = number % 2 == 0 ? name : "renamed \(name)"
                        #expect(answer.groups.map(\.groupId) == [expected])
                    }
                }
                try await group.waitForAll()
            }
            connection.close()
        }
    }

    @Test("A filter may hold a request up; what comes behind it waits")
    func delayed() async throws {
        let filter = ProbeFilter(
            FilterInterest(.listGroups),
            request: { request in
                request.delayMilliseconds += 300
                return .forward
            })
        try await withProxy(filters: [filter]) { proxy in
            let connection = try await proxy.connect()
            let start = NIODeadline.now()
            async let first = connection.send(ListGroupsRequest())
            async let second = connection.send(ListGroupsRequest())
            _ = try await (first, second)
            #expect(NIODeadline.now() - start >= .milliseconds(600))
            connection.close()
        }
    }

    @Test("A filter may hold an answer up")
    func delayedAnswer() async throws {
        let filter = ProbeFilter(
            FilterInterest(.listGroups, responses: true),
            response: { response in
                response.delayMilliseconds += 300
                return .forward
            })
        try await withProxy(filters: [filter]) { proxy in
            let connection = try await proxy.connect()
            let start = NIODeadline.now()
            _ = try await connection.send(ListGroupsRequest())
            #expect(NIODeadline.now() - start >= .milliseconds(300))
            connection.close()
        }
    }

    @Test("A filter may close the connection, or have it answer nothing more")
    func ended() async throws {
        let filter = ProbeFilter(
            FilterInterest(.listGroups), FilterInterest(.describeGroups),
            request: { $0.apiKey == .listGroups ? .close("as the test wants") : .swallow })
        try await withProxy(filters: [filter]) { proxy in
            let closed = try await proxy.connect()
            await #expect(throws: ClientError.self) { try await closed.send(ListGroupsRequest()) }
            let mute = try await proxy.connect(requestTimeout: 500)
            await #expect(throws: ClientError.self) { try await mute.send(DescribeGroupsRequest(groups: ["g"])) }
            let other = try await proxy.connect()
            _ = try await other.send(MetadataRequest(topics: []))
            other.close()
        }
    }

    @Test("A Produce without an answer passes changed, and ends the connection where a filter answers it")
    func noAnswer() async throws {
        let filter = ProbeFilter(
            FilterInterest(.produce, responses: true),
            request: { request in
                guard let produce = request.message as? ProduceRequest, let topic = produce.topicData.first else {
                    return .forward
                }
                if topic.name == "refused" { return .answer(ProduceResponse()) }
                request.change(ProduceRequest.self) { message in
                    message.topicData[0].name = "other"
                    message.acks = 1
                    return true
                }
                return .forward
            })
        try await withProxy(filters: [filter]) { proxy in
            let connection = try await proxy.connect()
            try await create(connection, "other")
            try await connection.sendWithoutAnswer(try produce("one", acks: 0), maxVersion: 12)
            let answer = try await connection.send(try produce("one"), maxVersion: 12)
            #expect(answer.responses.first?.partitionResponses.first?.errorCode == 0)
            #expect(answer.responses.first?.partitionResponses.first?.baseOffset == 1)
            try await connection.sendWithoutAnswer(try produce("refused", acks: 0), maxVersion: 12)
            await #expect(throws: ClientError.self) { try await connection.send(ListGroupsRequest()) }
        }
    }

    @Test("Answers to Fetch are shown whole, with their records")
    func fetched() async throws {
        let bytes = Mutex(0)
        let filter = ProbeFilter(
            FilterInterest(.fetch, responses: true),
            response: { response in
                if let fetch = response.message as? FetchResponse {
                    let count = fetch.responses.flatMap(\.partitions).reduce(0) { $0 + ($1.records?.count ?? 0) }
                    bytes.withLock { $0 += count }
                }
                return .forward
            })
        try await withProxy(filters: [filter]) { proxy in
            let connection = try await proxy.connect()
            try await create(connection, "t")
            _ = try await connection.send(try produce("t"), maxVersion: 12)
            let answer = try await connection.send(
                FetchRequest(
                    maxWaitMs: 100, minBytes: 1,
                    topics: [.init(topic: "t", partitions: [.init(partition: 0, partitionMaxBytes: 1_000_000)])]),
                maxVersion: 12)
            let records = answer.responses.first?.partitions.first?.records?.count ?? 0
            #expect(records > 0)
            #expect(bytes.withLock { $0 } == records)
            connection.close()
        }
    }

    @Test("Clients are offered no version beyond what a filter can read, and no API that one refuses")
    func versions() async throws {
        let filter = ProbeFilter(
            FilterInterest(.fetch, newestVersion: 12), FilterInterest(.metadata), FilterInterest(.apiVersions),
            refusesOtherApis: true)
        try await withProxy(filters: [filter]) { proxy in
            let connection = try await proxy.connect()
            #expect(connection.versions.offered(.fetch)?.upperBound == 12)
            #expect(connection.versions.offered(.metadata) != nil)
            #expect(connection.versions.offered(.listGroups) == nil)
            connection.close()
        }
    }
}
