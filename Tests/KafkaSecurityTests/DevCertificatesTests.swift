import Foundation
import Testing

@testable import KafkaSecurity

@Suite struct DevCertificatesTests {
    /// A set on disk that goes away with it.
    private final class Folder {
        let path: String

        init(_ set: DevCertificates) throws {
            let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
                "martlet-dev-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            path = folder.path
            for file in set.files { try Data(file.bytes).write(to: folder.appendingPathComponent(file.name)) }
        }

        deinit { try? FileManager.default.removeItem(atPath: path) }

        func pem(_ name: String) -> TLSSettings.Store { .init(type: "PEM", location: "\(path)/\(name)") }

        func pkcs12(_ name: String, _ password: String) -> TLSSettings.Store {
            .init(type: "PKCS12", location: "\(path)/\(name)", password: password)
        }
    }

    private static func set(_ hosts: [String] = [], days: Int = 30) throws(TLSError) -> DevCertificates {
        try DevCertificates(hosts: hosts, days: days, password: "trial-store-1", now: Int(time(nil)))
    }

    private func expectHandshake(
        _ folder: Folder, server: TLSSettings.Store, client: TLSSettings.Store, trust: TLSSettings.Store
    ) throws {
        var settings = TLSSettings(keyStore: server)
        settings.trustStore = trust
        settings.clientAuthentication = .required
        var pair = try #require(
            TLSPair(try TLSContext(settings), try TLSClientContext(keyStore: client, trustStore: trust)))
        pair.handshake()
        #expect(pair.server.isOpen)
        #expect(pair.clientProgress == .done)
        #expect(pair.server.peerName == "CN=client,O=Martlet trial")
    }

    @Test func `both sides believe each other, from every form of store`() throws {
        let folder = try Folder(try Self.set())
        try expectHandshake(
            folder, server: folder.pem("server.store.pem"), client: folder.pem("client.store.pem"),
            trust: folder.pem("ca.pem"))
        try expectHandshake(
            folder, server: folder.pkcs12("server.p12", "trial-store-1"),
            client: folder.pkcs12("client.p12", "trial-store-1"), trust: folder.pkcs12("trust.p12", "trial-store-1"))
        #expect(throws: TLSError.self) {
            try TLSContext(TLSSettings(keyStore: folder.pkcs12("server.p12", "wrong-one")))
        }
    }

    @Test func `a set is no use against another one`() throws {
        let (one, other) = (try Folder(try Self.set()), try Folder(try Self.set()))
        var settings = TLSSettings(keyStore: one.pem("server.store.pem"))
        settings.trustStore = one.pem("ca.pem")
        settings.clientAuthentication = .required
        var pair = try #require(
            TLSPair(try TLSContext(settings), try TLSClientContext(keyStore: other.pem("client.store.pem"))))
        pair.handshake()
        #expect(!pair.server.isOpen)
    }

    @Test func `nothing weak is made`() throws {
        let folder = try Folder(try Self.set(["broker.example", "*.brokers.example", "10.1.2.3", "fe80::1"], days: 31))
        var settings = TLSSettings(keyStore: folder.pem("server.store.pem"))
        settings.trustStore = folder.pem("ca.pem")
        let now = Int(time(nil))
        let keyFile = "\(folder.path)/server.store.pem"
        chmod(keyFile, 0o600)
        #expect(TLSReview.findings(settings, subject: "x", now: now) == [])
        // Three days later they end within a month.
        let later = TLSReview.findings(settings, subject: "x", now: now + 3 * 86400)
        #expect(later.allSatisfy { $0.severity == .warning && $0.message.contains("expires on") })
        #expect(later.count == 3)
    }

    @Test(arguments: ["", "a b", "-a", "a,DNS:evil", "a..b", "*", "a.*.b", "1:2", "a\nb", "host/x"])
    func `what is no host is refused`(_ host: String) {
        #expect(throws: TLSError.self) { try Self.set([host]) }
    }

    @Test func `secrets are marked, and all files have names that are known`() throws {
        let set = try Self.set(["localhost", "b.example"])
        #expect(set.files.map(\.name).sorted() == DevCertificates.Name.all.sorted())
        #expect(set.hosts == ["localhost", "127.0.0.1", "::1", "b.example"])
        for file in set.files where String(decoding: file.bytes, as: UTF8.self).contains("PRIVATE KEY") {
            #expect(file.isSecret)
        }
        #expect(set.files.filter { !$0.isSecret }.map(\.name) == ["ca.pem", "server.pem", "client.pem"])
    }
}
