import KafkaCoordination
import KafkaProtocol
import KafkaServer
import KafkaWire

/// InitProducerId, versions 0 to 6 (KIP-98, KIP-360): an id for an idempotent producer.
///
/// Transactional ids need a transaction coordinator, which this broker does not have: they are refused, with an
/// error that ends the producer instead of letting it retry.
extension BrokerEngine {
    func initProducerId(_ request: Request, _ output: inout ResponseBuffer) -> Outcome {
        guard let message = decode(InitProducerIdRequest.self, request) else { return malformed(request) }
        guard message.transactionalId == nil else {
            let code: ErrorCode =
                message.transactionalId == "" ? .invalidRequest : .transactionalIdAuthorizationFailed
            return output.answer(request, Self.refusal(code))
        }
        let access = access(request)
        // A producer that may write somewhere may write idempotently (KIP-679).
        guard access.allows(.writeIdempotently, tellsRefusal: false) || access?.allowsAny(.write, .topic) ?? true else {
            return output.answer(request, Self.refusal(AccessRule.writeIdempotently.error))
        }
        if let id = broker.producerIds.next() {
            return output.answer(request, InitProducerIdResponse(errorCode: 0, producerId: id, producerEpoch: 0))
        }
        let token = request.replyToken
        Task {
            guard let id = await broker.nextProducerId() else {
                return token.reply(Self.refusal(.coordinatorNotAvailable))
            }
            token.reply(InitProducerIdResponse(errorCode: 0, producerId: id, producerEpoch: 0))
        }
        return .queued
    }

    private static func refusal(_ code: ErrorCode) -> InitProducerIdResponse {
        InitProducerIdResponse(errorCode: code.rawValue, producerId: -1, producerEpoch: -1)
    }
}
