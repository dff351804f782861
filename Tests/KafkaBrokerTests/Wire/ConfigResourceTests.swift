import KafkaProtocol
import KafkaWire
import Testing

@testable import KafkaBroker

/// Settings of loggers, groups and subscriptions to clients' metrics.
@Suite struct ConfigResourceTests {
    private func set(
        _ client: WireClient, _ type: Int8, _ name: String, _ changes: [String: String?], operation: Int8? = nil,
        only: Bool = false
    ) async throws -> IncrementalAlterConfigsResponse.AlterConfigsResourceResponse {
        let request = IncrementalAlterConfigsRequest(
            resources: [
                .init(
                    resourceType: type, resourceName: name,
                    configs: changes.sorted { $0.key < $1.key }.map {
                        .init(name: $0.key, configOperation: operation ?? ($0.value == nil ? 1 : 0), value: $0.value)
                    })
            ], validateOnly: only)
        return try #require(try await client.call(request, version: 1).responses.first)
    }

    private func describe(
        _ client: WireClient, _ type: Int8, _ name: String, _ keys: [String]? = nil
    ) async throws -> DescribeConfigsResponse.DescribeConfigsResult {
        let request = DescribeConfigsRequest(
            resources: [.init(resourceType: type, resourceName: name, configurationKeys: keys)],
            includeSynonyms: true, includeDocumentation: true)
        return try #require(try await client.call(request, version: 4).results.first)
    }

