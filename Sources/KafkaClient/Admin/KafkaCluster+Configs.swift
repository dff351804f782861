import KafkaProtocol
import KafkaWire

/// What a setting belongs to, by Kafka's numbers.
public enum ConfigResourceType: Int8, Sendable {
    /// A topic.
    case topic = 2
    /// A broker, by its id.
    case broker = 4
    /// A consumer group.
    case group = 32
}

/// One setting with its effective value.
public struct ConfigEntry: Sendable, Equatable {
    /// The setting's name.
    public var name: String
    /// Its value; nil if unset or secret.
    public var value: String?
    /// Where the value comes from, by Kafka's number: 1 topic, 2 and 3 broker (dynamic), 4 broker (static), 5 default.
    public var source: Int8
    /// Whether the value is secret and not shown.
    public var isSensitive: Bool

    /// Whether nobody set it: Kafka's built-in default.
    public var isDefault: Bool { source == 5 }

    /// An entry with everything given.
    public init(name: String, value: String?, source: Int8, isSensitive: Bool) {
        self.name = name
        self.value = value
        self.source = source
        self.isSensitive = isSensitive
    }
}

/// A change to one setting.
public enum ConfigChange: Sendable, Equatable {
    /// Gives it a value.
    case set(name: String, value: String)
    /// Returns it to the default.
    case delete(name: String)
}

extension KafkaCluster {
    /// The settings of resources of one type, by resource name, each sorted by name. Throws ``ClientError``.
    public func describeConfigs(
        _ type: ConfigResourceType, names: [String]
    ) async throws -> [String: [ConfigEntry]] {
        guard !names.isEmpty else { return [:] }
        return try await retrying("Describing configuration") { [self] in
            let target: Target = type == .broker ? names.first.flatMap(Int32.init).map(Target.broker) ?? .any : .any
            let connection = try await connection(to: target)
            let version = try connection.version(of: DescribeConfigsRequest.self)
            let response = try await connection.send(
                DescribeConfigsRequest(
                    resources: names.map {
                        .init(resourceType: type.rawValue, resourceName: $0, configurationKeys: nil)
                    }))
            var found: [String: [ConfigEntry]] = [:]
            for result in response.results {
                try check(result.errorCode, "'\(result.resourceName)'", result.errorMessage)
                found[result.resourceName] = result.configs.map { ConfigEntry($0, version: version) }
                    .sorted { $0.name < $1.name }
            }
            return found
        }
    }

    /// Changes settings of one resource (IncrementalAlterConfigs, KIP-339). Throws ``ClientError``.
    public func alterConfigs(_ type: ConfigResourceType, name: String, changes: [ConfigChange]) async throws {
        let configs = changes.map { change -> IncrementalAlterConfigsRequest.AlterableConfig in
            switch change {
            case .set(let name, let value): .init(name: name, configOperation: 0, value: value)
            case .delete(let name): .init(name: name, configOperation: 1, value: nil)
            }
        }
        try await retrying("Changing configuration of '\(name)'") { [self] in
            let target: Target = type == .broker ? Int32(name).map(Target.broker) ?? .any : .any
            let response = try await send(
                IncrementalAlterConfigsRequest(
                    resources: [.init(resourceType: type.rawValue, resourceName: name, configs: configs)]),
                to: target)
            guard let result = response.responses.first else { return }
            try check(result.errorCode, "'\(name)'", result.errorMessage)
        }
    }
}

extension ConfigEntry {
    init(_ entry: DescribeConfigsResponse.DescribeConfigsResourceResult, version: Int16) {
        // Version 0 has only a flag; anything that is not default counts as the topic's own.
        let source: Int8 = version == 0 ? (entry.isDefault ? 5 : 1) : entry.configSource
        self.init(name: entry.name, value: entry.value, source: source, isSensitive: entry.isSensitive)
    }
}
