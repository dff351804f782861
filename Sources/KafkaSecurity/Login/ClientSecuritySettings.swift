/// How a client reaches brokers: `security.protocol` and what belongs to it, in the terms of Kafka's client keys.
public struct ClientSecuritySettings: Sendable, Equatable {
    /// Nil for a connection without TLS.
    public var tls: TLSClientSettings?
    /// Nil for one without a login.
    public var login: SaslLoginSettings?

    /// Neither TLS nor a login.
    public static let plaintext = ClientSecuritySettings(tls: nil, login: nil)

    /// What is given.
    public init(tls: TLSClientSettings?, login: SaslLoginSettings?) {
        self.tls = tls
        self.login = login
    }

    /// Reads the keys of Kafka's clients; those that `security.protocol` has no use for are not looked at.
    ///
    /// - Parameter property: the value of a key, nil where it is not set.
    /// - Throws: ``ClientSecurityError`` that names the key, never a secret.
    public init(_ property: (String) -> String?) throws(ClientSecurityError) {
        func value(_ key: String) -> String? { property(key).flatMap { $0.isEmpty ? nil : $0 } }
        let name = value("security.protocol") ?? "PLAINTEXT"
        let (usesTLS, usesLogin): (Bool, Bool)
        switch name.uppercased() {
        case "PLAINTEXT": (usesTLS, usesLogin) = (false, false)
        case "SSL": (usesTLS, usesLogin) = (true, false)
        case "SASL_PLAINTEXT": (usesTLS, usesLogin) = (false, true)
        case "SASL_SSL": (usesTLS, usesLogin) = (true, true)
        default:
            throw ClientSecurityError(
                "security.protocol must be PLAINTEXT, SSL, SASL_PLAINTEXT or SASL_SSL, not '\(name)'")
        }
        // An empty algorithm says something: that hosts are not compared.
        tls = usesTLS ? try TLSClientSettings(property) : nil
        login = usesLogin ? try SaslLoginSettings(value) : nil
    }

    /// Whether a key of a client is about its security, whether it has a meaning here or only in Java.
    public static func takes(_ key: String) -> Bool {
        key == "security.protocol" || key == "security.providers" || key.hasPrefix("ssl.") || key.hasPrefix("sasl.")
    }

    /// The same without a login.
    public var withoutLogin: ClientSecuritySettings { ClientSecuritySettings(tls: tls, login: nil) }
}

/// What is wrong with a client's security settings. The text names keys and files, never a secret.
public struct ClientSecurityError: Error, Equatable, Sendable, CustomStringConvertible {
    /// What is wrong.
    public let description: String

    /// An error with its text.
    public init(_ description: String) {
        self.description = description
    }
}

extension TLSClientSettings {
    /// What the `ssl.*` keys of a client say.
    ///
    /// - Parameter property: the value of a key, nil where it is not set.
    public init(_ property: (String) -> String?) throws(ClientSecurityError) {
        func value(_ key: String) -> String? { property(key).flatMap { $0.isEmpty ? nil : $0 } }
        func list(_ key: String) -> [String]? {
            value(key)?.split(separator: ",").map { String($0.filter { !$0.isWhitespace }) }.filter { !$0.isEmpty }
        }
        func store(_ prefix: String, certificates: String, key: String?) -> TLSSettings.Store? {
            var store = TLSSettings.Store(
                type: value("\(prefix).type") ?? "JKS", isTypeSet: value("\(prefix).type") != nil,
                location: value("\(prefix).location"), password: value("\(prefix).password"))
            store.certificates = value(certificates)
            store.key = key.flatMap(value)
            return store.location == nil && store.certificates == nil && store.key == nil ? nil : store
        }
        self.init()
        keyStore = store("ssl.keystore", certificates: "ssl.keystore.certificate.chain", key: "ssl.keystore.key")
        trustStore = store("ssl.truststore", certificates: "ssl.truststore.certificates", key: nil)
        keyPassword = value("ssl.key.password")
        if let names = list("ssl.enabled.protocols") { versions = names }
        cipherSuites = list("ssl.cipher.suites") ?? []
        let algorithm = property("ssl.endpoint.identification.algorithm") ?? "https"
        guard algorithm.isEmpty || algorithm.lowercased() == "https" else {
            throw ClientSecurityError(
                "ssl.endpoint.identification.algorithm must be https, or empty for no comparison of hosts")
        }
        verifiesHost = !algorithm.isEmpty
    }
}
