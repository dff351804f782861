import KafkaConfiguration
import KafkaProtocol
import KafkaRecords
import KafkaWire
import Logging
import NIOCore
import Testing

@testable import KafkaProxy

@Suite("The filters that come with it")
struct BuiltInFilterTests {
    private func make(_ type: String, _ options: [String: String]) throws -> any ProxyFilter {
        let filters = try FilterFactory.make(
            [ProxyFilterSettings(name: "f", type: type, options: options)], logger: TestProxy.logger)
        return try #require(filters.first)
    }

    private func produce(
        _ topic: String, _ records: [(key: String?, value: String?)], compression: CompressionType = .none
    ) throws -> ProduceRequest {
        let batch = try TestBatches.batch(records, compression: compression)
        return ProduceRequest(
            acks: 1, topicData: [.init(name: topic, partitionData: [.init(index: 0, records: .bytes(batch))])])
    }

    /// Shows a filter a Produce and, where it goes on, an answer without errors.
    private func pass(
        _ filter: any ProxyFilter, _ message: ProduceRequest
    ) throws -> (request: ProduceRequest?, response: ProduceResponse?) {
        let origin = FilterOrigin(
            apiKey: .produce, apiVersion: 9, clientId: "app", listener: "EDGE", peerHost: "10.0.0.1")
        var request = FilteredRequest(origin: origin, message: message)
        switch filter.request(&request) {
        case .forward:
            let passed = try #require(request.message as? ProduceRequest)
            let answer = ProduceResponse(
                responses: passed.topicData.map { topic in
                    .init(
                        name: topic.name,
                        partitionResponses: topic.partitionData.map { .init(index: $0.index, baseOffset: 7) })
                })
            var response = FilteredResponse(origin: origin, message: answer, kept: request.kept)
            #expect(filter.response(&response) == .forward)
            return (passed, response.message as? ProduceResponse)
        case .answer(let message): return (nil, message as? ProduceResponse)
        case .close, .swallow: return (nil, nil)
        }
    }

    private func records(_ request: ProduceRequest?) throws -> [Record] {
        try TestBatches.records(request?.topicData.first?.partitionData.first?.records)
    }

    @Test(
        "Headers are added to every record, and the batch stays as it was otherwise",
        arguments: CompressionType.allCases)
    func headers(_ compression: CompressionType) throws {
        let filter = try make("headers", ["headers": "from=$(clientId)@$(peerHost), via=$(listener)/$(topic)$(x)"])
        let message = try produce("t", [("k", "v"), (nil, "w"), ("k", nil)], compression: compression)
        let (request, response) = try pass(filter, message)
        let found = try records(request)
        #expect(found.map { $0.key.map { String(buffer: $0) } } == ["k", nil, "k"])
        #expect(found.map { $0.value.map { String(buffer: $0) } } == ["v", "w", nil])
        #expect(found.map(\.timestamp) == [1_700_000_000_000, 1_700_000_000_001, 1_700_000_000_002])
        for record in found {
            #expect(record.headers.map(\.key) == ["from", "via"])
            #expect(record.headers.map { $0.value.map { String(buffer: $0) } } == ["app@10.0.0.1", "EDGE/t$(x)"])
        }
        let batch = try #require(request?.topicData.first?.partitionData.first?.records?.buffer)
        #expect(try RecordBatchHeader(parsing: batch).compression == compression)
        #expect(response?.responses.first?.partitionResponses.map(\.errorCode) == [0])
    }

