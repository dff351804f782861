import KafkaProtocol
import KafkaWire
import NIOCore
import Testing

@testable import KafkaBroker

extension Probe {
    /// Logging in where nobody has to, and the credentials of users.
    func users() async throws {
        try await ask(SaslHandshakeRequest.self) { _ in
            SaslHandshakeRequest(mechanism: "PLAIN")
        } check: { response, _ in
            response.errorCode == ErrorCode.illegalSaslState.rawValue
        }
        try await ask(SaslAuthenticateRequest.self) { _ in
            SaslAuthenticateRequest(authBytes: ByteBuffer(string: "x"))
        } check: { response, _ in
            response.errorCode == ErrorCode.illegalSaslState.rawValue
        }
        try await ask(DescribeUserScramCredentialsRequest.self) { _ in
            DescribeUserScramCredentialsRequest(users: nil)
        } check: { response, _ in
            response.errorCode == 0 && response.results.isEmpty
        }
        try await ask(AlterUserScramCredentialsRequest.self) { _ in
            AlterUserScramCredentialsRequest(deletions: [.init(name: "nobody", mechanism: 1)])
        } check: { response, _ in
            response.results.map(\.errorCode) == [ErrorCode.resourceNotFound.rawValue]
        }
    }
}
