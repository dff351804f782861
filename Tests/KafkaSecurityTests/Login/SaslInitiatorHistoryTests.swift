import Testing

@testable import KafkaSecurity

/// Answers in random order, most of them wrong: a client never takes a broker for good that did not prove itself, and
/// never says more than its login.
@Suite struct SaslInitiatorHistoryTests {
    private static let histories = 4_000
    private static let salt = Array("0123456789abcdef".utf8)

    @Test func `only the whole exchange in its order ends well`() throws {
        var random = SplitMix64(state: 0xc11e)
        var successes = 0
        for history in 0..<Self.histories {
            guard let login = SaslInitiatorTests.logins.randomElement(using: &random) else { continue }
            var run = Run(login: login)
            for _ in 0..<Int.random(in: 1...8, using: &random) {
                if let complaint = try run.step(&random) {
                    Issue.record("history \(history), \(login): \(complaint): \(run.steps)")
                    return
                }
            }
            if run.succeeded { successes += 1 }
        }
        #expect(successes > Self.histories / 100)
    }

    private struct Run {
        let login: SaslLogin
        var initiator: SaslInitiator
        var steps: [String] = []
        var succeeded = false
        private var clientFirst: [UInt8]?
        private var serverFirst: String?
        private var lastRequest: SaslInitiator.Request?
        private var isOver = false
        /// Whether the answer at hand is the one that ends the exchange well.
        private var deservesSuccess = false

        init(login: SaslLogin) {
            self.login = login
            initiator = SaslInitiator(login, nonce: "client-nonce")
        }

        mutating func step(_ random: inout SplitMix64) throws -> String? {
            deservesSuccess = false
            let decision: SaslInitiator.Decision
            let isOrdered: Bool
            // Mostly what is due, so that exchanges get somewhere.
            switch (Int.random(in: 0..<10, using: &random), lastRequest) {
            case (0...7, nil), (8, _):
                isOrdered = lastRequest == nil && !isOver
                steps.append("begin")
                decision = initiator.begin()
            case (0...7, .handshake?), (9, _):
                let code: Int16 = Bool.random(using: &random) || Bool.random(using: &random) ? 0 : 33
                if case .handshake? = lastRequest { isOrdered = code == 0 && !isOver } else { isOrdered = false }
                steps.append("handshake \(code)")
                decision = initiator.handshakeAnswered(code: code, mechanisms: ["PLAIN"])
            default:
                let code: Int16 = Int.random(in: 0..<8, using: &random) == 0 ? 58 : 0
                let bytes = try message(&random)
                if case .authenticate? = lastRequest { isOrdered = code == 0 && !isOver } else { isOrdered = false }
                deservesSuccess = deservesSuccess && isOrdered
                steps.append("authenticate \(code) \(String(decoding: bytes, as: UTF8.self))")
                decision = initiator.authenticateAnswered(code: code, message: nil, bytes: bytes, lifetime: 7)
            }
            return judge(decision, isOrdered: isOrdered)
        }

        private mutating func judge(_ decision: SaslInitiator.Decision, isOrdered: Bool) -> String? {
            switch decision {
            case .done(let lifetime):
                guard deservesSuccess, !isOver else { return "success without a proof" }
                guard lifetime == 7 else { return "another lifetime" }
                (succeeded, isOver) = (true, true)
            case .failed: isOver = true
            case .send(let request):
                guard isOrdered else { return "went on after an answer that was not due" }
                if case .authenticate(let bytes) = request, clientFirst == nil { clientFirst = bytes }
                lastRequest = request
            }
            return initiator.isOver == isOver ? nil : "isOver is wrong"
        }

        /// A message of the broker's: the right one at times.
        private mutating func message(_ random: inout SplitMix64) throws -> [UInt8] {
            let isRight = Int.random(in: 0..<3, using: &random) > 0
            switch login {
            case .plain:
                deservesSuccess = true
                return []
            case .bearer:
                // After a first message with content, the token is refused for good.
                let isEmpty = isRight && serverFirst == nil
                if !isEmpty { serverFirst = "refused" }
                deservesSuccess = isEmpty
                return isEmpty ? [] : Array("{\"status\":\"invalid_token\"}".utf8)
            case .scram(let mechanism, _, let password, _):
                return try scram(mechanism, password, isRight: isRight)
            }
        }

        private mutating func scram(_ mechanism: ScramMechanism, _ password: String, isRight: Bool) throws -> [UInt8] {
            guard case .authenticate(let sent)? = lastRequest, let clientFirst else { return Array("v=AAAA".utf8) }
            if sent == clientFirst, serverFirst == nil {
                let first = "r=client-nonceX,s=\(base64(SaslInitiatorHistoryTests.salt)),i=4096"
                guard isRight else { return Array("r=foreign,s=AAAA,i=4096".utf8) }
                serverFirst = first
                return Array(first.utf8)
            }
            guard isRight, let serverFirst, let bare = ScramClientFirst(clientFirst)?.bare,
                let proof = String(decoding: sent, as: UTF8.self).split(separator: ",").last
            else { return Array("v=AAAA".utf8) }
            let withoutProof = sent.dropLast(proof.utf8.count + 1)
            let algorithm = mechanism.algorithm
            let key = try Self.serverKey(algorithm, password)
            let signed = bare + Array(",\(serverFirst),".utf8) + withoutProof
            deservesSuccess = true
            return Array("v=\(base64(try algorithm.authenticationCode(of: signed, key: key)))".utf8)
        }

        private static func serverKey(_ algorithm: HashAlgorithm, _ password: String) throws -> [UInt8] {
            let salted = try algorithm.derivedKey(
                password: Array(password.utf8), salt: SaslInitiatorHistoryTests.salt, iterations: 4096)
            return try algorithm.authenticationCode(of: Array("Server Key".utf8), key: salted)
        }
    }
}
