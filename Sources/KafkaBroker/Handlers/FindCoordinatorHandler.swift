import KafkaProtocol
import KafkaServer
import KafkaWire

/// FindCoordinator, versions 0 to 6 (KIP-699: several keys from version 4 on): this broker coordinates every group.
///
/// The first question creates `__consumer_offsets`, and its answer waits for that.
extension BrokerEngine {
    private static let malformedMessage = """
        This most likely occurs because of a request being malformed by the client library or the message was sent \
        to an incompatible broker. See the broker logs for more details.
        """

    func findCoordinator(_ request: Request, _ output: inout ResponseBuffer) -> Outcome {
        guard let message = decode(FindCoordinatorRequest.self, request) else { return malformed(request) }
        let origin = Request.Origin(request)
        guard message.keyType == 0, !broker.groups.isOpen else {
            return output.answer(request, response(message, origin))
        }
        let token = request.replyToken
        Task {
            await broker.openGroupCoordinators()
            token.reply(response(message, origin))
        }
        return .queued
    }

    private func response(_ message: FindCoordinatorRequest, _ request: Request.Origin) -> FindCoordinatorResponse {
        let endpoint = broker.advertisedEndpoint(listener: request.context.listener)
        let refusal = refusal(keyType: message.keyType)
        guard request.apiVersion >= 4 else {
            if let refusal {
                return FindCoordinatorResponse(
                    errorCode: refusal.code.rawValue, errorMessage: refusal.message, nodeId: -1, host: "", port: -1)
            }
            return FindCoordinatorResponse(
                errorCode: 0, errorMessage: "NONE", nodeId: broker.identity.nodeId, host: endpoint.host,
                port: endpoint.port)
        }
        return FindCoordinatorResponse(
            coordinators: message.coordinatorKeys.map { key in
                if let refusal {
                    return .init(
                        key: key, nodeId: -1, host: "", port: -1, errorCode: refusal.code.rawValue,
                        errorMessage: refusal.message)
                }
                return .init(
                    key: key, nodeId: broker.identity.nodeId, host: endpoint.host, port: endpoint.port, errorCode: 0,
                    errorMessage: "")
            })
    }

    private func refusal(keyType: Int8) -> (code: ErrorCode, message: String)? {
        switch keyType {
        case 0: broker.groups.isOpen ? nil : (.coordinatorNotAvailable, "The coordinator is not available.")
        case 1: (.transactionalIdAuthorizationFailed, "This broker does not serve transactions.")
        default: (.invalidRequest, Self.malformedMessage)
        }
    }
}
