import KafkaProtocol
import KafkaWire
import NIOCore
import Testing

@testable import KafkaBroker

@Suite struct TopicLifecycleTests {
    @Test func `a topic made anew is empty and has another id`() async throws {
        try await withBroker { _, client in
            let old = try await client.createTopic("t")
            try await client.append(["a", "b"], to: "t")
            let deleted = try await client.call(
                DeleteTopicsRequest(topics: [.init(name: nil, topicId: old)]), version: 6)
            #expect(deleted.responses.map(\.errorCode) == [0])
            #expect(deleted.responses.map(\.name) == ["t"])
            #expect(try await client.produce(try batch(["x"]), to: "t").errorCode == 3)
            let new = try await client.createTopic("t")
            #expect(new != old)
            #expect(try await client.append(["c"], to: "t") == 0)
            #expect(try values(of: try await client.fetch("t", at: 0).records) == ["c"])
            #expect(
                try await client.fetch("", at: 0, version: 17, topicId: old).errorCode
                    == ErrorCode.unknownTopicId.rawValue)
        }
    }

    @Test func `metadata answers by name, by id and for all, once for each`() async throws {
        try await withBroker { _, client in
            let id = try await client.createTopic("t", partitions: 2)
            try await client.createTopic("u")
            let all = try await client.metadata(nil)
            #expect(all.topics.map(\.name) == ["t", "u"])
            #expect(all.controllerId == 1)
            #expect(all.clusterId?.isEmpty == false)
            let twice = try await client.metadata(["t", "t"])
            #expect(twice.topics.map(\.name) == ["t"])
            let byId = try await client.call(
                MetadataRequest(
                    topics: [.init(topicId: id, name: nil), .init(topicId: Uuid(high: 1, low: 2), name: nil)]),
                version: 12)
            #expect(byId.topics.map(\.name) == ["t", nil])
            #expect(byId.topics.map(\.errorCode) == [0, ErrorCode.unknownTopicId.rawValue])
            let bad = try await client.metadata(["no such", "missing"])
            #expect(bad.topics.map(\.errorCode) == [ErrorCode.invalidTopicException.rawValue, 3])
        }
    }

    @Test func `a topic that is asked for is made, if client and broker want it`() async throws {
        try await withBroker("num.partitions=3") { _, client in
            #expect(try await client.metadata(["t"]).topics.map(\.errorCode) == [3])
            let made = try await client.metadata(["t"], create: true)
            #expect(made.topics.map(\.errorCode) == [0])
            #expect(made.topics.first?.partitions.count == 3)
        }
        try await withBroker("auto.create.topics.enable=false") { _, client in
            let refused = try await client.metadata(["t"], create: true)
            #expect(refused.topics.map(\.errorCode) == [3])
        }
    }

    @Test func `creation tells what was made, a check makes nothing`() async throws {
        try await withBroker("num.partitions=4") { _, client in
            func create(_ name: String, validateOnly: Bool) async throws -> CreateTopicsResponse.CreatableTopicResult {
                let request = CreateTopicsRequest(
                    topics: [
                        .init(
                            name: name, numPartitions: -1, replicationFactor: -1,
                            configs: [.init(name: "retention.ms", value: "1000")])
                    ], validateOnly: validateOnly)
                return try #require(try await client.call(request, version: 7).topics.first)
            }
            let checked = try await create("t", validateOnly: true)
            #expect(checked.errorCode == 0)
            #expect(checked.topicId != .zero)
            #expect(try await client.metadata(nil).topics.isEmpty)
            let made = try await create("t", validateOnly: false)
            #expect(made.errorMessage == nil)
            #expect(made.numPartitions == 4)
            #expect(made.replicationFactor == 1)
            let retention = made.configs?.first { $0.name == "retention.ms" }
            #expect(retention?.value == "1000")
            #expect(retention?.configSource == 1)
            #expect(try await create("t", validateOnly: false).errorCode == ErrorCode.topicAlreadyExists.rawValue)
        }
    }

    @Test func `a topic given twice is neither made nor deleted`() async throws {
        try await withBroker { _, client in
            let id = try await client.createTopic("t")
            let twice = [Uuid.zero, .zero].map { DeleteTopicsRequest.DeleteTopicState(name: "t", topicId: $0) }
            let byName = try await client.call(DeleteTopicsRequest(topics: twice), version: 6)
            #expect(byName.responses.map(\.errorCode) == [ErrorCode.invalidRequest.rawValue])
            let ids = [id, id].map { DeleteTopicsRequest.DeleteTopicState(name: nil, topicId: $0) }
            let byId = try await client.call(DeleteTopicsRequest(topics: ids), version: 6)
            #expect(byId.responses.map(\.errorCode) == [ErrorCode.invalidRequest.rawValue])
            let new = CreateTopicsRequest.CreatableTopic(name: "new", numPartitions: 1, replicationFactor: 1)
            let created = try await client.call(CreateTopicsRequest(topics: [new, new]), version: 7)
            #expect(created.topics.map(\.errorCode) == [ErrorCode.invalidRequest.rawValue])
            #expect(try await client.metadata(nil).topics.map(\.name) == ["t"])
        }
    }

    @Test func `the transaction coordinator's topic is not made by asking for it`() async throws {
        try await withBroker { _, client in
            let answer = try await client.metadata([TopicName.transactionState], create: true)
            #expect(answer.topics.map(\.errorCode) == [3])
            #expect(answer.topics.map(\.isInternal) == [true])
        }
    }

    @Test func `more partitions serve at once`() async throws {
        try await withBroker { _, client in
            try await client.createTopic("t")
            #expect(try await client.produce(try batch(["a"]), to: "t", 2).errorCode == 3)
            let grow = CreatePartitionsRequest(topics: [.init(name: "t", count: 3, assignments: nil)])
            #expect(try await client.call(grow, version: 3).results.map(\.errorCode) == [0])
            #expect(try await client.produce(try batch(["a"]), to: "t", 2).errorCode == 0)
        }
    }

    @Test func `a page of partitions ends with a cursor that leads to the next`() async throws {
        try await withBroker { _, client in
            try await client.createTopic("a", partitions: 2)
            try await client.createTopic("b", partitions: 3)
            var request = DescribeTopicPartitionsRequest(responsePartitionLimit: 2)
            var pages: [[String]] = []
            while true {
                let page = try await client.call(request, version: 0)
                pages.append(
                    page.topics.flatMap { topic in topic.partitions.map { "\(topic.name ?? "")-\($0.partitionIndex)" } }
                )
                guard let next = page.nextCursor, pages.count < 9 else { break }
                request.cursor = .init(topicName: next.topicName, partitionIndex: next.partitionIndex)
            }
            #expect(pages == [["a-0", "a-1"], ["b-0", "b-1"], ["b-2"]])
        }
    }
}
