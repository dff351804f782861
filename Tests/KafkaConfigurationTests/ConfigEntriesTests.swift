import Testing

@testable import KafkaConfiguration

@Suite struct ConfigEntriesTests {
    private func shown(_ entry: ConfigEntry?) -> String {
        guard let entry else { return "none" }
        let synonyms = entry.synonyms.map { "\($0.source.name):\($0.name)=\($0.value ?? "null")" }
        return "\(entry.value ?? "null") \(entry.source.name) [\(synonyms.joined(separator: " "))]"
    }

    private func topic(_ name: String, _ overrides: [String: String], _ broker: BrokerConfiguration) -> String {
        shown(TopicConfiguration(overrides: overrides, broker: broker).entries(names: [name], broker: broker).first)
    }

    @Test func topicSynonymsStandInKafkasOrder() throws {
        let broker = try BrokerConfiguration.load(properties: "log.retention.ms=7\nmessage.max.bytes=9").applying(
            dynamicBroker: ["message.max.bytes": "11"], dynamicDefault: ["message.max.bytes": "10"])
        #expect(
            topic("max.message.bytes", ["max.message.bytes": "12"], broker)
                == "12 DYNAMIC_TOPIC_CONFIG [DYNAMIC_TOPIC_CONFIG:max.message.bytes=12 "
                + "DYNAMIC_BROKER_CONFIG:message.max.bytes=11 DYNAMIC_DEFAULT_BROKER_CONFIG:message.max.bytes=10 "
                + "STATIC_BROKER_CONFIG:message.max.bytes=9 DEFAULT_CONFIG:message.max.bytes=1048588]")
        #expect(
            topic("retention.ms", [:], broker)
                == "7 STATIC_BROKER_CONFIG [STATIC_BROKER_CONFIG:log.retention.ms=7 DEFAULT_CONFIG:log.retention.hours=168]"
        )
    }

    @Test func otherUnitsAreNoSourceByThemselves() throws {
        let broker = try BrokerConfiguration.load(properties: "log.retention.hours=1")
        #expect(topic("retention.ms", [:], broker) == "3600000 DEFAULT_CONFIG []")
        #expect(
            topic("segment.ms", ["segment.ms": "5"], broker)
                == "5 DYNAMIC_TOPIC_CONFIG [DYNAMIC_TOPIC_CONFIG:segment.ms=5]")
    }

    @Test func brokerEntries() throws {
        let broker = try BrokerConfiguration.load(
            properties: "node.id=3\nssl.key.password=secret\nlisteners=PLAINTEXT://h:1"
        ).applying(dynamicDefault: ["log.cleaner.threads": "2", "own.key": "hush"])
        func entry(_ name: String) -> ConfigEntry? { broker.entries(names: [name]).first }
        #expect(
            shown(entry("broker.id"))
                == "3 STATIC_BROKER_CONFIG [STATIC_BROKER_CONFIG:broker.id=3 DEFAULT_CONFIG:broker.id=-1]")
        #expect(entry("node.id")?.isReadOnly == true)
        #expect(entry("log.cleaner.threads")?.isReadOnly == false)
        #expect(
            shown(entry("ssl.key.password")) == "null STATIC_BROKER_CONFIG [STATIC_BROKER_CONFIG:ssl.key.password=null]"
        )
        #expect(entry("ssl.key.password")?.isSensitive == true)
        #expect(entry("port") == nil)
        #expect(entry("own.key")?.value == nil)
        #expect(
            broker.clusterDefaultEntries().map(shown) == [
                "2 DYNAMIC_DEFAULT_BROKER_CONFIG [DYNAMIC_DEFAULT_BROKER_CONFIG:log.cleaner.threads=2]",
                "null DYNAMIC_DEFAULT_BROKER_CONFIG [DYNAMIC_DEFAULT_BROKER_CONFIG:own.key=null]",
            ])
        #expect(broker.entries().map(\.name) == broker.entries().map(\.name).sorted())
    }

    @Test func reportNamesSources() throws {
        let broker = try BrokerConfiguration.load(
            properties: "num.partitions=3\nssl.key.password=secret\nbroker.id=4", file: "my.properties",
            overrides: ["log.dirs=/d"])
        let lines = broker.report().split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
        #expect(lines.contains("num.partitions 3 my.properties line 1"))
        #expect(lines.contains("ssl.key.password [hidden] my.properties line 2"))
        #expect(lines.contains("node.id 4 set through broker.id"))
        #expect(lines.contains("log.dirs /d --override"))
        #expect(lines.contains("log.retention.hours 168 default"))
        #expect(lines.contains("log.retention.ms not set"))
        #expect(!lines.contains { $0.hasPrefix("share.") })
        #expect(broker.report(all: true).contains("share.coordinator.threads"))
    }

    @Test func referenceHasEveryKey() {
        let page = ConfigCatalog.reference()
        for definition in ConfigCatalog.broker + ConfigCatalog.topic { #expect(page.contains("`\(definition.name)`")) }
    }
}
