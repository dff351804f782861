import KafkaConfiguration
import KafkaCoordination
import KafkaProtocol
import KafkaServer
import KafkaWire

/// IncrementalAlterConfigs (versions 0 to 1, KIP-339) and AlterConfigs (0 to 2): settings that change while running.
///
/// Each resource stands or falls by itself.
extension BrokerEngine {
    func incrementalAlterConfigs(
        _ message: IncrementalAlterConfigsRequest, _ origin: Request.Origin
    ) async -> IncrementalAlterConfigsResponse {
        var responses: [IncrementalAlterConfigsResponse.AlterConfigsResourceResponse] = []
        let repeated = Self.repeated(message.resources.map { ($0.resourceType, $0.resourceName) })
        let access = access(origin)
        for resource in message.resources {
            let refusal =
                if let refusal = Self.refusal(access, resource.resourceType, resource.resourceName) { refusal } else {
                    await alter(resource, repeated: repeated, validateOnly: message.validateOnly)
                }
            responses.append(
                .init(
                    errorCode: (refusal?.code ?? .none).rawValue, errorMessage: refusal?.message,
                    resourceType: resource.resourceType, resourceName: resource.resourceName))
        }
        return IncrementalAlterConfigsResponse(responses: responses)
    }

    private func alter(
        _ resource: IncrementalAlterConfigsRequest.AlterConfigsResource,
        repeated: Set<MetadataImage.ConfigResource>, validateOnly: Bool
    ) async -> MetadataTransaction.Refusal? {
        if resource.resourceType == MetadataImage.ConfigResource.brokerLogger,
            !repeated.contains(.init(type: resource.resourceType, name: resource.resourceName))
        {
            return alterLoggers(resource, validateOnly: validateOnly)
        }
        return await alter(
            type: resource.resourceType, name: resource.resourceName, setting: resource.configs.map(\.name),
            repeated: repeated, validateOnly: validateOnly
        ) { (before, alterer) throws(ConfigChangeError) in
            var changes: [ConfigChange] = []
            for config in resource.configs {
                guard let operation = ConfigChange.Operation(rawValue: config.configOperation) else {
                    throw ConfigChangeError.invalidRequest("Unknown operation type \(config.configOperation)")
                }
                changes.append(ConfigChange(name: config.name, operation: operation, value: config.value))
            }
            return try alterer.altered(before, by: changes)
        }
    }

    func alterConfigs(_ message: AlterConfigsRequest, _ origin: Request.Origin) async -> AlterConfigsResponse {
        var responses: [AlterConfigsResponse.AlterConfigsResourceResponse] = []
        let repeated = Self.repeated(message.resources.map { ($0.resourceType, $0.resourceName) })
        let access = access(origin)
        for resource in message.resources {
            let refusal =
                if let refusal = Self.refusal(access, resource.resourceType, resource.resourceName) { refusal } else {
                    await alter(
                        type: resource.resourceType, name: resource.resourceName,
                        setting: resource.configs.map(\.name), repeated: repeated, validateOnly: message.validateOnly
                    ) { (_, alterer) throws(ConfigChangeError) in
                        try alterer.replaced(by: resource.configs.map { ($0.name, $0.value) })
                    }
                }
            responses.append(
                .init(
                    errorCode: (refusal?.code ?? .none).rawValue, errorMessage: refusal?.message,
                    resourceType: resource.resourceType, resourceName: resource.resourceName))
        }
        return AlterConfigsResponse(responses: responses)
    }

    /// Whether the sender may alter the settings of that resource; what is no kind of resource is refused elsewhere.
    private static func refusal(_ access: Access?, _ type: Int8, _ name: String) -> MetadataTransaction.Refusal? {
        let rule: AccessRule
        switch type {
        case MetadataImage.ConfigResource.topic: rule = .alterTopicConfigs
        case MetadataImage.ConfigResource.group: rule = .alterGroupConfigs
        default: rule = .alterClusterConfigs
        }
        let isAllowed = rule.type == .cluster ? access.allows(rule) : access.allows(rule, name)
        return isAllowed ? nil : .init(rule.error, rule.message)
    }

