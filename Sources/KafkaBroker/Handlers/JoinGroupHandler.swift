import KafkaCoordination
import KafkaProtocol
import KafkaServer
import KafkaWire

/// JoinGroup, versions 0 to 9: the answer waits until the group's members have gathered.
extension BrokerEngine {
    func joinGroup(_ request: Request, _ output: inout ResponseBuffer) -> Outcome {
        guard let message = decode(JoinGroupRequest.self, request) else { return malformed(request) }
        guard access(request).allows(.readGroup, message.groupId) else {
            return output.answer(
                request,
                JoinGroupResponse(
                    errorCode: AccessRule.readGroup.error.rawValue, protocolName: request.apiVersion >= 7 ? nil : ""))
        }
        guard let shard = broker.groups.shard(for: message.groupId) else {
            return output.answer(
                request,
                JoinGroupResponse(
                    errorCode: ErrorCode.notCoordinator.rawValue,
                    protocolName: request.apiVersion >= 7 ? nil : ""))
        }
        var generator = SystemRandomNumberGenerator()
        let context = GroupRequestContext(
            apiVersion: request.apiVersion, clientId: request.clientId ?? "",
            clientHost: "/" + request.context.peerHost,
            newMemberUuid: Uuid.random(using: &generator).hexadecimal)
        shard.handle(.joinGroup(GroupToken(request.replyToken), message, context))
        return .later
    }
}

extension Uuid {
    /// The form with dashes, `8-4-4-4-12` hexadecimal digits, that Java prints.
    var hexadecimal: String {
        func digits(_ value: UInt64, _ count: Int) -> String {
            let text = String(value, radix: 16)
            return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
        }
        return [
            digits(high >> 32, 8), digits(high >> 16 & 0xFFFF, 4), digits(high & 0xFFFF, 4), digits(low >> 48, 4),
            digits(low & 0xFFFF_FFFF_FFFF, 12),
        ].joined(separator: "-")
    }
}
