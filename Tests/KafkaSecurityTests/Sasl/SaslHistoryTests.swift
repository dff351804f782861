import Glibc
import Testing

@testable import KafkaSecurity

/// Histories of random messages: whatever comes in whatever order, nobody is let in without a proof.
@Suite struct SaslHistoryTests {
    /// SASL_HISTORIES asks for another number.
    private static let histories = getenv("SASL_HISTORIES").flatMap { Int(String(cString: $0)) } ?? 100_000
    private static let longestHistory = 8

    @Test func `nobody is let in without a proof`() throws {
        let policy = try Self.policy()
        var random = SplitMix64(state: 0x5a51)
        var logins = 0
        for history in 0..<Self.histories {
            var run = History(policy: policy)
            for _ in 0..<Int.random(in: 1...Self.longestHistory, using: &random) {
                if let complaint = run.step(&random) {
                    Issue.record("history \(history): \(complaint): \(run.events)")
                    return
                }
            }
            logins += run.logins
        }
        // The test would say nothing if nobody ever got in.
        #expect(logins > Self.histories / 100)
    }

    private static func policy() throws -> SaslPolicy {
        var policy = try SaslTestPolicy().policy
        policy.maxSessionMilliseconds = [.plain: 5000, .scramSHA256: 5000]
        return policy
    }

    /// What was sent on one connection, and what it proved by a reckoning of its own.
    private struct History {
        let policy: SaslPolicy
        var authenticator = SaslAuthenticator()
        var events: [SaslEvent] = []
        var logins = 0
        private var time: Int64 = 0
        /// The handshake that is open: its mechanism, and whether tokens travel in requests.
        private var open: (mechanism: String, hasHeaders: Bool)?
        private var isOver = false
        /// The principal has been proved and its session has not ended.
        private var principal: KafkaPrincipal?
        private var sessionEnd: Int64?

        init(policy: SaslPolicy) {
            self.policy = policy
        }

        private static let names = ["PLAIN", "PLAIN", "SCRAM-SHA-256", "OAUTHBEARER", "GSSAPI", ""]

        mutating func step(_ random: inout SplitMix64) -> String? {
            time += Int64.random(in: 0...2500, using: &random)
            let event = event(&random)
            events.append(event)
            let proof = proof(of: event)
            let before = authenticator.isAuthenticated
            let decision = authenticator.handle(
                event, at: SaslInstant(wall: time, monotonic: time), policy: policy)
            if authenticator.isAuthenticated, !before {
                logins += 1
                guard let proof, open?.mechanism == proof.mechanism else { return "let in without a proof" }
                guard authenticator.principal == proof.principal else { return "let in as somebody else" }
                if let principal, principal != proof.principal { return "became somebody else" }
                principal = proof.principal
                sessionEnd = authenticator.sessionEnd
            }
            if case .pass = decision, case .other = event {
                guard before, principal != nil else { return "a request passed without a login" }
                if let sessionEnd, time > sessionEnd { return "a request passed after the session" }
            }
            if isOver, decision != .close(reason: "a request after a failed authentication") {
                return "went on after a failure"
            }
            switch decision {
            case .fail, .close: isOver = true
            case .answer(.handshake(.none, _)):
                if case .handshake(let version, let name) = event { open = (name, version >= 1) }
            default: break
            }
            return nil
        }

        private mutating func event(_ random: inout SplitMix64) -> SaslEvent {
            let messages = [
                SaslTestPolicy.plain(), SaslTestPolicy.plain(), SaslTestPolicy.plain(password: "wrong"),
                SaslTestPolicy.bearer(), SaslTestPolicy.bearer("bad"), [1], [], Array("n,,n=alice,r=abc".utf8),
                Array("c=biws,r=abcserver-nonce,p=AAAA".utf8),
                (0..<Int.random(in: 0...20, using: &random)).map { _ in
                    UInt8.random(in: .min ... .max, using: &random)
                },
            ]
            // Now and then what an honest client would send next, so that some get in.
            if let open, Int.random(in: 0..<4, using: &random) == 0 {
                let message = open.mechanism == "PLAIN" ? SaslTestPolicy.plain() : SaslTestPolicy.bearer()
                return open.hasHeaders ? .authenticate(version: 2, message: message) : .token(message)
            }
            switch Int.random(in: 0..<10, using: &random) {
            case 0: return .apiVersions(isServed: Bool.random(using: &random))
            case 1, 2, 3:
                return .handshake(
                    version: Int16.random(in: 0...1, using: &random),
                    mechanism: Self.names.randomElement(using: &random) ?? "")
            case 4, 5, 6:
                return .authenticate(
                    version: Int16.random(in: 0...2, using: &random),
                    message: messages.randomElement(using: &random) ?? [])
            case 7, 8: return .token(messages.randomElement(using: &random) ?? [])
            default: return .other("Metadata")
            }
        }

        /// What the bytes of an event prove by themselves; of SCRAM nothing, since no proof is ever made here.
        private func proof(of event: SaslEvent) -> (mechanism: String, principal: KafkaPrincipal)? {
            let message: [UInt8]
            switch event {
            case .authenticate(_, let bytes) where open?.hasHeaders == true: message = bytes
            case .token(let bytes) where open?.hasHeaders == false: message = bytes
            default: return nil
            }
            if message == SaslTestPolicy.plain() { return ("PLAIN", KafkaPrincipal("alice")) }
            if message == SaslTestPolicy.bearer() { return ("OAUTHBEARER", KafkaPrincipal("alice")) }
            return nil
        }
    }
}
