import KafkaProtocol
import KafkaWire
import NIOCore
import Testing

@testable import KafkaBroker

/// Quotas through the wire: how they are set and told, and what they do to clients.
@Suite struct QuotaWireTests {
    private typealias Entry = AlterClientQuotasRequest.EntryData

    private static func entry(_ parts: [(String, String?)], _ key: String, _ value: Double?) -> Entry {
        Entry(
            entity: parts.map { .init(entityType: $0.0, entityName: $0.1) },
            ops: [.init(key: key, value: value ?? 0, remove: value == nil)])
    }

    private static func alter(_ client: WireClient, _ entries: [Entry]) async throws -> [Int16] {
        try await client.call(AlterClientQuotasRequest(entries: entries), version: 1).entries.map(\.errorCode)
    }

    private static func described(_ client: WireClient) async throws -> [String: Double] {
        let answer = try await client.call(DescribeClientQuotasRequest(), version: 1)
        var found: [String: Double] = [:]
        for entry in answer.entries ?? [] {
            let name = entry.entity.map { "\($0.entityType)=\($0.entityName ?? "*")" }.joined(separator: ",")
            for value in entry.values { found["\(name) \(value.key)"] = value.value }
        }
        return found
    }

    @Test func `they are kept and told`() async throws {
        let directory = TestBroker.newDirectory()
        defer { removeDirectories([directory]) }
        var broker = try await TestBroker.start(in: directory, [])
        var client = try await broker.client()
        let set = [
            Self.entry([("user", "u"), ("client-id", nil)], "producer_byte_rate", 1e9),
            Self.entry([("ip", "127.0.0.1")], "connection_creation_rate", 100),
            Self.entry([("user", nil)], "request_percentage", 150.5),
        ]
        #expect(try await Self.alter(client, set) == [0, 0, 0])
        #expect(try await Self.alter(client, [Self.entry([("user", nil)], "request_percentage", nil)]) == [0])
        let bad = [
            Self.entry([], "producer_byte_rate", 1), Self.entry([("user", "u")], "nothing", 1),
            Self.entry([("user", "u"), ("ip", "::1")], "producer_byte_rate", 1),
            Self.entry([("user", "u")], "connection_creation_rate", 1),
            Self.entry([("user", "u")], "producer_byte_rate", 1.5), Self.entry([("user", "")], "producer_byte_rate", 1),
            Self.entry([("ip", "::1")], "connection_creation_rate", 1.5),
            Self.entry([("ip", "::1")], "connection_creation_rate", 3e9),
            Self.entry([("user", "u")], "producer_byte_rate", -1), Self.entry([("host", "u")], "producer_byte_rate", 1),
        ]
        #expect(try await Self.alter(client, bad) == [Int16](repeating: 42, count: bad.count))
        let expected = [
            "client-id=*,user=u producer_byte_rate": 1e9, "ip=127.0.0.1 connection_creation_rate": 100,
        ]
        #expect(try await Self.described(client) == expected)
        await client.close()
        await broker.stop()
        broker = try await TestBroker.start(in: directory, [])
        client = try await broker.client()
        #expect(try await Self.described(client) == expected)
        let one = DescribeClientQuotasRequest(
            components: [.init(entityType: "user", matchType: 0, match: "u")], strict: true)
        #expect(try await client.call(one, version: 0).entries?.isEmpty == true)
        await client.close()
        await broker.stop()
    }

    @Test func `a producer above its quota is told to wait, and held back`() async throws {
        try await withBroker("quota.window.num=2") { _, client in
            try await client.createTopic("t")
            let set = [Self.entry([("client-id", "tests")], "producer_byte_rate", 2000)]
            #expect(try await Self.alter(client, set) == [0])
            let request = ProduceRequest(
                acks: 1, timeoutMs: 1000,
                topicData: [
                    .init(
                        name: "t",
                        partitionData: [
                            .init(index: 0, records: .bytes(try batch([String(repeating: "x", count: 3000)])))
                        ])
                ])
            let answer = try await client.call(request, version: 9)
            #expect(answer.responses.first?.partitionResponses.map(\.errorCode) == [0])
            #expect(answer.throttleTimeMs > 100)
            let before = ContinuousClock.now
            _ = try await client.call(ApiVersionsRequest(), version: 0)
            let waited = ContinuousClock.now - before
            #expect(waited >= .milliseconds(Int(answer.throttleTimeMs) - 50), "\(waited)")
        }
    }

