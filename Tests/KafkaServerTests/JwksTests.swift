import Foundation
import KafkaSecurity
import Logging
import NIOCore
import NIOPosix
import Testing

@testable import KafkaServer

@Suite struct JwksTests {
    /// The generator of P-256, which is a point like any other.
    private static let keys = """
        {"keys":[{"kty":"EC","crv":"P-256","x":"axfR8uEsQkf4vOblY6RA8ncDfYEt6zOg9KE5RdiYwpY",\
        "y":"T-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU"}]}
        """
    private static let token = "eyJhbGciOiJFUzI1NiJ9.e30.AAAA"

    private func settings(_ location: JwksLocation) -> BearerTokenSettings {
        BearerTokenSettings(
            keys: location,
            rules: TokenRules(principalClaim: "sub", issuer: nil, audiences: [], clockSkewMilliseconds: 0),
            refreshMilliseconds: 3_600_000, retryMilliseconds: 100, mostRetryMilliseconds: 200)
    }

    private func validator(_ location: JwksLocation) -> JwksTokenValidator {
        JwksTokenValidator(settings(location), logger: Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() })
    }

    private func reason(_ validator: JwksTokenValidator) -> String {
        do throws(BearerTokenError) {
            _ = try validator.validate(Self.token, now: 0)
            return "valid"
        } catch {
            return error.reason
        }
    }

    /// Waits until the validator says this of a token.
    private func eventually(_ validator: JwksTokenValidator, _ reason: String) async throws -> Bool {
        for _ in 0..<600 {
            if self.reason(validator) == reason { return true }
            try await Task.sleep(for: .milliseconds(50))
        }
        return false
    }

    private func withFile(_ body: (String) async throws -> Void) async throws {
        let path = NSTemporaryDirectory() + "martlet-jwks-\(UUID().uuidString).json"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try await body(path)
    }

    @Test func `a file is read at once, and anew when it changes`() async throws {
        try await withFile { path in
            try Self.keys.write(toFile: path, atomically: true, encoding: .utf8)
            let validator = validator(.file(path: path))
            validator.start()
            defer { validator.stop() }
            #expect(reason(validator) == "the signature is wrong")
            let other = Self.keys.replacingOccurrences(of: #""kty""#, with: #""alg":"ES384","kty""#)
            try other.write(toFile: path, atomically: true, encoding: .utf8)
            #expect(try await eventually(validator, JsonWebKeySet.unknownKey))
            try "nonsense".write(toFile: path, atomically: true, encoding: .utf8)
            try await Task.sleep(for: .milliseconds(1200))
            #expect(reason(validator) == JsonWebKeySet.unknownKey)
            try Self.keys.write(toFile: path, atomically: true, encoding: .utf8)
            #expect(try await eventually(validator, "the signature is wrong"))
        }
    }

    @Test func `a file that comes later`() async throws {
        try await withFile { path in
            let validator = validator(.file(path: path))
            validator.start()
            defer { validator.stop() }
            #expect(reason(validator) == "the issuer's keys could not be read yet")
            try Self.keys.write(toFile: path, atomically: true, encoding: .utf8)
            #expect(try await eventually(validator, "the signature is wrong"))
        }
    }

    @Test(arguments: [
        ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n\(keys)", "the signature is wrong"),
        ("HTTP/1.1 404 Not Found\r\n\r\n\(keys)", "the issuer's keys could not be read yet"),
        ("nonsense", "the issuer's keys could not be read yet"),
    ])
    func `keys from a server`(answer: String, outcome: String) async throws {
        let server = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(OneAnswer(text: answer))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        let port = try #require(server.localAddress?.port)
        let validator = validator(try JwksLocation("http://127.0.0.1:\(port)/keys?x=1"))
        validator.start()
        #expect(try await eventually(validator, outcome))
        validator.stop()
        try await server.close()
    }

    @Test func `places of keys`() throws {
        #expect(try JwksLocation("file:///etc/a%20b.json") == .file(path: "/etc/a b.json"))
        #expect(try JwksLocation("file://localhost/etc/a.json") == .file(path: "/etc/a.json"))
        #expect("\(try JwksLocation("http://h"))" == "http://h/")
        #expect("\(try JwksLocation("https://[::1]:81/a?b#c"))" == "https://[::1]:81/a?b")
        for url in [
            "", "keys.json", "file://keys.json", "file:///a%0", "file:///a%00", "https://u@h/keys", "http://",
            "ftp://h/x",
            "http://h:0/", "http://h:x/", "http://u@h/", "http://h/a b", "http://h/a\r\nX: y",
        ] {
            #expect(throws: JwksLocation.Unusable.self, "\(url)") { try JwksLocation(url) }
        }
    }
}

/// Answers the first bytes that come with a text, and closes.
private final class OneAnswer: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let text: String

    init(text: String) {
        self.text = text
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let channel = context.channel
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: text))).whenComplete { _ in
            channel.close(promise: nil)
        }
    }
}
