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
        let origin = origin(request)
        let access = access(request)
        let keys = request.apiVersion >= 4 ? message.coordinatorKeys : [message.key]
        // Whoever may see none of the groups has no topic made for them.
        let isWelcome =
            broker.authorizer == nil
            || keys.contains {
                // The answer is what tells of it.
                access.allows(.describeGroup, $0, tellsGrant: false, tellsRefusal: false)
            }
        guard message.keyType == 0, !broker.groups.isOpen, isWelcome else {
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
        let access = access(request)
        guard request.apiVersion >= 4 else {
            if let refusal = refusal(message.keyType, message.key, request.apiVersion, access) {
                return FindCoordinatorResponse(
                    errorCode: refusal.code.rawValue, errorMessage: refusal.message, nodeId: -1, host: "", port: -1)
            }
            return FindCoordinatorResponse(
                errorCode: 0, errorMessage: "NONE", nodeId: broker.identity.nodeId, host: endpoint.host,
                port: endpoint.port)
        }
        return FindCoordinatorResponse(
            coordinators: message.coordinatorKeys.map { key in
                if let refusal = refusal(message.keyType, key, request.apiVersion, access) {
                    return .init(
                        key: key, nodeId: -1, host: "", port: -1, errorCode: refusal.code.rawValue,
                        errorMessage: refusal.message)
                }
                return .init(
                    key: key, nodeId: broker.identity.nodeId, host: endpoint.host, port: endpoint.port, errorCode: 0,
                    errorMessage: "")
            })
    }

    private func refusal(
        _ keyType: Int8, _ key: String, _ version: Int16, _ access: Access?
    ) -> (code: ErrorCode, message: String)? {
        switch keyType {
        case 0 where !access.allows(.describeGroup, key):
            (AccessRule.describeGroup.error, AccessRule.describeGroup.message)
        case 0:
            broker.groups.shard(for: key)?.isCoordinator == true
                ? nil : (.coordinatorNotAvailable, "The coordinator is not available.")
        // Coordinators of share groups are for brokers to ask after.
        case 2 where version >= 6 && !access.allows(.actForCluster):
            (AccessRule.actForCluster.error, AccessRule.actForCluster.message)
        case 1: (.transactionalIdAuthorizationFailed, "This broker does not serve transactions.")
        default: (.invalidRequest, Self.malformedMessage)
        }
    }
}