    @Test func `a consumer above its quota gets its records later`() async throws {
        try await withBroker("quota.window.num=2") { _, client in
            try await client.createTopic("t")
            for _ in 0..<3 { try await client.append([String(repeating: "x", count: 1500)], to: "t") }
            let set = [Self.entry([("user", "ANONYMOUS")], "consumer_byte_rate", 2000)]
            #expect(try await Self.alter(client, set) == [0])
            var offset: Int64 = 0
            var waits = 0
            for _ in 0..<20 where offset < 3 {
                let request = FetchRequest(
                    maxWaitMs: 0, minBytes: 1, maxBytes: 1 << 20,
                    topics: [
                        .init(
                            topic: "t",
                            partitions: [.init(partition: 0, fetchOffset: offset, partitionMaxBytes: 1600)])
                    ])
                let answer = try await client.call(request, version: 12)
                if answer.throttleTimeMs > 0 {
                    waits += 1
                    #expect(answer.responses.isEmpty)
                } else {
                    offset += Int64(try values(of: answer.responses.first?.partitions.first?.records).count)
                }
            }
            #expect(offset == 3)
            #expect(waits > 0)
        }
    }

    @Test func `changes to topics beyond the quota are refused`() async throws {
        try await withBroker("controller.quota.window.num=2") { _, client in
            let set = [Self.entry([("user", nil)], "controller_mutation_rate", 1)]
            #expect(try await Self.alter(client, set) == [0])
            func create(_ name: String, version: Int16) async throws -> CreateTopicsResponse {
                try await client.call(
                    CreateTopicsRequest(topics: [.init(name: name, numPartitions: 3, replicationFactor: 1)]),
                    version: version)
            }
            #expect(try await create("a", version: 7).topics.map(\.errorCode) == [0])
            let refused = try await create("b", version: 7)
            #expect(refused.topics.map(\.errorCode) == [89])
            #expect(refused.throttleTimeMs > 0)
            let late = try await create("c", version: 5)
            #expect(late.topics.map(\.errorCode) == [0])
            #expect(late.throttleTimeMs > 0)
        }
    }

    @Test func `connections above the rate of their address are closed`() async throws {
        try await withBroker("quota.window.num=2") { broker, client in
            let set = [Self.entry([("ip", "127.0.0.1")], "connection_creation_rate", 1)]
            #expect(try await Self.alter(client, set) == [0])
            // The first may stay; the window holds no more than one or two.
            let others = try await [broker.client(), broker.client(), broker.client(), broker.client()]
            var closed = 0
            for other in others {
                do {
                    _ = try await other.call(ApiVersionsRequest(), version: 0)
                } catch {
                    closed += 1
                }
            }
            #expect((1...3).contains(closed), "\(closed)")
            #expect(try await client.call(ApiVersionsRequest(), version: 0).errorCode == 0)
        }
    }

    @Test func `connections above the rate of the broker wait`() async throws {
        try await withBroker("quota.window.num=2", "max.connection.creation.rate=5") { broker, _ in
            let before = ContinuousClock.now
            for _ in 0..<15 {
                let client = try await broker.client()
                #expect(try await client.call(ApiVersionsRequest(), version: 0).errorCode == 0)
                await client.close()
            }
            // Sixteen at five a second, of which a window of two samples is there at once.
            #expect(ContinuousClock.now - before > .milliseconds(500))
        }
    }

