internal import KafkaMessageJSON
internal import NIOCore

/// The server's side of a SCRAM exchange without channel binding (RFC 5802, RFC 7677), as a pure value.
///
/// A user who does not exist goes the whole way too, against a credential that is made up for the name, so that neither
/// the messages nor the time they take tell whether there is such a user.
struct ScramExchange: Sendable {
    /// The longest message of a client that is read, in bytes.
    static let longestMessage = 65_536

    private struct Challenge: Sendable {
        let first: ScramClientFirst
        let serverFirst: [UInt8]
        let serverNonce: [UInt8]
        let credential: ScramCredential
        /// Nil when the credential is made up.
        let identity: SaslIdentity?
    }

    private enum Phase: Sendable {
        case first
        case challenged(Challenge)
        case over
    }

    private let mechanism: ScramMechanism
    private let policy: SaslPolicy
    private var phase = Phase.first

    init(_ mechanism: ScramMechanism, policy: SaslPolicy) {
        self.mechanism = mechanism
        self.policy = policy
    }

    mutating func step(_ message: [UInt8], now: Int64) -> SaslStep {
        let current = phase
        phase = .over
        guard message.count <= Self.longestMessage else { return .failed(.hidden("a message is too long")) }
        switch current {
        case .first: return begin(message, now: now)
        case .challenged(let challenge): return finish(message, challenge)
        case .over: return .failed(.hidden("a message after the end of the exchange"))
        }
    }

    private mutating func begin(_ message: [UInt8], now: Int64) -> SaslStep {
        guard let first = ScramClientFirst(message) else { return .failed(.hidden("no client-first message of SCRAM")) }
        let found = find(first, now: now)
        guard first.authorizationId.isEmpty || first.authorizationId == first.user else {
            return .failed(.told(PlainExchange.foreignIdentity))
        }
        let credential =
            found?.credential
            ?? ScramCredential.fake(
                mechanism, user: first.user, secret: policy.fakeSaltSecret,
                iterations: policy.fakeIterations(mechanism))
        guard credential.iterations >= ScramCredential.iterations.lowerBound else {
            return .failed(.hidden("the stored credential has too few iterations"))
        }
        let serverNonce = Array(policy.makeNonce().utf8)
        let serverFirst =
            Array("r=".utf8) + first.nonce + serverNonce
            + Array(",s=\(Base64.encode(credential.salt)),i=\(credential.iterations)".utf8)
        phase = .challenged(
            Challenge(
                first: first, serverFirst: serverFirst, serverNonce: serverNonce, credential: credential,
                identity: found?.identity))
        return .challenge(serverFirst)
    }

    private func find(
        _ first: ScramClientFirst, now: Int64
    ) -> (credential: ScramCredential, identity: SaslIdentity)? {
        guard first.extensions["tokenauth"]?.lowercased() == "true" else {
            return policy.scramCredential(mechanism, first.user).map {
                ($0, SaslIdentity(principal: KafkaPrincipal(first.user)))
            }
        }
        guard let token = policy.tokenCredential(mechanism, first.user), token.expiresAt > now else { return nil }
        let principal = KafkaPrincipal(token.owner.name, type: token.owner.type, isTokenAuthenticated: true)
        return (token.credential, SaslIdentity(principal: principal, expiresAt: token.expiresAt))
    }

    private func finish(_ message: [UInt8], _ challenge: Challenge) -> SaslStep {
        guard let mark = message.lastIndex(of: UInt8(ascii: ",")),
            message[(mark + 1)...].starts(with: Array("p=".utf8)),
            let proof = Self.base64(message[(mark + 3)...])
        else { return .failed(.hidden("no client-final message of SCRAM")) }
        let withoutProof = Array(message[..<mark])
        guard let attributes = ScramAttributes(withoutProof), let binding = attributes[0, "c"],
            let nonce = attributes[1, "r"]
        else { return .failed(.hidden("no client-final message of SCRAM")) }
        guard Self.base64(binding) == challenge.first.header else {
            return .failed(.hidden("the header of the first message does not come back"))
        }
        // librdkafka up to 2.1 sends its own part twice. Kafka asks for no more than the end, and the proof is over all.
        guard nonce.count > challenge.serverNonce.count,
            nonce.suffix(challenge.serverNonce.count).elementsEqual(challenge.serverNonce)
        else { return .failed(.hidden("the nonce does not come back")) }
        let comma = [UInt8(ascii: ",")]
        let signed = challenge.first.bare + comma + challenge.serverFirst + comma + withoutProof
        guard let signature = check(proof, of: signed, challenge.credential), let identity = challenge.identity else {
            return .failed(.hidden("no such user, or a wrong password"))
        }
        return .done(Array("v=\(Base64.encode(signature))".utf8), identity)
    }

    /// The server's signature; nil if the proof is not made with the right password.
    private func check(_ proof: [UInt8], of signed: [UInt8], _ credential: ScramCredential) -> [UInt8]? {
        let algorithm = mechanism.algorithm
        guard proof.count == algorithm.size,
            let clientSignature = try? algorithm.authenticationCode(of: signed, key: credential.storedKey),
            let serverSignature = try? algorithm.authenticationCode(of: signed, key: credential.serverKey),
            let storedKey = try? algorithm.hash(zip(proof, clientSignature).map { $0 ^ $1 }),
            ConstantTime.areEqual(storedKey, credential.storedKey)
        else { return nil }
        return serverSignature
    }

    private static func base64(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        Base64.decode(String(decoding: text, as: UTF8.self)).map { Array($0.readableBytesView) }
    }
}
