import KafkaProtocol
import KafkaServer
import KafkaWire

/// UnregisterBroker, version 0 (KIP-500): forgets a broker that is gone, such as one that an older log still names.
extension BrokerEngine {
    func unregisterBroker(
        _ message: UnregisterBrokerRequest, _ origin: Request.Origin
    ) async -> UnregisterBrokerResponse {
        do throws(MetadataTransaction.Refusal) {
            try await broker.controller.change { (transaction) throws(MetadataTransaction.Refusal) in
                try transaction.unregisterBroker(message.brokerId)
            }
            return UnregisterBrokerResponse(errorCode: 0)
        } catch {
            return UnregisterBrokerResponse(errorCode: error.code.rawValue, errorMessage: error.message)
        }
    }
}
