import KafkaProtocol
import KafkaWire

/// Refuses delegation tokens where the cluster takes clients for the proxy, or for whom the proxy makes of them: tokens
/// would be made out to that one, and whoever got one would be it there.
struct TokenRefusal: ProxyFilter {
    private static let apis: [ApiKey] = [
        .createDelegationToken, .renewDelegationToken, .expireDelegationToken, .describeDelegationToken,
    ]

    var interests: [FilterInterest] { Self.apis.map { FilterInterest($0) } }

    func request(_ request: inout FilteredRequest) -> RequestVerdict {
        let code = ErrorCode.delegationTokenAuthDisabled.rawValue
        switch request.message {
        case is CreateDelegationTokenRequest: return .answer(CreateDelegationTokenResponse(errorCode: code))
        case is RenewDelegationTokenRequest: return .answer(RenewDelegationTokenResponse(errorCode: code))
        case is ExpireDelegationTokenRequest: return .answer(ExpireDelegationTokenResponse(errorCode: code))
        default: return .answer(DescribeDelegationTokenResponse(errorCode: code))
        }
    }
}
