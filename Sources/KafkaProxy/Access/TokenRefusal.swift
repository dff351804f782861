import KafkaProtocol
import KafkaWire

/// Refuses delegation tokens where clients log in at the proxy: the cluster would make them out to the proxy, and whoever
/// got one would be the proxy there.
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
