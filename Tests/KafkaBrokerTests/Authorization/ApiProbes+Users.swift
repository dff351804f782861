import KafkaProtocol
import KafkaWire
import NIOCore

@testable import KafkaBroker

extension ApiProbe {
    /// Requests of somebody who logs in.
    static func logins() -> [ApiProbe] {
        [
            ApiProbe(.saslHandshake) { _ in SaslHandshakeRequest(mechanism: "SCRAM-SHA-512") },
            ApiProbe(.saslAuthenticate) { _ in SaslAuthenticateRequest(authBytes: ByteBuffer(string: "n,,")) },
            ApiProbe(.createDelegationToken) { _ in CreateDelegationTokenRequest() },
            ApiProbe(.renewDelegationToken) { _ in RenewDelegationTokenRequest(hmac: ByteBuffer(string: "x")) },
            ApiProbe(.expireDelegationToken) { _ in ExpireDelegationTokenRequest(hmac: ByteBuffer(string: "x")) },
            ApiProbe(.describeDelegationToken) { _ in DescribeDelegationTokenRequest(owners: nil) },
        ]
    }

    /// Requests about who may log in.
    static func users() -> [ApiProbe] {
        [
            ApiProbe(.describeUserScramCredentials) { _ in DescribeUserScramCredentialsRequest(users: nil) },
            ApiProbe(.alterUserScramCredentials) { _ in
                AlterUserScramCredentialsRequest(deletions: [.init(name: "nobody", mechanism: 1)])
            },
        ]
    }
}
