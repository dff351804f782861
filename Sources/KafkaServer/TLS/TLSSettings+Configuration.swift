public import KafkaConfiguration
public import KafkaSecurity

extension TLSSettings {
    /// What a listener's `ssl.*` keys say.
    public init(_ configuration: BrokerConfiguration, listener: ListenerEndpoint) {
        func text(_ key: String) -> String? {
            guard let text = configuration.setting(key, listener: listener.name)?.text, !text.isEmpty else {
                return nil
            }
            return text
        }
        func list(_ key: String) -> [String] {
            if case .list(let names)? = configuration.setting(key, listener: listener.name) { return names }
            return []
        }
        func store(_ prefix: String) -> Store {
            Store(
                type: text("\(prefix).type") ?? "JKS",
                isTypeSet: configuration.isSet("\(prefix).type", listener: listener.name),
                location: text("\(prefix).location"), password: text("\(prefix).password"))
        }
        var keyStore = store("ssl.keystore")
        keyStore.certificates = text("ssl.keystore.certificate.chain")
        keyStore.key = text("ssl.keystore.key")
        self.init(keyStore: keyStore, versions: list("ssl.enabled.protocols"))
        var trustStore = store("ssl.truststore")
        trustStore.certificates = text("ssl.truststore.certificates")
        if trustStore.location != nil || trustStore.certificates != nil { self.trustStore = trustStore }
        keyPassword = text("ssl.key.password")
        cipherSuites = list("ssl.cipher.suites")
        revocationListLocation = text("martlet.ssl.crl.location")
        // With SASL, clients say by that who they are: as in Kafka, only a listener's own value asks for certificates.
        if !listener.securityProtocol.usesSASL
            || configuration.isSet("ssl.client.auth", listener: listener.name, onlyPrefixed: true)
        {
            clientAuthentication = text("ssl.client.auth").flatMap { .init(rawValue: $0.lowercased()) } ?? .none
        }
    }
}