    @Test func `levels of loggers change and fall back`() async throws {
        try await withBroker { _, client in
            let before = try await describe(client, 8, "1")
            #expect(before.configs.map(\.name).contains("root") && before.configs.map(\.name).contains("martlet.log"))
            for config in before.configs {
                #expect(config.value == "INFO" && config.configSource == 6 && config.configType == 0, "\(config)")
                #expect(!config.readOnly && !config.isSensitive && config.synonyms.isEmpty, "\(config)")
            }
            func levels() async throws -> [String: String?] {
                Dictionary(try await describe(client, 8, "1").configs.map { ($0.name, $0.value) }) { $1 }
            }
            #expect(try await set(client, 8, "1", ["martlet": "DEBUG"], only: true).errorCode == 0)
            #expect(try await levels()["martlet"] == "INFO", "only asked")
            #expect(try await set(client, 8, "1", ["martlet": "DEBUG", "martlet.log": "ERROR"]).errorCode == 0)
            #expect(try await levels()["martlet.groups"] == "DEBUG", "follows the one above")
            #expect(try await levels()["martlet.log"] == "ERROR")
            #expect(try await levels()["root"] == "INFO")
            #expect(try await set(client, 8, "1", ["martlet.log": nil]).errorCode == 0)
            #expect(try await levels()["martlet.log"] == "DEBUG")
            #expect(try await set(client, 8, "1", ["no.such": "DEBUG"]).errorCode == 40)
            #expect(try await set(client, 8, "1", ["martlet": "LOUD"]).errorCode == 40)
            #expect(try await set(client, 8, "1", ["root": nil]).errorCode == 42)
            #expect(try await set(client, 8, "1", ["martlet": "INFO"], operation: 2).errorCode == 42)
            #expect(try await set(client, 8, "2", ["martlet": "INFO"]).errorCode == 42)
            #expect(try await describe(client, 8, "").errorMessage == "Broker id must not be empty")
            #expect(
                try await describe(client, 8, "2").errorMessage == "Unexpected broker id, expected 1 but received 2")
        }
    }

    @Test func `groups have settings over the broker's`() async throws {
        try await withBroker("group.consumer.session.timeout.ms=50000") { broker, client in
            let before = try await describe(client, 32, "g")
            let session = try #require(before.configs.first { $0.name == "consumer.session.timeout.ms" })
            #expect(session.value == "50000" && session.configSource == 4 && session.configType == 3)
            #expect(session.synonyms.map(\.name).first == "group.consumer.session.timeout.ms")
            #expect(before.configs.allSatisfy { $0.documentation?.isEmpty == false && !$0.readOnly })
            #expect(try await set(client, 32, "g", ["consumer.session.timeout.ms": "46000"]).errorCode == 0)
            let after = try await describe(client, 32, "g", ["consumer.session.timeout.ms"])
            #expect(after.configs.map(\.value) == ["46000"])
            #expect(after.configs.first?.configSource == 8)
            #expect(after.configs.first?.synonyms.map(\.source) == [8, 4, 5])
            let refused: [(name: String, value: String, says: String)] = [
                ("no.such", "1", "Unknown group config name: no.such"),
                (
                    "consumer.session.timeout.ms", "1000",
                    "consumer.session.timeout.ms must be greater than or equal to "
                        + "group.consumer.min.session.timeout.ms"
                ),
                (
                    "share.heartbeat.interval.ms", "16000",
                    "share.heartbeat.interval.ms must be less than or equal to group.share.max.heartbeat.interval.ms"
                ),
                (
                    "consumer.heartbeat.interval.ms", "x",
                    "Invalid value x for configuration consumer.heartbeat.interval.ms: Not a number of type INT"
                ),
            ]
            for one in refused {
                let answer = try await set(client, 32, "g", [one.name: one.value])
                #expect(answer.errorCode == 40 && answer.errorMessage == one.says, "\(answer)")
            }
            #expect(try await set(client, 32, "", ["consumer.session.timeout.ms": "46000"]).errorCode == 42)
            #expect(try await describe(client, 32, "").errorCode == 42)
            #expect(try await names(client, 32) == ["g"])
            #expect(try await set(client, 32, "g", ["consumer.session.timeout.ms": nil]).errorCode == 0)
            #expect(try await names(client, 32) == [])
        }
    }

    @Test func `subscriptions to clients' metrics are kept in the metadata`() async throws {
        let directory = TestBroker.newDirectory()
        defer { removeDirectories([directory]) }
        let first = try await TestBroker.start(in: directory, [])
        let client = try await first.client()
        let configs = ["metrics": "org.apache.kafka.", "interval.ms": "5000", "match": "client_id=a.*"]
        #expect(try await set(client, 16, "sub", configs).errorCode == 0)
        #expect(try await set(client, 16, "sub", ["metrics": "other."], operation: 2).errorCode == 0)
        let refused: [([String: String], Int16, String)] = [
            (["colour": "1"], 42, "Unknown client metrics configuration: colour"),
            (
                ["interval.ms": "99"], 42,
                "Invalid value 99 for interval.ms, interval must be between 100 and 3600000 (1 hour)"
            ),
            (["match": "client_id=(a"], 40, "Illegal client matching pattern: client_id=(a"),
            (["match": "colour=red"], 40, "Illegal client matching pattern: colour=red"),
        ]
        for (configs, code, message) in refused {
            let answer = try await set(client, 16, "sub", configs.mapValues { $0 })
            #expect(answer.errorCode == code && answer.errorMessage == message, "\(answer)")
        }
        #expect(try await set(client, 16, "", ["interval.ms": "500"]).errorCode == 42)
        await client.close()
        await first.stop()
        let second = try await TestBroker.start(in: directory, [])
        let again = try await second.client()
        #expect(try await names(again, 16) == ["sub"])
        let shown = try await describe(again, 16, "sub")
        #expect(shown.configs.map(\.name) == ["interval.ms", "match", "metrics"])
        #expect(shown.configs.map(\.value) == ["5000", "client_id=a.*", "org.apache.kafka.,other."])
        #expect(shown.configs.map(\.configSource) == [7, 7, 7])
        let none = try await describe(again, 16, "other")
        #expect(none.configs.map(\.value) == ["300000", "", ""] && none.configs.map(\.configSource) == [5, 5, 5])
        let gone = ["metrics": nil, "interval.ms": nil, "match": nil] as [String: String?]
        #expect(try await set(again, 16, "sub", gone).errorCode == 0)
        #expect(try await names(again, 16) == [])
        await again.close()
        await second.stop()
    }

    @Test func `kinds of resources that are not known are refused`() async throws {
        try await withBroker { _, client in
            let unknown = try await client.call(ListConfigResourcesRequest(resourceTypes: [99]), version: 1)
            #expect(unknown.errorCode == ErrorCode.unsupportedVersion.rawValue)
            let all = try await client.call(ListConfigResourcesRequest(), version: 1)
            #expect(Set(all.configResources.map(\.resourceType)).isSuperset(of: [4, 8]))
            // The older AlterConfigs never knew loggers.
            let old = AlterConfigsRequest(
                resources: [
                    .init(resourceType: 8, resourceName: "1", configs: [.init(name: "root", value: "INFO")])
                ])
            #expect(try await client.call(old, version: 2).responses.map(\.errorCode) == [42])
            let twice = IncrementalAlterConfigsRequest(
                resources: Array(repeating: .init(resourceType: 8, resourceName: "1"), count: 2))
            #expect(try await client.call(twice, version: 1).responses.map(\.errorCode) == [42, 42])
        }
    }

    private func names(_ client: WireClient, _ type: Int8) async throws -> [String] {
        try await client.call(ListConfigResourcesRequest(resourceTypes: [type]), version: 1)
            .configResources.map(\.resourceName)
    }
}
