import KafkaProtocol
import KafkaServer
import KafkaWire

/// SaslHandshake and SaslAuthenticate where there is nothing to authenticate: on a listener without SASL, or by a client
/// that has done it and need not do it again. Otherwise the connection answers them before the engine sees them.
extension BrokerEngine {
    func saslHandshake(_ message: SaslHandshakeRequest, _ request: Request) -> SaslHandshakeResponse {
        SaslHandshakeResponse(errorCode: ErrorCode.illegalSaslState.rawValue, mechanisms: [])
    }

    func saslAuthenticate(_ message: SaslAuthenticateRequest, _ request: Request) -> SaslAuthenticateResponse {
        SaslAuthenticateResponse(
            errorCode: ErrorCode.illegalSaslState.rawValue,
            errorMessage: "SaslAuthenticate request received after successful authentication")
    }
}
