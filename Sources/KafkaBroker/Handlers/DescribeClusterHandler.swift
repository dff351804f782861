import KafkaProtocol
import KafkaServer
import KafkaWire

/// DescribeCluster, versions 0 to 2 (KIP-700, KIP-919, KIP-1073): this broker, which is the cluster.
extension BrokerEngine {
    func describeCluster(_ message: DescribeClusterRequest, _ request: Request) -> DescribeClusterResponse {
        guard message.endpointType == 1 else {
            // 2 asks for controllers, which do not answer on a broker's listener.
            return DescribeClusterResponse(
                errorCode: (message.endpointType == 2 ? ErrorCode.mismatchedEndpointType : .unsupportedEndpointType)
                    .rawValue,
                errorMessage: message.endpointType == 2
                    ? "The request was sent to an endpoint of type BROKER, but we wanted an endpoint of type CONTROLLER"
                    : "Unsupported endpoint type \(message.endpointType)")
        }
        let endpoint = broker.advertisedEndpoint(listener: request.context.listener)
        return DescribeClusterResponse(
            clusterId: broker.identity.clusterId, controllerId: broker.identity.nodeId,
            brokers: [
                .init(
                    brokerId: broker.identity.nodeId, host: endpoint.host, port: endpoint.port,
                    rack: broker.identity.rack)
            ],
            clusterAuthorizedOperations: message.includeClusterAuthorizedOperations
                ? access(request).clusterOperations() : AuthorizedOperations.notRequested)
    }
}
