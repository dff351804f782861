import KafkaConfiguration
import KafkaCoordination
import KafkaProtocol
import KafkaServer
import KafkaWire

/// DescribeConfigs, versions 1 to 4 (KIP-133, KIP-226, KIP-569): the effective settings of topics, of this broker and
/// its loggers (KIP-412), of subscriptions to clients' metrics (KIP-714) and of groups (KIP-848).
extension BrokerEngine {
    private typealias Answer = DescribeConfigsResponse.DescribeConfigsResult

    private static let malformedMessage = """
        This most likely occurs because of a request being malformed by the client library or the message was sent \
        to an incompatible broker. See the broker logs for more details.
        """

    func describeConfigs(_ message: DescribeConfigsRequest, _ request: Request) -> DescribeConfigsResponse {
        let access = access(request)
        return DescribeConfigsResponse(
            results: message.resources.map { resource in
                var answer = Answer(
                    errorCode: 0, errorMessage: "", resourceType: resource.resourceType,
                    resourceName: resource.resourceName)
                do throws(MetadataTransaction.Refusal) {
                    try Self.check(access, resource)
                    answer.configs =
                        resource.resourceType == MetadataImage.ConfigResource.brokerLogger
                        ? try loggers(resource) : try entries(of: resource).map { result($0, message) }
                } catch {
                    answer.errorCode = error.code.rawValue
                    answer.errorMessage = error.message
                }
                return answer
            })
    }

    private static func check(
        _ access: Access?, _ resource: DescribeConfigsRequest.DescribeConfigsResource
    ) throws(MetadataTransaction.Refusal) {
        let rule: AccessRule
        switch resource.resourceType {
        case MetadataImage.ConfigResource.topic: rule = .describeTopicConfigs
        case MetadataImage.ConfigResource.group: rule = .describeGroupConfigs
        default: rule = .describeClusterConfigs
        }
        let isAllowed = rule.type == .cluster ? access.allows(rule) : access.allows(rule, resource.resourceName)
        guard isAllowed else { throw .init(rule.error, rule.message) }
    }

    private func entries(
        of resource: DescribeConfigsRequest.DescribeConfigsResource
    ) throws(MetadataTransaction.Refusal) -> [ConfigEntry] {
        // No names, or an empty list of them, ask for all.
        let names = resource.configurationKeys.flatMap { $0.isEmpty ? nil : Set($0) }
        let configuration = broker.configuration
        switch resource.resourceType {
        case MetadataImage.ConfigResource.topic:
            if let problem = TopicName.problem(resource.resourceName) {
                throw .init(.invalidTopicException, "Topic name is invalid: \(problem)")
            }
            guard let topic = broker.topics.current.topic(name: resource.resourceName) else {
                throw .init(.unknownTopicOrPartition, "")
            }
            return topic.configuration.entries(names: names, broker: configuration)
        case MetadataImage.ConfigResource.broker:
            if resource.resourceName.isEmpty { return configuration.clusterDefaultEntries(names: names) }
            try checkBrokerName(resource.resourceName)
            return configuration.entries(names: names)
        case MetadataImage.ConfigResource.clientMetrics:
            guard !resource.resourceName.isEmpty else {
                throw .init(.invalidRequest, "Client metrics subscription name must not be empty")
            }
            return ClientMetricsSubscription.entries(
                configs: broker.topics.current.config(resource.resourceType, resource.resourceName), names: names)
        case MetadataImage.ConfigResource.group:
            guard !resource.resourceName.isEmpty else {
                throw .init(.invalidRequest, "Group name must not be empty")
            }
            return GroupConfiguration.entries(
                overrides: broker.topics.current.config(resource.resourceType, resource.resourceName), names: names,
                broker: configuration)
        default:
            throw .init(.invalidRequest, Self.malformedMessage)
        }
    }

    /// The loggers of this broker and their levels.
    private func loggers(
        _ resource: DescribeConfigsRequest.DescribeConfigsResource
    ) throws(MetadataTransaction.Refusal) -> [DescribeConfigsResponse.DescribeConfigsResourceResult] {
        guard !resource.resourceName.isEmpty else { throw .init(.invalidRequest, "Broker id must not be empty") }
        guard let id = Int32(resource.resourceName) else {
            throw .init(.invalidRequest, "Broker id must be an integer, but it is: \(resource.resourceName)")
        }
        guard id == broker.identity.nodeId else {
            throw .init(
                .invalidRequest,
                "Unexpected broker id, expected \(broker.identity.nodeId) but received \(resource.resourceName)")
        }
        let names = resource.configurationKeys.flatMap { $0.isEmpty ? nil : Set($0) }
        return broker.logLevels.all.filter { names?.contains($0.name) ?? true }.map {
            .init(
                name: $0.name, value: $0.level.kafkaName, readOnly: false,
                configSource: ConfigSource.brokerLogger.rawValue, isSensitive: false, configType: 0,
                documentation: nil)
        }
    }

    /// A broker answers for itself alone.
    func checkBrokerName(_ name: String) throws(MetadataTransaction.Refusal) {
        guard let id = Int32(name) else {
            throw .init(.invalidRequest, "Broker id must be an integer, but it is: \(name)")
        }
        guard id == broker.identity.nodeId else {
            throw .init(
                .invalidRequest,
                "Unexpected broker id, expected \(broker.identity.nodeId) or empty string, but received \(name)")
        }
    }

    private func result(
        _ entry: ConfigEntry, _ message: DescribeConfigsRequest
    ) -> DescribeConfigsResponse.DescribeConfigsResourceResult {
        .init(
            name: entry.name, value: entry.value, readOnly: entry.isReadOnly, configSource: entry.source.rawValue,
            isSensitive: entry.isSensitive,
            synonyms: message.includeSynonyms
                ? entry.synonyms.map { .init(name: $0.name, value: $0.value, source: $0.source.rawValue) } : [],
            configType: entry.type.rawValue,
            documentation: message.includeDocumentation ? entry.documentation : nil)
    }
}
