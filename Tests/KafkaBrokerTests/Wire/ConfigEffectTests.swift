import KafkaProtocol
import KafkaRecords
import KafkaWire
import NIOCore
import Testing

@testable import KafkaBroker

/// Settings that are changed while the broker runs hold at once.
@Suite struct ConfigEffectTests {
    @Test func `max.message.bytes`() async throws {
        try await withBroker { _, client in
            try await client.createTopic("t")
            let big = try batch([String(repeating: "x", count: 5000)])
            #expect(try await client.produce(big, to: "t").errorCode == 0)
            #expect(try await client.setConfig("t", "max.message.bytes", "2000") == 0)
            #expect(try await client.produce(big, to: "t").errorCode == ErrorCode.messageTooLarge.rawValue)
            #expect(try await client.setConfig("t", "max.message.bytes", nil) == 0)
            #expect(try await client.produce(big, to: "t").errorCode == 0)
        }
    }

    @Test(arguments: ["gzip", "snappy", "lz4", "zstd", "uncompressed"])
    func `compression.type`(codec: String) async throws {
        try await withBroker { _, client in
            try await client.createTopic("t", ["compression.type": codec])
            let wanted = CompressionType(name: codec) ?? .none
            for sent in [CompressionType.none, .lz4, .zstd] {
                let values = (0..<20).map { "value \($0) of \(sent)" }
                let answer = try await client.produce(try batch(values, compression: sent), to: "t")
                #expect(answer.errorCode == 0)
                let data = try await client.fetch("t", at: answer.baseOffset)
                let stored = try #require(try batches(of: data.records).first)
                #expect(try RecordBatchHeader(parsing: stored).compression == wanted)
                #expect(try KafkaBrokerTests.values(of: data.records) == values)
            }
        }
    }

    @Test func `a broker's value holds for topics without one of their own`() async throws {
        try await withBroker { _, client in
            try await client.createTopic("plain")
            try await client.createTopic("own", ["max.message.bytes": "100000"])
            let big = try batch([String(repeating: "x", count: 5000)])
            let request = IncrementalAlterConfigsRequest(
                resources: [
                    .init(
                        resourceType: 4, resourceName: "",
                        configs: [.init(name: "message.max.bytes", configOperation: 0, value: "2000")])
                ])
            let answer = try await client.call(request, version: 1)
            #expect(answer.responses.map(\.errorCode) == [0])
            #expect(try await client.produce(big, to: "plain").errorCode == ErrorCode.messageTooLarge.rawValue)
            #expect(try await client.produce(big, to: "own").errorCode == 0)
        }
    }

    @Test func `bad values change nothing and say why`() async throws {
        try await withBroker { _, client in
            try await client.createTopic("t")
            #expect(try await client.setConfig("t", "retention.ms", "soon") == ErrorCode.invalidConfig.rawValue)
            #expect(try await client.setConfig("t", "no.such.key", "1") == ErrorCode.invalidConfig.rawValue)
            #expect(
                try await client.setConfig("none", "retention.ms", "1") == ErrorCode.unknownTopicOrPartition.rawValue)
            let describe = DescribeConfigsRequest(
                resources: [.init(resourceType: 2, resourceName: "t", configurationKeys: ["retention.ms"])])
            let config = try #require(try await client.call(describe, version: 4).results.first?.configs.first)
            #expect(config.name == "retention.ms")
            #expect(config.value == "604800000")
            #expect(config.configSource == 5)
        }
    }

    @Test func `a change that is only validated is not made`() async throws {
        try await withBroker { _, client in
            try await client.createTopic("t")
            let request = IncrementalAlterConfigsRequest(
                resources: [
                    .init(
                        resourceType: 2, resourceName: "t",
                        configs: [.init(name: "max.message.bytes", configOperation: 0, value: "10")])
                ], validateOnly: true)
            #expect(try await client.call(request, version: 1).responses.map(\.errorCode) == [0])
            #expect(try await client.produce(try batch(["a"]), to: "t").errorCode == 0)
        }
    }

    @Test func `a resource named twice is not changed`() async throws {
        try await withBroker { _, client in
            try await client.createTopic("t")
            func resource(_ value: String) -> IncrementalAlterConfigsRequest.AlterConfigsResource {
                .init(
                    resourceType: 2, resourceName: "t",
                    configs: [.init(name: "max.message.bytes", configOperation: 0, value: value)])
            }
            let request = IncrementalAlterConfigsRequest(resources: [resource("1"), resource("2")])
            let invalid = ErrorCode.invalidRequest.rawValue
            #expect(try await client.call(request, version: 1).responses.map(\.errorCode) == [invalid, invalid])
            #expect(try await client.produce(try batch(["a"]), to: "t").errorCode == 0)
        }
    }
}
