import KafkaConfiguration
import KafkaProtocol
import KafkaWire
import NIOCore
import Testing

@testable import KafkaProxy

@Suite("Topics that clients do not see")
struct TopicFilterTests {
    private func filter() throws -> TopicFilter {
        try TopicFilter(
            FilterOptions(
                ProxyFilterSettings(name: "f", type: "topics", options: ["allow": "open.*", "deny": "open-secret"])))
    }

    private func pass<Request: RequestMessage>(
        _ message: Request, version: Int16, answer: (Request) -> Request.Response
    ) throws -> (Request, Request.Response) {
        let filter = try filter()
        let origin = FilterOrigin(apiKey: Request.apiKey, apiVersion: version)
        var request = FilteredRequest(origin: origin, message: message)
        guard case .forward = filter.request(&request), let passed = request.message as? Request else {
            throw WireError.unsupportedVersion(version)
        }
        var response = FilteredResponse(origin: origin, message: answer(passed), kept: request.kept)
        _ = filter.response(&response)
        return (passed, try #require(response.message as? Request.Response))
    }

    @Test("A Fetch goes on without them, and its answer says that they are not allowed")
    func fetch() throws {
        let (request, response) = try pass(
            FetchRequest(
                topics: ["open", "secret", "open-secret"].map { .init(topic: $0, partitions: [.init(partition: 1)]) }),
            version: 12
        ) { passed in
            FetchResponse(
                responses: passed.topics.map { .init(topic: $0.topic, partitions: [.init(partitionIndex: 1)]) })
        }
        #expect(request.topics.map(\.topic) == ["open"])
        #expect(response.responses.map(\.topic) == ["open", "secret", "open-secret"])
        #expect(response.responses.map { $0.partitions.map(\.errorCode) } == [[0], [29], [29]])
        #expect(response.errorCode == 0)
    }

    @Test("Lists leave them out, and names that were asked for are refused")
    func metadata() throws {
        let (_, all) = try pass(MetadataRequest(topics: nil), version: 12) { _ in
            MetadataResponse(topics: ["open", "secret"].map { .init(name: $0, topicId: Uuid(high: 0, low: 1)) })
        }
        #expect(all.topics.map(\.name) == ["open"])
        let (asked, named) = try pass(
            MetadataRequest(topics: [.init(name: "secret"), .init(name: "open")]), version: 12
        ) { passed in
            MetadataResponse(topics: (passed.topics ?? []).map { .init(name: $0.name) })
        }
        #expect(asked.topics?.map(\.name) == ["open"])
        #expect(named.topics.map(\.name) == ["open", "secret"])
        #expect(named.topics.map(\.errorCode) == [0, 29])
    }

    @Test("One that is asked for by its id is unknown")
    func byId() throws {
        let id = Uuid(high: 1, low: 2)
        let (_, answer) = try pass(MetadataRequest(topics: [.init(topicId: id, name: nil)]), version: 12) { _ in
            MetadataResponse(topics: [.init(name: "secret", topicId: id)])
        }
        #expect(answer.topics.map(\.name) == [nil])
        #expect(answer.topics.map(\.errorCode) == [ErrorCode.unknownTopicId.rawValue])
        #expect(answer.topics.map(\.topicId) == [id])
    }

    @Test("Patterns, which the cluster would match with every topic, are refused")
    func patterns() throws {
        let filter = try filter()
        func code(_ pattern: String?) -> Int16? {
            var request = FilteredRequest(
                origin: FilterOrigin(apiKey: .consumerGroupHeartbeat, apiVersion: 1),
                message: ConsumerGroupHeartbeatRequest(
                    groupId: "g", memberId: "m", subscribedTopicNames: ["open"], subscribedTopicRegex: pattern))
            guard case .answer(let answer) = filter.request(&request) else { return nil }
            return (answer as? ConsumerGroupHeartbeatResponse)?.errorCode
        }
        #expect(code("sec.*") == ErrorCode.topicAuthorizationFailed.rawValue)
        #expect(code("") == nil)
        #expect(code(nil) == nil)
    }

    @Test("Nested parts of an answer are put together again")
    func nested() throws {
        let (request, response) = try pass(
            OffsetFetchRequest(groups: [
                .init(
                    groupId: "g",
                    topics: [.init(name: "open", partitionIndexes: [0]), .init(name: "secret", partitionIndexes: [0])])
            ]), version: 9
        ) { passed in
            OffsetFetchResponse(
                groups: passed.groups.map { group in
                    .init(
                        groupId: group.groupId,
                        topics: (group.topics ?? []).map {
                            .init(name: $0.name, partitions: [.init(partitionIndex: 0, committedOffset: 5)])
                        })
                })
        }
        #expect(request.groups.first?.topics?.map(\.name) == ["open"])
        #expect(response.groups.count == 1)
        #expect(response.groups.first?.errorCode == 0)
        #expect(response.groups.first?.topics.map(\.name) == ["open", "secret"])
        #expect(response.groups.first?.topics.map { $0.partitions.map(\.errorCode) } == [[0], [29]])
    }

    @Test("Configs of a topic are config resources")
    func configs() throws {
        let (request, response) = try pass(
            DescribeConfigsRequest(resources: [
                .init(resourceType: 2, resourceName: "secret"), .init(resourceType: 4, resourceName: "1"),
            ]), version: 4
        ) { passed in
            DescribeConfigsResponse(
                results: passed.resources.map { .init(resourceType: $0.resourceType, resourceName: $0.resourceName) })
        }
        #expect(request.resources.map(\.resourceName) == ["1"])
        #expect(response.results.map(\.resourceName) == ["1", "secret"])
        #expect(response.results.map(\.errorCode) == [0, 29])
    }

    @Test("Versions that name topics by ids alone are not offered")
    func versions() throws {
        let table = FilterTable([try filter()], passesUnknownApis: false)
        #expect(table.passing(.fetch)?.upperBound == 12)
        #expect(table.passing(.produce)?.upperBound == 12)
        #expect(table.passing(.offsetCommit)?.upperBound == 9)
        #expect(table.passing(.offsetFetch)?.upperBound == 9)
        #expect(table.passing(.deleteTopics)?.upperBound == 5)
        #expect(table.passing(.shareFetch) == nil)
        #expect(table.passing(.heartbeat)?.upperBound == Int16.max)
    }
}
