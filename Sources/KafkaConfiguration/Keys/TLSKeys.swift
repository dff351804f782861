/// TLS.
enum TLSKeys {
    static let definitions: [ConfigDefinition] = [
        ConfigDefinition(
            "ssl.allow.dn.changes", .boolean, "false", .any, .low, .readOnly, .noEffect(.tlsRenewal),
            "Allow a new keystore whose certificate names someone else."),
        ConfigDefinition(
            "ssl.allow.san.changes", .boolean, "false", .any, .low, .readOnly, .noEffect(.tlsRenewal),
            "Allow a new keystore whose certificate has other alternative names."),
        ConfigDefinition(
            "ssl.cipher.suites", .list, "", .any, .medium, .perBroker, .honoured,
            "Cipher suites that may be negotiated; empty allows the library's choice."),
        ConfigDefinition(
            "ssl.client.auth", .string,
            "none",
            .oneOf(["required", "requested", "none"]), .medium, .perBroker, .honoured,
            "Whether clients must show a certificate: required, requested or none."),
        ConfigDefinition(
            "ssl.enabled.protocols", .list, "TLSv1.2,TLSv1.3", .any, .medium, .perBroker, .honoured,
            "TLS versions that may be negotiated."),
        ConfigDefinition(
            "ssl.endpoint.identification.algorithm", .string,
            "https",
            .any, .low, .perBroker, .noEffect(.noTLSClient),
            "How host names are checked against certificates."),
        ConfigDefinition(
            "ssl.engine.factory.class", .class, nil, .any, .low, .perBroker, .noEffect(.javaClass),
            "Java class that makes TLS engines."),
        ConfigDefinition(
            "ssl.key.password", .password, nil, .any, .medium, .perBroker, .honoured,
            "Password of the private key."),
        ConfigDefinition(
            "ssl.keymanager.algorithm", .string, "SunX509", .any, .medium, .perBroker, .noEffect(.tlsLibrary),
            "Algorithm of Java's key manager."),
        ConfigDefinition(
            "ssl.keystore.certificate.chain", .password, nil, .any, .medium, .perBroker, .honoured,
            "Certificate chain in PEM."),
        ConfigDefinition(
            "ssl.keystore.key", .password, nil, .any, .medium, .perBroker, .honoured,
            "Private key in PEM."),
        ConfigDefinition(
            "ssl.keystore.location", .string, nil, .any, .medium, .perBroker, .honoured,
            "File of the keystore."),
        ConfigDefinition(
            "ssl.keystore.password", .password, nil, .any, .medium, .perBroker, .honoured,
            "Password of the keystore."),
        ConfigDefinition(
            "ssl.keystore.type", .string, "JKS", .any, .medium, .perBroker, .honoured,
            "Format of the keystore: PEM or PKCS12. Unset, the file's content decides; JKS files are refused."),
        ConfigDefinition(
            "ssl.principal.mapping.rules", .string, "DEFAULT", .any, .low, .readOnly, .honoured,
            "Rules that turn a certificate's name into a principal."),
        ConfigDefinition(
            "ssl.protocol", .string, "TLSv1.3", .any, .medium, .perBroker, .noEffect(.tlsLibrary),
            "TLS version to begin with."),
        ConfigDefinition(
            "ssl.provider", .string, nil, .any, .medium, .perBroker, .noEffect(.tlsLibrary),
            "Java security provider for TLS."),
        ConfigDefinition(
            "ssl.secure.random.implementation", .string, nil, .any, .low, .perBroker, .noEffect(.tlsLibrary),
            "Java random generator for TLS."),
        ConfigDefinition(
            "ssl.trustmanager.algorithm", .string, "PKIX", .any, .medium, .perBroker, .noEffect(.tlsLibrary),
            "Algorithm of Java's trust manager."),
        ConfigDefinition(
            "ssl.truststore.certificates", .password, nil, .any, .medium, .perBroker, .honoured,
            "Trusted certificates in PEM."),
        ConfigDefinition(
            "ssl.truststore.location", .string, nil, .any, .medium, .perBroker, .honoured,
            "File of the truststore."),
        ConfigDefinition(
            "ssl.truststore.password", .password, nil, .any, .medium, .perBroker, .honoured,
            "Password of the truststore."),
        ConfigDefinition(
            "ssl.truststore.type", .string, "JKS", .any, .medium, .perBroker, .honoured,
            "Format of the truststore: PEM or PKCS12. Unset, the file's content decides; JKS files are refused."),
    ]
}