    @Test func `every answer that can tell says for how long a client that took too much time must wait`() async throws
    {
        try await withBroker("quota.window.num=2") { broker, _ in
            let other = try await broker.client()
            let id = try await other.createTopic("t")
            _ = try await other.call(FindCoordinatorRequest(key: "g"), version: 0)
            // Handling any request takes more than a millionth of a second.
            let set = [Self.entry([("client-id", "tests")], "request_percentage", 0.000_001)]
            #expect(try await Self.alter(other, set) == [0])
            let probes = ApiProbe.naming(topic: "t", id: id, group: "g") + ApiProbe.logins() + ApiProbe.blind(id: id)
            var told: Set<ApiKey> = []
            for probe in probes where !told.contains(probe.key) {
                // A connection of its own: one that was held back would answer only after that.
                let client = try await broker.client()
                let version = try #require(ServedApis.versions(probe.key)?.upperBound)
                let wait = try await client.throttle(answering: try probe.make(version), version: version)
                await client.close()
                guard let wait else { continue }
                #expect(wait > 0, "\(probe.key.name)")
                told.insert(probe.key)
            }
            let silent: Set<ApiKey> = [.saslHandshake, .saslAuthenticate, .describeQuorum]
            #expect(Set(ServedApis.all).subtracting(told) == silent)
            await other.close()
        }
    }

    @Test func `no answer fails because its version cannot tell`() async throws {
        try await withBroker("quota.window.num=2") { broker, _ in
            let other = try await broker.client()
            let id = try await other.createTopic("t")
            _ = try await other.call(FindCoordinatorRequest(key: "g"), version: 0)
            let set = [Self.entry([("client-id", "tests")], "request_percentage", 0.000_001)]
            #expect(try await Self.alter(other, set) == [0])
            for probe in ApiProbe.naming(topic: "t", id: id, group: "g") {
                let versions = try #require(ServedApis.versions(probe.key))
                let client = try await broker.client()
                let answer = try await client.bytes(
                    answering: try probe.make(versions.lowerBound), version: versions.lowerBound)
                #expect(answer.readableBytes > 0, "\(probe.key.name)")
                await client.close()
            }
            await other.close()
        }
    }

    @Test func `a listener has limits of its own`() async throws {
        let listeners = "listeners=A://127.0.0.1:0,B://127.0.0.1:0"
        let names = "listener.security.protocol.map=A:PLAINTEXT,B:PLAINTEXT"
        try await withBroker(
            listeners, names, "inter.broker.listener.name=A", "listener.name.b.max.connections=2", "max.connections=3"
        ) { broker, client in
            let port = try #require(broker.port(of: "B"))
            var open: [WireClient] = []
            for _ in 0..<2 {
                open.append(try await WireClient.connect(port: port))
                #expect(try await open[open.count - 1].call(ApiVersionsRequest(), version: 0).errorCode == 0)
            }
            // It is taken by the kernel, and by the broker once another one leaves.
            let third = try await WireClient.connect(port: port)
            let answer = Task { try await third.call(ApiVersionsRequest(), version: 0).errorCode }
            // That of the brokers has room also when there are as many as may be on all of them.
            let more = try await broker.client()
            #expect(try await more.call(ApiVersionsRequest(), version: 0).errorCode == 0)
            await more.close()
            await open.removeLast().close()
            #expect(try await answer.value == 0)
            // What is changed while the broker runs holds for the next ones.
            let change = IncrementalAlterConfigsRequest(
                resources: [
                    .init(
                        resourceType: 4, resourceName: "1",
                        configs: [
                            .init(name: "listener.name.b.max.connections", configOperation: 0, value: "5"),
                            .init(name: "max.connections", configOperation: 0, value: "9"),
                            .init(name: "max.connections.per.ip", configOperation: 0, value: "3"),
                        ])
                ])
            #expect(try await client.call(change, version: 1).responses.map(\.errorCode) == [0])
            let fourth = try await WireClient.connect(port: port)
            await #expect(throws: (any Error).self) { try await fourth.call(ApiVersionsRequest(), version: 0) }
            for one in open + [third, fourth] { await one.close() }
        }
    }
}

extension WireClient {
    /// The throttle time in an answer; nil where its type has none.
    fileprivate func throttle(answering message: any RequestMessage, version: Int16) async throws -> Int32? {
        func ask<Message: RequestMessage>(_ message: Message) async throws -> Int32? {
            (try await call(message, version: version) as? any ThrottledResponse)?.throttleTimeMs
        }
        return try await ask(message)
    }
}
