import KafkaProtocol
import KafkaWire

/// The one coordinator in a FindCoordinator response, wherever its version has it.
struct CoordinatorAnswer: Sendable {
    let node: Int32
    let address: BrokerAddress
    let error: ErrorCode
    let message: String?

    /// Nil if the response names none.
    init?(_ response: FindCoordinatorResponse, version: Int16) {
        if version >= 4 {
            guard let first = response.coordinators.first else { return nil }
            node = first.nodeId
            address = BrokerAddress(host: first.host, port: Int(first.port))
            error = ErrorCode(rawValue: first.errorCode)
            message = first.errorMessage
        } else {
            node = response.nodeId
            address = BrokerAddress(host: response.host, port: Int(response.port))
            error = ErrorCode(rawValue: response.errorCode)
            message = response.errorMessage
        }
    }
}
