import KafkaProtocol
import KafkaSecurity
import KafkaWire
import NIOCore

extension WireClient {
    /// Says which mechanism; fails if that is refused.
    func shakeHands(_ mechanism: String) async throws {
        let answer = try await call(SaslHandshakeRequest(mechanism: mechanism), version: 1)
        guard answer.errorCode == 0 else { throw Refused(code: ErrorCode(rawValue: answer.errorCode), message: nil) }
    }

    /// Sends a message of the mechanism; fails if it is refused.
    func authenticate(_ message: [UInt8], version: Int16 = 2) async throws -> SaslAuthenticateResponse {
        let answer = try await call(
            SaslAuthenticateRequest(authBytes: ByteBuffer(bytes: message)), version: version)
        guard answer.errorCode == 0 else {
            throw Refused(code: ErrorCode(rawValue: answer.errorCode), message: answer.errorMessage)
        }
        return answer
    }

    /// Logs in by PLAIN.
    @discardableResult
    func logIn(_ user: String, _ password: String) async throws -> SaslAuthenticateResponse {
        try await shakeHands("PLAIN")
        return try await authenticate([0] + Array(user.utf8) + [0] + Array(password.utf8))
    }

    /// Logs in by SCRAM.
    func logIn(_ mechanism: ScramMechanism, _ user: String, _ password: String) async throws {
        try await shakeHands(mechanism.rawValue)
        var client = try ScramClient(mechanism, user: user, password: password, nonce: "nonce-of-the-test")
        let first = try await authenticate(client.firstMessage)
        let final = try await authenticate(
            try client.respond(toServerFirst: Array(first.authBytes.readableBytesView)))
        try client.verify(serverFinal: Array(final.authBytes.readableBytesView))
    }

    /// The authentication was refused.
    struct Refused: Error, Equatable {
        let code: ErrorCode
        let message: String?
    }
}
