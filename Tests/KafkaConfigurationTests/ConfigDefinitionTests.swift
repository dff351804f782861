import Testing

@testable import KafkaConfiguration

@Suite struct ConfigDefinitionTests {
    @Test(arguments: ConfigCatalog.broker + ConfigCatalog.topic) func definitionHoldsTogether(
        _ definition: ConfigDefinition
    ) {
        if let text = definition.defaultValue {
            #expect(definition.complaint(about: text) == nil)
            #expect((try? definition.parse(text).text) == text)
        }
        #expect(definition.documentation.hasSuffix("."))
        #expect(!definition.documentation.contains("|"), "it would break the reference table")
    }

    @Test func namesAreUnique() {
        #expect(Set(ConfigCatalog.broker.map(\.name)).count == ConfigCatalog.broker.count)
        #expect(Set(ConfigCatalog.topic.map(\.name)).count == ConfigCatalog.topic.count)
    }

    @Test func everyBrokerKeyOfATopicIsKnown() {
        for (topic, broker) in TopicKeys.brokerKeys {
            #expect(ConfigCatalog.topicDefinition(topic) != nil)
            #expect(ConfigCatalog.broker(named: broker)?.type == ConfigCatalog.topicDefinition(topic)?.type)
        }
    }

    @Test(arguments: [
        ("retention.ms", "abc", "Invalid value abc for configuration retention.ms: Not a number of type LONG"),
        ("retention.ms", "-2", "Invalid value -2 for configuration retention.ms: Value must be at least -1"),
        (
            "segment.bytes", "99999999999",
            "Invalid value 99999999999 for configuration segment.bytes: Not a number of type INT"
        ),
        (
            "min.cleanable.dirty.ratio", "1.5",
            "Invalid value 1.5 for configuration min.cleanable.dirty.ratio: Value must be no more than 1"
        ),
        (
            "preallocate", "yes",
            "Invalid value yes for configuration preallocate: Expected value to be either true or false"
        ),
        (
            "cleanup.policy", "compact,purge",
            "Invalid value purge for configuration cleanup.policy: String must be one of: compact, delete"
        ),
        (
            "compression.type", "brotli",
            "Invalid value brotli for configuration compression.type: String must be one of: uncompressed, zstd, lz4, snappy, gzip, producer"
        ),
        (
            "compression.gzip.level", "0",
            "Invalid value 0 for configuration compression.gzip.level: Value must be between 1 and 9 or equal to -1"
        ),
    ]) func complaintsReadAsKafkas(_ name: String, _ text: String, _ complaint: String) {
        #expect(ConfigCatalog.topicDefinition(name)?.complaint(about: text) == complaint)
    }

    @Test(arguments: [
        ("retention.ms", " 1000\t", "1000"), ("preallocate", "TRUE", "true"),
        ("cleanup.policy", " compact , delete", "compact,delete"),
        ("min.cleanable.dirty.ratio", "1", "1.0"), ("compression.gzip.level", "-1", "-1"), ("retention.ms", "+5", "5"),
    ]) func valuesAreShownAsKafkaShowsThem(_ name: String, _ text: String, _ shown: String) throws {
        #expect(try ConfigCatalog.topicDefinition(name)?.parse(text).text == shown)
    }

    @Test func aPasswordIsNotRepeated() {
        let definition = ConfigDefinition(
            "p", .password, nil, .notEmpty, .low, .readOnly, .honoured, "A password.")
        #expect(
            definition.complaint(about: " ") == "Invalid value [hidden] for configuration p: String must be non-empty")
    }

    @Test(arguments: [
        ("num.partition", "num.partitions"), ("log.retention.hour", "log.retention.hours"),
        ("retention.ms", "log.retention.ms"), ("autocreate.topics.enable", "auto.create.topics.enable"),
    ])
    func suggestions(_ wrong: String, _ right: String) {
        #expect(ConfigCatalog.suggestion(forBroker: wrong) == right)
    }

    @Test func nothingIsSuggestedForSomethingElse() {
        #expect(ConfigCatalog.suggestion(forBroker: "confluent.telemetry.enabled") == nil)
        #expect(ConfigCatalog.suggestion(forBroker: String(repeating: "x", count: 100_000)) == nil)
    }
}
