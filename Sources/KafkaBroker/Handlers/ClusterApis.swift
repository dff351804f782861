import KafkaProtocol
import KafkaServer
import KafkaWire

/// The dispatch of what administrators ask of the cluster and of this broker as a whole.
extension BrokerEngine {
    func handleClusterApi(_ request: Request, _ output: inout ResponseBuffer) -> Outcome {
        switch request.apiKey {
        case .describeLogDirs: answerLaterChecked(request, &output, describeLogDirs)
        case .alterReplicaLogDirs: answerLaterChecked(request, &output, alterReplicaLogDirs)
        case .electLeaders: answerLaterChecked(request, &output, electLeaders)
        case .alterPartitionReassignments: answerLaterChecked(request, &output, alterPartitionReassignments)
        case .listPartitionReassignments: answerChecked(request, &output, listPartitionReassignments)
        case .describeQuorum: answerLaterChecked(request, &output, describeQuorum)
        case .updateFeatures: answerLaterChecked(request, &output, updateFeatures)
        case .describeProducers: answerLater(request, describeProducers)
        case .saslHandshake: answer(request, &output, saslHandshake)
        case .saslAuthenticate: answer(request, &output, saslAuthenticate)
        case .describeUserScramCredentials: answerChecked(request, &output, describeUserScramCredentials)
        case .alterUserScramCredentials: answerLaterChecked(request, &output, alterUserScramCredentials)
        case .createDelegationToken: answerLater(request, createDelegationToken)
        case .renewDelegationToken: answerLater(request, renewDelegationToken)
        case .expireDelegationToken: answerLater(request, expireDelegationToken)
        case .describeDelegationToken: answer(request, &output, describeDelegationToken)
        case .unregisterBroker: answerLaterChecked(request, &output, unregisterBroker)
        case .listConfigResources: answerChecked(request, &output, listConfigResources)
        case .describeClientQuotas: answerChecked(request, &output, describeClientQuotas)
        case .alterClientQuotas: answerLaterChecked(request, &output, alterClientQuotas)
        case .createAcls: answerLaterChecked(request, &output, createAcls)
        case .describeAcls: answerChecked(request, &output, describeAcls)
        case .deleteAcls: answerLaterChecked(request, &output, deleteAcls)
        case .getTelemetrySubscriptions: getTelemetrySubscriptions(request, &output)
        case .pushTelemetry: pushTelemetry(request, &output)
        default: handleGroupApi(request, &output)
        }
    }
}
