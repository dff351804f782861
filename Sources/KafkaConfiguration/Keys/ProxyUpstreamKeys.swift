/// How the proxy reaches its cluster: the keys of Kafka's clients behind a prefix.
enum ProxyUpstreamKeys {
    static let prefix = "martlet.proxy.upstream."

    /// The keys without the prefix.
    static let clientKeys = definitions.map { String($0.name.dropFirst(prefix.count)) }

    /// The same keys for the cluster behind a virtual one.
    static let virtualDefinitions = zip(definitions, clientKeys).map { definition, key in
        ConfigDefinition(
            "\(VirtualClusterSettings.prefix)<name>.upstream.\(key)", definition.type, nil, definition.rule,
            definition.importance, .readOnly, .honoured,
            "What \(definition.name) is, for the cluster behind this virtual one.")
    }

    static let definitions: [ConfigDefinition] = [
        key(
            "security.protocol", .string, "PLAINTEXT",
            .oneOf(["PLAINTEXT", "SSL", "SASL_PLAINTEXT", "SASL_SSL"]), .high,
            """
            How the proxy speaks to the cluster. With SASL it logs in itself, as one user for all of its clients, and \
            shows them no SASL of the cluster's; without, clients may log in to the cluster through it.
            """),
        key("ssl.truststore.type", .string, "JKS", .any, .medium, "Format of the truststore: PEM or PKCS12."),
        key(
            "ssl.truststore.location", .string, nil, .any, .high,
            """
            Whom the brokers' certificates are checked against. Without a truststore it is the authorities that the \
            system trusts.
            """),
        key("ssl.truststore.password", .password, nil, .any, .high, "Password of the truststore."),
        key("ssl.truststore.certificates", .password, nil, .any, .high, "Trusted certificates in PEM."),
        key("ssl.keystore.type", .string, "JKS", .any, .medium, "Format of the keystore: PEM or PKCS12."),
        key(
            "ssl.keystore.location", .string, nil, .any, .high,
            "The certificate that the proxy shows to brokers, with its key."),
        key("ssl.keystore.password", .password, nil, .any, .high, "Password of the keystore."),
        key("ssl.keystore.key", .password, nil, .any, .high, "Private key in PEM."),
        key("ssl.keystore.certificate.chain", .password, nil, .any, .high, "Certificate chain in PEM."),
        key("ssl.key.password", .password, nil, .any, .high, "Password of the private key."),
        key(
            "ssl.endpoint.identification.algorithm", .string, "https", .any, .low,
            "https: a broker's certificate must be for the host it is reached by. Empty: for whatever host."),
        key("ssl.enabled.protocols", .list, "TLSv1.2,TLSv1.3", .any, .medium, "TLS versions that may be negotiated."),
        key(
            "ssl.cipher.suites", .list, "", .any, .low,
            "Cipher suites that may be negotiated; empty allows the library's choice."),
        key(
            "sasl.mechanism", .string, "GSSAPI", .any, .medium,
            "How the proxy logs in: PLAIN, SCRAM-SHA-256, SCRAM-SHA-512 or OAUTHBEARER. The default is not served."),
        key(
            "sasl.jaas.config", .password, nil, .any, .medium,
            "The login module with the proxy's credentials, as Kafka's clients have it."),
        key(
            "sasl.oauthbearer.token.endpoint.url", .string, nil, .any, .medium,
            """
            Where OAUTHBEARER gets its tokens: an https or http URL that is asked with the login module's clientId and \
            clientSecret, or a file.
            """),
    ]

    private static func key(
        _ name: String, _ type: ConfigType, _ value: String?, _ rule: ConfigRule, _ importance: ConfigImportance,
        _ documentation: String
    ) -> ConfigDefinition {
        ConfigDefinition(prefix + name, type, value, rule, importance, .readOnly, .honoured, documentation)
    }
}
