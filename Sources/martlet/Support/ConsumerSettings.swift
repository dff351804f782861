import KafkaClient

/// Kafka's consumer properties, and what they come to.
struct ConsumerSettings {
    var client = ClientSettings(clientId: "martlet-consume")
    var consumer = ConsumerConfiguration()
    var group: String?

    /// Properties that have no meaning here but stand in many scripts.
    private static let passedOver: Set<String> = [
        "key.deserializer", "value.deserializer", "partition.assignment.strategy", "max.poll.records",
        "allow.auto.create.topics", "group.protocol", "exclude.internal.topics", "send.buffer.bytes",
        "receive.buffer.bytes", "connections.max.idle.ms",
    ]

    /// Takes a property over. Throws ``CommandFailure``.
    mutating func apply(_ name: String, _ value: String) throws {
        if try client.apply(name, value) { return }
        switch name {
        case "group.id": group = value
        case "group.instance.id": consumer.instanceId = value
        case "auto.offset.reset": consumer.offsetReset = try Self.reset(value)
        case "isolation.level": consumer.isolation = try Self.isolation(value)
        case "enable.auto.commit": consumer.autoCommit = try PropertyValue.bool(value, of: name)
        case "check.crcs": consumer.checkCRCs = try PropertyValue.bool(value, of: name)
        case "auto.commit.interval.ms":
            consumer.autoCommitInterval = try PropertyValue.integer(value, of: name, atLeast: 0)
        case "fetch.min.bytes": consumer.fetchMinBytes = try PropertyValue.integer(value, of: name, atLeast: 0)
        case "fetch.max.wait.ms": consumer.fetchMaxWait = try PropertyValue.integer(value, of: name, atLeast: 0)
        case "fetch.max.bytes": consumer.fetchMaxBytes = try PropertyValue.integer(value, of: name, atLeast: 1)
        case "max.partition.fetch.bytes":
            consumer.partitionMaxBytes = try PropertyValue.integer(value, of: name, atLeast: 1)
        case "session.timeout.ms": consumer.sessionTimeout = try PropertyValue.integer(value, of: name, atLeast: 1)
        case "heartbeat.interval.ms":
            consumer.heartbeatInterval = try PropertyValue.integer(value, of: name, atLeast: 1)
        case "max.poll.interval.ms":
            consumer.rebalanceTimeout = try PropertyValue.integer(value, of: name, atLeast: 1)
        case "metadata.max.age.ms": consumer.metadataMaxAge = try PropertyValue.integer(value, of: name, atLeast: 1)
        default:
            guard Self.passedOver.contains(name) else {
                throw CommandFailure("The consumer property \(name) is not supported.")
            }
        }
    }

    private static func reset(_ value: String) throws -> OffsetReset {
        switch value {
        case "earliest": .earliest
        case "latest": .latest
        case "none": .none
        default: throw CommandFailure("auto.offset.reset must be earliest, latest or none, not '\(value)'.")
        }
    }

    static func isolation(_ value: String) throws -> IsolationLevel {
        switch value {
        case "read_committed": .readCommitted
        case "read_uncommitted": .readUncommitted
        default: throw CommandFailure("The isolation level must be read_committed or read_uncommitted, not '\(value)'.")
        }
    }
}
