import KafkaProtocol
import KafkaServer
import KafkaWire

/// ListConfigResources, versions 0 to 1 (KIP-1000, KIP-1142): what has settings. Version 0 knows subscriptions to
/// clients' metrics only.
extension BrokerEngine {
    private typealias Kind = MetadataImage.ConfigResource

    func listConfigResources(_ message: ListConfigResourcesRequest, _ request: Request) -> ListConfigResourcesResponse {
        let known =
            request.apiVersion == 0
            ? [Kind.clientMetrics] : [Kind.group, Kind.clientMetrics, Kind.brokerLogger, Kind.broker, Kind.topic]
        guard message.resourceTypes.allSatisfy(known.contains) else {
            return ListConfigResourcesResponse(errorCode: ErrorCode.unsupportedVersion.rawValue)
        }
        let asked = message.resourceTypes.isEmpty ? Set(known) : Set(message.resourceTypes)
        let table = broker.topics.current
        return ListConfigResourcesResponse(
            errorCode: 0,
            configResources: known.filter(asked.contains).flatMap { kind in
                names(of: kind, table).map { .init(resourceName: $0, resourceType: kind) }
            })
    }

    private func names(of kind: Int8, _ table: TopicTable) -> [String] {
        switch kind {
        case Kind.topic: table.sortedTopics.map(\.name)
        case Kind.broker, Kind.brokerLogger: [String(broker.identity.nodeId)]
        default: table.configuredNames(kind)
        }
    }
}
