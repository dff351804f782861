import ArgumentParser
import Foundation
import KafkaSecurity
import Testing

@testable import martlet

@Suite struct SecurityCommandsTests {
    private let folder = NSTemporaryDirectory() + "martlet-security-\(UUID().uuidString)"

    private func run(_ arguments: [String]) throws {
        var command = try Martlet.parseAsRoot(arguments)
        try command.run()
    }

    private func mode(_ name: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")
        return try #require(attributes[.posixPermissions] as? Int)
    }

    @Test func `what dev-certs writes passes the check, and is not overwritten`() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let make = ["tls", "dev-certs", "--out", "\(folder)/deeper", "--password", "kT9-long-enough"]
        try run(make)
        for name in DevCertificates.Name.all + DevCertificateTexts.files {
            let isOpen = ["ca.pem", "server.pem", "client.pem", "server.properties", "kcat.conf"].contains(name)
            #expect(try mode("deeper/\(name)") == (isOpen ? 0o644 : 0o600))
        }
        let check = ["security", "check", "--config", "\(folder)/deeper/server.properties", "--override"]
        try run(check + ["log.dirs=\(folder)/data"])
        let before = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/deeper/ca.key"))
        #expect(throws: CommandFailure.self) { try run(make) }
        #expect(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/deeper/ca.key")) == before)
        chmod("\(folder)/deeper/ca.key", 0o644)
        try run(make + ["--force"])
        #expect(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/deeper/ca.key")) != before)
        #expect(try mode("deeper/ca.key") == 0o600)
        chmod("\(folder)/deeper/server.store.pem", 0o644)
        #expect(throws: ExitCode(1)) { try run(check + ["log.dirs=\(folder)/data"]) }
    }

    @Test func `errors set the exit code, warnings do not`() throws {
        let local = ["--override", "listeners=PLAINTEXT://127.0.0.1:9092", "--override", "log.dirs=\(folder)"]
        try run(["security", "check"] + local)
        try run(["security", "check", "--json"] + local)
        #expect(throws: ExitCode(1)) { try run(["security", "check", "--override", "log.dirs=\(folder)"]) }
        #expect(throws: ExitCode(1)) { try run(["security", "check", "--override", "no.such.key=1"]) }
    }

    @Test(arguments: ["short", "with blank", "back\\slash", "quo\"te", "ümlaut-long"])
    func `passwords that would have to be escaped are refused`(_ password: String) {
        #expect(throws: (any Error).self) {
            try Martlet.parseAsRoot(["tls", "dev-certs", "--out", folder, "--password", password])
        }
    }

    @Test func `settings that clients connect by`() {
        let local = DevCertificateTexts(directory: "/d", host: nil, password: "p")
        #expect(local.server.hasPrefix("listeners=SSL://localhost:9093\nssl."))
        #expect(local.java.contains("ssl.truststore.location=/d/trust.p12\nssl.truststore.password=p\n"))
        let other = DevCertificateTexts(directory: "/a\\b", host: "::2", password: "p")
        #expect(other.server.hasPrefix("listeners=SSL://:9093\nadvertised.listeners=SSL://[::2]:9093\n"))
        #expect(other.java.contains("=/a\\\\b/client.p12\n"))
        #expect(other.librdkafka.contains("=/a\\b/ca.pem\n"))
    }

    @Test func `reports`() throws {
        let findings = [
            SecurityFinding(.error, "listener X", "a \"word\"", advice: "do this"),
            SecurityFinding(.note, "key", "b", advice: "do that"),
        ]
        #expect(
            SecurityReport.text(findings) == """
                error: listener X: a "word"; do this
                note: key: b; do that
                1 error, 0 warnings, 1 note

                """)
        #expect(SecurityReport.text([]) == "Nothing weak or wrong was found.\n")
        #expect(
            SecurityReport.json(findings) == """
                {"findings":[{"severity":"error","subject":"listener X","message":"a \\"word\\"","advice":"do this"},\
                {"severity":"note","subject":"key","message":"b","advice":"do that"}],\
                "errors":1,"warnings":0,"notes":1}

                """)
    }
}
