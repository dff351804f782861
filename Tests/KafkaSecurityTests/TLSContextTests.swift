import Testing

@testable import KafkaSecurity

@Suite struct TLSContextTests {
    private let pki = TestPKI.shared

    /// What is said about settings that are wrong; nil when they are not.
    private func complaint(_ settings: TLSSettings) -> String? {
        do throws(TLSError) {
            _ = try TLSContext(settings)
            return nil
        } catch {
            return error.description
        }
    }

    private func store(
        _ name: String, type: String = "PEM", isTypeSet: Bool = true, password: String? = nil
    ) -> TLSSettings {
        TLSSettings(
            keyStore: .init(type: type, isTypeSet: isTypeSet, location: pki.path(name), password: password))
    }

    @Test func storesOfEveryKindAreRead() {
        #expect(complaint(pki.server()) == nil)
        #expect(complaint(store("server.p12", type: "PKCS12", password: "store-secret")) == nil)
        #expect(complaint(store("server.p12", type: "JKS", isTypeSet: false, password: "store-secret")) == nil)
        #expect(complaint(store("server.store.pem", type: "JKS", isTypeSet: false)) == nil)
        var encrypted = store("server.encrypted.store.pem")
        encrypted.keyPassword = "key-secret"
        #expect(complaint(encrypted) == nil)
        for trust in [
            TLSSettings.Store(type: "PEM", location: pki.path("ca.pem")),
            TLSSettings.Store(type: "PKCS12", location: pki.path("trust.p12"), password: "store-secret"),
        ] {
            let settings = pki.server {
                $0.trustStore = trust
                $0.clientAuthentication = .required
            }
            #expect(complaint(settings) == nil)
        }
    }

    @Test func pemMayStandInTheConfiguration() {
        for blanks in ["\n", " "] {
            var keyStore = TLSSettings.Store(type: "PEM")
            keyStore.key = pki.text("server.key").split(separator: "\n").joined(separator: blanks)
            keyStore.certificates = pki.text("server.pem").split(separator: "\n").joined(separator: blanks)
            var trustStore = TLSSettings.Store(type: "PEM")
            trustStore.certificates = pki.text("ca.pem").split(separator: "\n").joined(separator: blanks)
            var settings = TLSSettings(keyStore: keyStore)
            settings.trustStore = trustStore
            settings.clientAuthentication = .requested
            #expect(complaint(settings) == nil)
            settings.keyStore.location = pki.path("server.store.pem")
            #expect(complaint(settings)?.contains("cannot be set together") == true)
            settings.keyStore.location = nil
            settings.keyStore.certificates = nil
            #expect(complaint(settings)?.contains("must be set together") == true)
        }
    }

    @Test func whatIsWrongWithAKeyStoreIsSaid() {
        let cases: [(TLSSettings, String)] = [
            (store("missing.pem"), "No such file"),
            (store("mismatch.store.pem"), "belongs to none of its certificates"),
            (store("ca.pem"), "no private key"),
            (store("server.key"), "no certificate"),
            (store("server.encrypted.store.pem"), "set ssl.key.password"),
            (store("server.p12", type: "PKCS12", password: "wrong"), "is ssl.keystore.password right?"),
            (store("server.p12", type: "PKCS12"), "set ssl.keystore.password"),
            (store("server.p12"), "seems to be PKCS12"),
            (store("server.store.pem", type: "PKCS12"), "is in PEM"),
            (store("server.store.pem", password: "x"), "ssl.keystore.password cannot be set with type PEM"),
            (store("old.jks", type: "JKS"), "keytool -importkeystore"),
            (store("old.jks", type: "BKS"), "use PEM or PKCS12"),
            (store("expired-server.store.pem"), "has expired"),
            (TLSSettings(keyStore: .init(type: "JKS", isTypeSet: false)), "ssl.keystore.location is not set"),
        ]
        for (settings, wanted) in cases {
            let said = complaint(settings)
            #expect(said?.contains(wanted) == true, "\(wanted): \(said ?? "nothing")")
        }
        var encrypted = store("server.encrypted.store.pem")
        encrypted.keyPassword = "wrong"
        let said = complaint(encrypted)
        #expect(said?.contains("is ssl.key.password right?") == true)
        #expect(said?.contains("wrong)") != true)
    }

    @Test func whatIsWrongWithOtherSettingsIsSaid() {
        let cases: [(TLSSettings, String)] = [
            (pki.server { $0.versions = ["TLSv1.1"] }, "the versions are TLSv1.2, TLSv1.3"),
            (pki.server { $0.versions = [] }, "names no version"),
            (pki.server { $0.cipherSuites = ["TLS_NULL"] }, "TLS_AES_128_GCM_SHA256"),
            (
                pki.server {
                    $0.cipherSuites = ["TLS_AES_128_GCM_SHA256"]
                    $0.versions = ["TLSv1.2"]
                }, "names no suite of the versions"
            ),
            (pki.server { $0.clientAuthentication = .required }, "needs ssl.truststore.location"),
            (
                pki.server {
                    $0.clientAuthentication = .required
                    $0.trustStore = .init(type: "PEM", location: pki.path("server.key"))
                }, "no certificate to trust"
            ),
            (
                pki.server {
                    $0.clientAuthentication = .required
                    $0.trustStore = pki.trust("ca")
                    $0.revocationListLocation = pki.path("ca.pem")
                }, "no revocation list"
            ),
        ]
        for (settings, wanted) in cases {
            let said = complaint(settings)
            #expect(said?.contains(wanted) == true, "\(wanted): \(said ?? "nothing")")
        }
    }
}
