import KafkaProtocol
import KafkaServer
import KafkaWire

/// The dispatch of everything that concerns groups and their coordinator.
extension BrokerEngine {
    func handleGroupApi(_ request: Request, _ output: inout ResponseBuffer) -> Outcome {
        switch request.apiKey {
        case .findCoordinator: findCoordinator(request, &output)
        case .joinGroup: joinGroup(request, &output)
        case .syncGroup: syncGroup(request, &output)
        case .leaveGroup: leaveGroup(request, &output)
        case .offsetCommit: offsetCommit(request, &output)
        case .offsetFetch: answer(request, &output, offsetFetch)
        case .describeGroups: answer(request, &output, describeGroups)
        case .listGroups: answer(request, &output, listGroups)
        case .deleteGroups: deleteGroups(request, &output)
        case .offsetDelete: offsetDelete(request, &output)
        default: .close(.unknownApi(request.apiKey))
        }
    }
}