    /// Resources that a request names more than once; which change comes first would be a matter of luck.
    private static func repeated(_ resources: [(type: Int8, name: String)]) -> Set<MetadataImage.ConfigResource> {
        var seen = Set<MetadataImage.ConfigResource>()
        return Set(
            resources.map { MetadataImage.ConfigResource(type: $0.type, name: $0.name) }.filter {
                !seen.insert($0).inserted
            })
    }

    private func alter(
        type: Int8, name: String, setting names: [String], repeated: Set<MetadataImage.ConfigResource>,
        validateOnly: Bool,
        _ body:
            @escaping @Sendable (_ before: [String: String], ConfigAlterer) throws(ConfigChangeError) -> [String:
            String]
    ) async -> MetadataTransaction.Refusal? {
        guard !repeated.contains(MetadataImage.ConfigResource(type: type, name: name)) else {
            return .init(.invalidRequest, "Each resource must appear at most once.")
        }
        do throws(MetadataTransaction.Refusal) {
            let alterer = try alterer(type: type, name: name)
            try await broker.controller.change(validateOnly: validateOnly) {
                (transaction) throws(MetadataTransaction.Refusal) in
                try transaction.alterConfigs(type: type, name: name) { (before) throws(ConfigChangeError) in
                    try checked(body(before, alterer), type: type, name: name, setting: names)
                }
            }
            if !validateOnly, type == MetadataImage.ConfigResource.broker { await broker.applyDynamicConfiguration() }
            return nil
        } catch {
            return error
        }
    }

    /// What a broker's clients are authenticated by, and what it shows them, must be right before it is written down.
    private func checked(
        _ configs: [String: String], type: Int8, name: String, setting names: [String]
    ) throws(ConfigChangeError) -> [String: String] {
        guard type == MetadataImage.ConfigResource.broker else { return configs }
        let other = broker.topics.current.config(type, name.isEmpty ? String(broker.identity.nodeId) : "")
        let next = broker.configuration.applying(
            dynamicBroker: name.isEmpty ? other : configs, dynamicDefault: name.isEmpty ? configs : other)
        if let problem = SaslService.problem(with: next) { throw .invalidRequest(problem) }
        if let problem = TLSListeners.problem(with: next, insteadOf: broker.configuration, setting: names) {
            throw .invalidRequest(problem)
        }
        return configs
    }

    private func alterer(type: Int8, name: String) throws(MetadataTransaction.Refusal) -> ConfigAlterer {
        switch type {
        case MetadataImage.ConfigResource.topic: return .topic
        case MetadataImage.ConfigResource.broker:
            guard !name.isEmpty else { return .broker(.clusterDefault) }
            try checkBrokerName(name)
            return .broker(.broker)
        case MetadataImage.ConfigResource.clientMetrics: return .clientMetrics(name)
        case MetadataImage.ConfigResource.group:
            guard !name.isEmpty else {
                throw .init(.invalidRequest, "Default group resources are not allowed.")
            }
            return .group(broker.configuration)
        default:
            throw .init(.invalidRequest, "Unknown resource type \(type)")
        }
    }
}

/// The rules that changed settings are checked by.
enum ConfigAlterer: Sendable {
    case topic
    case broker(BrokerConfiguration.DynamicScope)
    case clientMetrics(String)
    /// Under the bounds of this configuration.
    case group(BrokerConfiguration)

    func altered(
        _ before: [String: String], by changes: [ConfigChange]
    ) throws(ConfigChangeError) -> [String: String] {
        switch self {
        case .topic: try TopicConfiguration.altering(before, by: changes)
        case .broker(let scope): try BrokerConfiguration.altering(before, by: changes, scope: scope)
        case .clientMetrics(let name):
            try ClientMetricsSubscription.altering(before, by: changes, subscription: name)
        case .group(let broker): try GroupConfiguration.altering(before, by: changes, broker: broker)
        }
    }

    func replaced(by configs: [(name: String, value: String?)]) throws(ConfigChangeError) -> [String: String] {
        switch self {
        case .topic: try TopicConfiguration.validated(configs)
        case .broker(let scope): try BrokerConfiguration.validated(configs, scope: scope)
        case .clientMetrics(let name): try ClientMetricsSubscription.validated(configs, subscription: name)
        case .group(let broker): try GroupConfiguration.validated(configs, broker: broker)
        }
    }
}
