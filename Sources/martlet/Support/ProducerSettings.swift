import KafkaClient
import KafkaRecords

/// Kafka's producer properties, and what they come to.
struct ProducerSettings {
    var client = ClientSettings(clientId: "martlet-produce")
    var producer = ProducerConfiguration()

    /// Properties that have no meaning here but stand in many scripts.
    private static let passedOver: Set<String> = [
        "key.serializer", "value.serializer", "retries", "max.in.flight.requests.per.connection",
        "partitioner.class", "metadata.max.age.ms", "send.buffer.bytes", "receive.buffer.bytes",
        "connections.max.idle.ms",
    ]

    /// Takes a property over. Throws ``CommandFailure``.
    mutating func apply(_ name: String, _ value: String) throws {
        if try client.apply(name, value) {
            if name == "request.timeout.ms" { producer.requestTimeout = client.client.requestTimeout }
            return
        }
        switch name {
        case "acks": producer.acks = try Self.acks(value)
        case "compression.type": producer.compression = try Self.compression(value)
        case "enable.idempotence": producer.idempotent = try PropertyValue.bool(value, of: name)
        case "linger.ms": producer.linger = try PropertyValue.integer(value, of: name, atLeast: 0)
        case "batch.size": producer.batchSize = try PropertyValue.integer(value, of: name, atLeast: 0)
        case "max.request.size": producer.maxRequestSize = try PropertyValue.integer(value, of: name, atLeast: 1)
        case "buffer.memory": producer.bufferMemory = try PropertyValue.integer(value, of: name, atLeast: 1)
        case "delivery.timeout.ms": producer.deliveryTimeout = try PropertyValue.integer(value, of: name, atLeast: 1)
        case "max.block.ms": producer.maxBlock = try PropertyValue.integer(value, of: name, atLeast: 1)
        default:
            guard Self.passedOver.contains(name) else {
                throw CommandFailure("The producer property \(name) is not supported.")
            }
        }
    }

    static func acks(_ value: String) throws -> ProducerConfiguration.Acks {
        switch value {
        case "0": .none
        case "1": .leader
        case "-1", "all": .all
        default: throw CommandFailure("acks must be 0, 1, -1 or all, not '\(value)'.")
        }
    }

    static func compression(_ value: String) throws -> CompressionType {
        guard let type = CompressionType(name: value) else {
            throw CommandFailure("The compression must be none, gzip, snappy, lz4 or zstd, not '\(value)'.")
        }
        return type
    }
}