    @Test("What a producer says of itself stays in a batch that is written anew")
    func producerOfBatch() throws {
        var builder = RecordBatchBuilder(
            .init(producerId: 77, producerEpoch: 3, baseSequence: 40, isTransactional: true))
        try builder.append(timestamp: 5, key: nil, value: ByteBuffer(string: "v"))
        let changed = try #require(
            try RecordRewriter().rewrite(try builder.build()) { record in
                record.value = ByteBuffer(string: "other")
                return true
            })
        let header = try RecordBatchHeader(parsing: changed)
        #expect(header.producerId == 77)
        #expect(header.producerEpoch == 3)
        #expect(header.baseSequence == 40)
        #expect(header.isTransactional)
    }

    @Test("Records that are too large or lack a key are refused, others of the request are not")
    func rules() throws {
        let filter = try make("records", ["key.required": "true", "max.record.bytes": "5", "topics": "orders.*"])
        let fine = try pass(filter, try produce("orders", [("k", "1234")]))
        #expect(fine.response?.responses.first?.partitionResponses.first?.baseOffset == 7)
        let large = try pass(filter, try produce("orders", [("k", "1"), ("k", "12345")]))
        let refused = try #require(large.response?.responses.first?.partitionResponses.first)
        #expect(refused.errorCode == ErrorCode.messageTooLarge.rawValue)
        #expect(refused.recordErrors.map(\.batchIndex) == [1])
        let keyless = try pass(filter, try produce("orders", [(nil, "1")]))
        #expect(
            keyless.response?.responses.first?.partitionResponses.map(\.errorCode) == [ErrorCode.invalidRecord.rawValue]
        )
        #expect(try pass(filter, try produce("other", [(nil, "123456")])).response?.responses.first?.name == "other")
        var both = try produce("orders", [(nil, "1")])
        both.topicData.append(contentsOf: try produce("other", [(nil, "1")]).topicData)
        let mixed = try pass(filter, both)
        #expect(mixed.request?.topicData.map(\.name) == ["other"])
        let errors = Dictionary(
            uniqueKeysWithValues: (mixed.response?.responses ?? []).map {
                ($0.name, $0.partitionResponses.map(\.errorCode))
            })
        #expect(errors == ["other": [0], "orders": [ErrorCode.invalidRecord.rawValue]])
    }

    @Test("Batches that come to more than the bound, or that are damaged, are refused")
    func bounds() throws {
        let filter = try make("records", ["key.required": "true", "max.decompressed.bytes": "1000"])
        let bomb = String(repeating: "a", count: 100_000)
        let (request, response) = try pass(filter, try produce("t", [("k", bomb)], compression: .gzip))
        #expect(request == nil)
        #expect(
            response?.responses.first?.partitionResponses.map(\.errorCode) == [ErrorCode.invalidRecord.rawValue])
        var damaged = try TestBatches.batch([("k", "v")])
        damaged.setInteger(UInt8(0xFF), at: damaged.writerIndex - 1)
        let message = ProduceRequest(
            acks: 1, topicData: [.init(name: "t", partitionData: [.init(index: 0, records: .bytes(damaged))])])
        #expect(
            try pass(filter, message).response?.responses.first?.partitionResponses.map(\.errorCode)
                == [ErrorCode.corruptMessage.rawValue])
    }

    @Test("Fields of values are masked when they are fetched")
    func maskedFetch() throws {
        let filter = try make("mask", ["fields": "/name", "topics": "people"])
        let batch = try TestBatches.batch([("k", #"{"name":"Ann","age":3}"#), ("k", "no JSON"), ("k", nil)])
        let response = FetchResponse(
            responses: ["people", "other"].map { name in
                .init(topic: name, partitions: [.init(partitionIndex: 0, records: .bytes(batch))])
            })
        var filtered = FilteredResponse(
            origin: FilterOrigin(apiKey: .fetch, apiVersion: 12), message: response)
        #expect(filter.response(&filtered) == .forward)
        let answer = try #require(filtered.message as? FetchResponse)
        let values = try answer.responses.map { topic in
            try TestBatches.records(topic.partitions.first?.records).map { $0.value.map { String(buffer: $0) } }
        }
        #expect(
            values == [
                [#"{"name":"***","age":3}"#, "no JSON", nil], [#"{"name":"Ann","age":3}"#, "no JSON", nil],
            ])
    }

    @Test("What cannot be read is not shown where something is to be masked")
    func damagedFetch() throws {
        let filter = try make("mask", ["fields": "/name"])
        var batch = try TestBatches.batch([("k", #"{"name":"Ann"}"#)])
        batch.setInteger(UInt8(0xFF), at: batch.writerIndex - 1)
        var filtered = FilteredResponse(
            origin: FilterOrigin(apiKey: .fetch, apiVersion: 12),
            message: FetchResponse(
                responses: [.init(topic: "t", partitions: [.init(partitionIndex: 0, records: .bytes(batch))])]))
        _ = filter.response(&filtered)
        let partition = (filtered.message as? FetchResponse)?.responses.first?.partitions.first
        #expect(partition?.records?.count == 0)
        #expect(partition?.errorCode == ErrorCode.corruptMessage.rawValue)
    }

    /// The records of an answer to a Fetch behind a filter that masks names.
    private func masked(_ records: ByteBuffer) throws -> (records: ByteBuffer?, errorCode: Int16?) {
        let filter = try make("mask", ["fields": "/name"])
        var filtered = FilteredResponse(
            origin: FilterOrigin(apiKey: .fetch, apiVersion: 12),
            message: FetchResponse(
                responses: [.init(topic: "t", partitions: [.init(partitionIndex: 0, records: .bytes(records))])]))
        #expect(filter.response(&filtered) == .forward)
        let partition = (filtered.message as? FetchResponse)?.responses.first?.partitions.first
        return (partition?.records?.buffer, partition?.errorCode)
    }

    @Test("A torn batch is not shown where something is to be masked")
    func tornFetch() throws {
        let plain = try TestBatches.batch([("k", "plain")])
        let secret = try TestBatches.batch([("k", #"{"name":"Ann"}"#)])
        for magic in [Int8(0), 1] {
            // Offset, size, checksum.
            var old = ByteBuffer()
            old.writeInteger(Int64(0))
            old.writeInteger(Int32(1_000))
            old.writeInteger(Int32(0))
            old.writeInteger(magic)
            old.writeString(#"{"name":"Ann"}"#)
            let (records, code) = try masked(old)
            #expect(records?.readableBytes == 0)
            #expect(code == 0)
        }
        for length in [1, 12, 17, 30, secret.readableBytes - 1] {
            let torn = try #require(secret.getSlice(at: secret.readerIndex, length: length))
            let alone = try masked(torn)
            #expect(alone.records?.readableBytes == 0, "\(length)")
            #expect(alone.errorCode == 0)
            var both = ByteBuffer(buffer: plain)
            both.writeImmutableBuffer(torn)
            let behind = try masked(both)
            #expect(behind.records == plain, "\(length)")
            #expect(behind.errorCode == 0)
        }
        // The first batch of an answer comes whole, however little was asked for.
        #expect(try masked(plain).records == plain)
    }

    @Test("Values that are no JSON can be masked whole or refused")
    func nonJSON() throws {
        let masking = try make("mask", ["fields": "/a", "on": "produce", "non.json": "mask"])
        let (request, _) = try pass(masking, try produce("t", [("k", "plain"), ("k", "{}")]))
        #expect(try records(request).map { $0.value.map { String(buffer: $0) } } == ["***", "{}"])
        let refusing = try make("mask", ["fields": "/a", "on": "produce", "non.json": "refuse"])
        #expect(
            try pass(refusing, try produce("t", [("k", "plain")])).response?.responses.first?.partitionResponses
                .map(\.errorCode) == [ErrorCode.invalidRecord.rawValue])
        #expect(throws: ProxyStartError.self) { try make("mask", ["fields": "/a", "non.json": "refuse"]) }
    }

    @Test("Faults hit as many as they are told, the same ones for the same seed")
    func faults() throws {
        func hits(_ options: [String: String]) throws -> [Int] {
            let filter = try make("fault", options.merging(["action": "disconnect"]) { first, _ in first })
            return (0..<100).filter { _ in
                var request = FilteredRequest(
                    origin: FilterOrigin(apiKey: .metadata, apiVersion: 9, clientId: "app"), message: MetadataRequest())
                if case .close = filter.request(&request) { return true }
                return false
            }
        }
        #expect(try hits(["skip": "2", "count": "3"]) == [2, 3, 4])
        let once = try hits(["probability": "0.3", "seed": "5"])
        #expect((10...50).contains(once.count))
        #expect(try hits(["probability": "0.3", "seed": "5"]) == once)
        #expect(try hits(["probability": "0.3", "seed": "6"]) != once)
        #expect(try hits(["clients": "other.*"]).isEmpty)
        #expect(try hits(["probability": "0"]).isEmpty)
    }

    @Test("A fault of an error answers with it, one of delay holds up, a black hole swallows")
    func actions() throws {
        func verdict(_ options: [String: String]) throws -> (RequestVerdict, Int64) {
            let filter = try make("fault", options)
            var request = FilteredRequest(
                origin: FilterOrigin(apiKey: .heartbeat, apiVersion: 4), message: HeartbeatRequest(groupId: "g"))
            return (filter.request(&request), request.delayMilliseconds)
        }
        guard case (.answer(let message), _) = try verdict(["action": "error", "error": "NOT_COORDINATOR"]) else {
            Issue.record("not answered")
            return
        }
        #expect((message as? HeartbeatResponse)?.errorCode == ErrorCode.notCoordinator.rawValue)
        guard case (.forward, 250) = try verdict(["delay.ms": "250"]) else {
            Issue.record("not held up")
            return
        }
        guard case (.swallow, _) = try verdict(["action": "blackhole"]) else {
            Issue.record("not swallowed")
            return
        }
        #expect(throws: ProxyStartError.self) { try make("fault", ["action": "error", "error": "NO_SUCH"]) }
        #expect(throws: ProxyStartError.self) { try make("fault", ["apis": "NoSuchApi"]) }
        #expect(throws: ProxyStartError.self) { try make("fault", ["probability": "2"]) }
    }

    @Test("A line of the audit names who, what and which, whatever a client writes into its id")
    func audit() {
        let request = FilteredRequest(
            origin: FilterOrigin(
                apiKey: .offsetCommit, apiVersion: 8, clientId: "a\nb\"", listener: "EDGE", peerHost: "10.0.0.1"),
            message: OffsetCommitRequest(
                groupId: "g", topics: [.init(name: "t1"), .init(name: "t2"), .init(name: "t1")]))
        #expect(
            AuditFilter.line(of: request)
                == #"principal="User:ANONYMOUS" client="a\nb\"" peer=10.0.0.1 listener=EDGE "#
                + #"api=OffsetCommit version=8 topics="t1","t2" groups="g""#)
    }
}
