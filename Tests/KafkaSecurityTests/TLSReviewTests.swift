import Foundation
import Testing

@testable import KafkaSecurity

@Suite struct TLSReviewTests {
    private let pki = TestPKI.shared

    private func review(
        _ settings: TLSSettings, now: Int = Int(time(nil)), isKeyOpen: Bool = false
    ) -> [SecurityFinding] {
        if let location = settings.keyStore.location { chmod(location, isKeyOpen ? 0o644 : 0o600) }
        return TLSReview.findings(settings, subject: "listener X", now: now)
    }

    private func expect(
        _ findings: [SecurityFinding], _ severity: SecurityFinding.Severity, _ text: String,
        _ location: SourceLocation = #_sourceLocation
    ) {
        #expect(
            findings.contains { $0.severity == severity && $0.message.contains(text) && !$0.advice.isEmpty },
            "\(findings)", sourceLocation: location)
    }

    @Test func `a sound listener`() {
        let settings = pki.server {
            $0.trustStore = pki.trust("ca")
            $0.clientAuthentication = .required
            $0.revocationListLocation = pki.path("ca.crl")
        }
        #expect(review(settings) == [])
    }

    @Test func `certificates by time`() {
        expect(review(pki.server("expired-server")), .error, "expired on 2020-02-01")
        let day = 86400
        let now = Int(time(nil))
        let sound = pki.server { $0.trustStore = pki.trust("ca") }
        expect(review(sound, now: now - 2 * day), .error, "is not valid before")
        expect(review(sound, now: now + 3640 * day), .warning, "certificate of CN=server")
        expect(review(sound, now: now + 3640 * day), .warning, "trusted certificate")
        expect(review(sound, now: now + 3660 * day), .error, "expired on")
        #expect(review(sound, now: now + 3600 * day) == [])
    }

    @Test func `keys and chains`() {
        var mismatch = pki.store("mismatch")
        mismatch.location = pki.path("mismatch.store.pem")
        expect(review(TLSSettings(keyStore: mismatch)), .error, "belongs to none")
        expect(review(pki.server("small")), .error, "only 1024 bits")
        expect(review(pki.server("small")), .error, "SHA-1")
        expect(review(pki.server("self")), .warning, "signed by itself")
        expect(review(pki.server("client")), .error, "is not for servers")
        expect(review(pki.server("client")), .warning, "names no host")
        expect(review(pki.server()), .warning, "its issuer is not in it")
        let whole = pki.server("behind") { $0.trustStore = pki.trust("ca") }
        #expect(review(whole) == [])
        var alone = TLSSettings.Store(type: "PEM")
        alone.key = pki.text("behind.key")
        alone.certificates = pki.text("behind.pem")
        var cut = TLSSettings(keyStore: alone)
        cut.trustStore = pki.trust("middle")
        expect(review(cut), .warning, "is no root")
        alone.certificates = pki.text("behind.pem") + pki.text("other.pem")
        expect(review(TLSSettings(keyStore: alone)), .note, "not part of the chain")
        expect(review(TLSSettings(keyStore: .init(type: "PEM", location: "/no/such/file"))), .error, "cannot open")
    }

    @Test func `names that clients connect to`() {
        let settings = pki.server { $0.trustStore = pki.trust("ca") }
        chmod(pki.path("server.store.pem"), 0o600)
        let hosts = ["localhost", "127.0.0.1", "broker.example", "10.0.0.1"]
        let findings = TLSReview.findings(settings, subject: "x", now: Int(time(nil)), hosts: hosts)
        expect(findings, .warning, "connect to broker.example,")
        expect(findings, .warning, "connect to 10.0.0.1,")
        #expect(findings.count == 2)
    }

    @Test func `files that others can read or change`() {
        expect(review(pki.server(), isKeyOpen: true), .error, "everybody on this machine can read it")
        chmod(pki.path("server.store.pem"), 0o640)
        let group = TLSReview.findings(pki.server(), subject: "x", now: Int(time(nil)))
        expect(group, .warning, "its group can read it")
        chmod(pki.path("other.pem"), 0o666)
        expect(review(pki.server { $0.trustStore = pki.trust("other") }), .error, "everybody can change it")
        chmod(pki.path("other.pem"), 0o644)
    }

    @Test func `versions and suites`() {
        expect(review(pki.server { $0.versions = ["TLSv1.2"] }), .note, "TLS 1.2 only")
        expect(review(pki.server { $0.versions = ["TLSv1.1", "TLSv1.2"] }), .error, "TLSv1.1 is not served")
        let suites = [
            "TLS_AES_128_GCM_SHA256", "TLS_RSA_WITH_AES_128_GCM_SHA256", "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
        ]
        expect(
            review(pki.server { $0.cipherSuites = suites }), .warning,
            "allows TLS_RSA_WITH_AES_128_GCM_SHA256, TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA")
        let strong = review(pki.server { $0.cipherSuites = [suites[0], suites[3]] })
        #expect(!strong.contains { $0.message.contains("cipher") })
        expect(review(pki.server { $0.cipherSuites = ["NO_SUCH"] }), .error, "NO_SUCH is not known")
    }

    @Test func `revocation lists`() {
        let listed = pki.server {
            $0.trustStore = pki.trust("ca")
            $0.clientAuthentication = .required
            $0.revocationListLocation = pki.path("ca.crl.der")
        }
        expect(review(listed, now: Int(time(nil)) + 3660 * 86400), .error, "revocation list of CN=Test Authority")
        expect(review(pki.server { $0.revocationListLocation = pki.path("ca.crl") }), .warning, "is not looked at")
        expect(review(pki.server { $0.revocationListLocation = pki.path("ca.pem") }), .error, "no revocation list")
        expect(review(pki.server { $0.clientAuthentication = .required }), .error, "without a truststore")
    }

    @Test func `passwords are judged and never told`() throws {
        var settings = TLSSettings(
            keyStore: .init(type: "PKCS12", location: pki.path("server.p12"), password: "store-secret"))
        expect(review(settings), .warning, "ssl.keystore.password is one that everybody tries first")
        settings.keyStore.password = "Zx81-not-it"
        settings.keyPassword = "Password"
        let findings = review(settings)
        expect(findings, .warning, "ssl.key.password")
        expect(findings, .error, "cannot be opened")
        #expect(!"\(findings)".contains("Zx81"))
        #expect(WeakPassword.isCommon("Alice-Secret", of: "alice"))
        #expect(!WeakPassword.isCommon("correct horse", of: "alice"))
    }
}
