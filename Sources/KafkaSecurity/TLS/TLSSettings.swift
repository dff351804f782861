/// What a TLS context is made of, in the terms of Kafka's `ssl.*` keys.
public struct TLSSettings: Sendable, Equatable {
    /// `ssl.client.auth`: whether clients show a certificate.
    public enum ClientAuthentication: String, Sendable, CaseIterable {
        /// None is asked for.
        case none
        /// One is asked for; a client without one is served, one whose certificate is not trusted is not.
        case requested
        /// A client without a trusted one is not served.
        case required
    }

    /// TLS versions that are served.
    public enum Version: String, Sendable, CaseIterable {
        case tls12 = "TLSv1.2"
        case tls13 = "TLSv1.3"
    }

    /// A store of keys or certificates: a file, or PEM text in the configuration itself.
    public struct Store: Sendable, Hashable {
        /// `PEM`, `PKCS12` or `JKS`, in any case.
        public var type: String
        /// Whether somebody set the type; Kafka's default is JKS, which says nothing about a file's form.
        public var isTypeSet: Bool
        /// The file; nil where PEM text stands in its place.
        public var location: String?
        /// Password of the file.
        public var password: String?
        /// `ssl.keystore.certificate.chain` or `ssl.truststore.certificates`.
        public var certificates: String?
        /// `ssl.keystore.key`.
        public var key: String?

        /// A store in a file.
        public init(type: String, isTypeSet: Bool = true, location: String? = nil, password: String? = nil) {
            self.type = type
            self.isTypeSet = isTypeSet
            self.location = location
            self.password = password
        }
    }

    /// The server's key and chain.
    public var keyStore: Store
    /// Whom clients' certificates are checked against.
    public var trustStore: Store?
    /// `ssl.key.password`.
    public var keyPassword: String?
    /// `ssl.enabled.protocols`.
    public var versions: [String]
    /// `ssl.cipher.suites`; empty for the library's choice.
    public var cipherSuites: [String] = []
    /// `ssl.client.auth`.
    public var clientAuthentication = ClientAuthentication.none
    /// `martlet.ssl.crl.location`: a file of revocation lists in PEM or DER.
    public var revocationListLocation: String?

    /// A server with that key, TLS 1.2 and 1.3, and no client certificates.
    public init(keyStore: Store, versions: [String] = Version.allCases.map(\.rawValue)) {
        self.keyStore = keyStore
        self.versions = versions
    }

    /// The files that the context is read from.
    public var files: [String] {
        [keyStore.location, trustStore?.location, revocationListLocation].compactMap { $0 }
    }
}
