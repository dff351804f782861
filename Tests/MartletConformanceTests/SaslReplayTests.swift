import KafkaMessageJSON
import KafkaProtocol
import KafkaSecurity
import KafkaServer
import KafkaWire
import Logging
import NIOCore
import Synchronization
import Testing

@testable import MartletConformance

/// A broker that knows one user by SCRAM-SHA-256, with a salt, iterations and nonces of its own.
private final class ScramBroker: Engine {
    private static let (salt, iterations) = (Array("pepper".utf8), 5000)
    private static let codes: [ApiKey] = [.apiVersions, .saslHandshake, .saslAuthenticate]
    private let password: [UInt8]
    private let firsts = Mutex<[[UInt8]]>([])

    init(password: String) { self.password = Array(password.utf8) }

    func handle(_ request: inout Request, output: inout ResponseBuffer) -> Outcome {
        switch request.apiKey {
        case .apiVersions:
            let keys = Self.codes.map {
                ApiVersionsResponse.ApiVersion(apiKey: $0.rawValue, minVersion: 0, maxVersion: 2)
            }
            return output.answer(request, ApiVersionsResponse(apiKeys: keys))
        case .saslHandshake:
            let mechanisms = ["SCRAM-SHA-256", "PLAIN", "SCRAM-SHA-512"]
            return output.answer(request, SaslHandshakeResponse(mechanisms: mechanisms))
        default:
            var body = request.body
            let asked = try? body.readMessage(SaslAuthenticateRequest.self, version: request.apiVersion)
            var answer = SaslAuthenticateResponse(errorCode: 58)
            if let asked, let bytes = try? reply(Array(asked.authBytes.readableBytesView)) {
                answer = SaslAuthenticateResponse(authBytes: ByteBuffer(bytes: bytes))
            }
            return output.answer(request, answer)
        }
    }

    private func reply(_ message: [UInt8]) throws -> [UInt8]? {
        let text = String(decoding: message, as: UTF8.self)
        if text.hasPrefix("n,,") {
            let nonce = text.split(separator: "r=", maxSplits: 1).last ?? ""
            let first = "r=\(nonce)-theirs,s=\(Base64.encode(Self.salt)),i=\(Self.iterations)"
            firsts.withLock { $0 = [Array(message.dropFirst(3)), Array(first.utf8)] }
            return Array(first.utf8)
        }
        let parts = text.split(separator: ",p=", maxSplits: 1)
        guard parts.count == 2, let proof = Base64.decode(String(parts[1])) else { return nil }
        let comma = [UInt8(ascii: ",")]
        let signed = firsts.withLock { $0.flatMap { $0 + comma } } + Array(parts[0].utf8)
        let hash = HashAlgorithm.sha256
        let salted = try hash.derivedKey(password: password, salt: Self.salt, iterations: Self.iterations)
        let clientKey = try hash.authenticationCode(of: Array("Client Key".utf8), key: salted)
        let signature = try hash.authenticationCode(of: signed, key: hash.hash(clientKey))
        guard zip(clientKey, signature).map({ $0 ^ $1 }) == Array(proof.readableBytesView) else { return nil }
        let serverKey = try hash.authenticationCode(of: Array("Server Key".utf8), key: salted)
        return Array("v=\(Base64.encode(try hash.authenticationCode(of: signed, key: serverKey)))".utf8)
    }
}

@Suite(.timeLimit(.minutes(1))) struct SaslReplayTests {
    private func outcomes(_ credentials: SaslCredentials?) async throws -> [ReplayOutcome] {
        let server = try await Server.start(
            settings: ServerSettings(listeners: [ListenerSettings(name: "ONE", host: "127.0.0.1", port: 0)]),
            engine: ScramBroker(password: "their-own"),
            logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
        let apis: Set<ApiKey> = [.saslHandshake, .saslAuthenticate]
        let frames = try RecordedSession.frames("sasl-scram256-java-ok").filter { $0.connection == 1 }
        let ids = Set(
            frames.compactMap { RequestFrame($0.bytes) }.filter { apis.contains($0.api) }.map(\.correlationId))
        let login = frames.filter { frame in
            let offset = frame.direction == .request ? 4 : 0
            return frame.bytes.getInteger(at: frame.bytes.readerIndex + offset).map(ids.contains) == true
        }
        var run = ReplayRun(
            Recording(login), target: TargetAddress(host: "127.0.0.1", port: server.boundListeners[0].port),
            rules: try .standard(), options: ReplayOptions(credentials: credentials))
        let results = try await run.run()
        await server.stop(deadline: .seconds(5))
        return results.map(\.outcome)
    }

    @Test func `a recorded login succeeds with the target's password`() async throws {
        let right = SaslCredentials(user: "carol", password: "their-own")
        #expect(try await outcomes(right) == [.asRecorded, .asRecorded, .asRecorded])
    }

    @Test func `and does not without it`() async throws {
        let wrong = SaslCredentials(user: "carol", password: "bob-dummy")
        #expect(try await outcomes(wrong) == [.asRecorded, .asRecorded, .wrong])
        #expect(try await outcomes(nil) == [.asRecorded, .asRecorded, .wrong])
    }
}
