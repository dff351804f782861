import KafkaProtocol
import KafkaWire

@testable import KafkaBroker

extension Probe {
    /// On a listener without SASL, where nobody can authenticate and nobody gets tokens.
    func security() async throws {
        try await ask(SaslHandshakeRequest.self) { _ in
            SaslHandshakeRequest(mechanism: "PLAIN")
        } check: { response, _ in
            response.errorCode == ErrorCode.illegalSaslState.rawValue && response.mechanisms.isEmpty
        }
        try await ask(SaslAuthenticateRequest.self) { _ in
            SaslAuthenticateRequest()
        } check: { response, _ in
            response.errorCode == ErrorCode.illegalSaslState.rawValue
        }
        try await ask(AlterUserScramCredentialsRequest.self) { _ in
            AlterUserScramCredentialsRequest(deletions: [.init(name: "u", mechanism: 1)])
        } check: { response, _ in
            response.results.map(\.errorCode) == [ErrorCode.resourceNotFound.rawValue]
        }
        try await ask(DescribeUserScramCredentialsRequest.self) { _ in
            DescribeUserScramCredentialsRequest(users: [.init(name: "u"), .init(name: "v"), .init(name: "v")])
        } check: { response, _ in
            response.results.map(\.errorCode)
                == [ErrorCode.resourceNotFound.rawValue, ErrorCode.duplicateResource.rawValue]
        }
        let refused = ErrorCode.delegationTokenRequestNotAllowed.rawValue
        try await ask(CreateDelegationTokenRequest.self) { _ in
            CreateDelegationTokenRequest()
        } check: { response, _ in
            response.errorCode == refused
        }
        try await ask(RenewDelegationTokenRequest.self) { _ in
            RenewDelegationTokenRequest()
        } check: { response, _ in
            response.errorCode == refused
        }
        try await ask(ExpireDelegationTokenRequest.self) { _ in
            ExpireDelegationTokenRequest()
        } check: { response, _ in
            response.errorCode == refused
        }
        try await ask(DescribeDelegationTokenRequest.self) { _ in
            DescribeDelegationTokenRequest()
        } check: { response, _ in
            response.errorCode == refused
        }
    }
}
