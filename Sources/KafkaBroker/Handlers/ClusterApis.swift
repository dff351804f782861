import KafkaProtocol
import KafkaServer
import KafkaWire

/// The dispatch of what administrators ask of the cluster and of this broker as a whole.
extension BrokerEngine {
    func handleClusterApi(_ request: Request, _ output: inout ResponseBuffer) -> Outcome {
        switch request.apiKey {
        case .describeLogDirs: answerLater(request, describeLogDirs)
        case .alterReplicaLogDirs: answerLater(request, alterReplicaLogDirs)
        case .electLeaders: answerLater(request, electLeaders)
        case .alterPartitionReassignments: answerLater(request, alterPartitionReassignments)
        case .listPartitionReassignments: answer(request, &output, listPartitionReassignments)
        case .describeQuorum: answerLater(request, describeQuorum)
        case .updateFeatures: answerLater(request, updateFeatures)
        case .describeProducers: answerLater(request, describeProducers)
        case .unregisterBroker: answerLater(request, unregisterBroker)
        case .listConfigResources: answer(request, &output, listConfigResources)
        case .saslHandshake: answer(request, &output, saslHandshake)
        case .saslAuthenticate: answer(request, &output, saslAuthenticate)
        case .describeUserScramCredentials: answer(request, &output, describeUserScramCredentials)
        case .alterUserScramCredentials: answerLater(request, alterUserScramCredentials)
        case .getTelemetrySubscriptions: getTelemetrySubscriptions(request, &output)
        case .pushTelemetry: pushTelemetry(request, &output)
        default: handleGroupApi(request, &output)
        }
    }
}
