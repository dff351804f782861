/// TLS.
enum TLSKeys {
    static let definitions: [ConfigDefinition] = [
        ConfigDefinition(
            "ssl.allow.dn.changes", .boolean, "false", .any, .low, .readOnly, .noEffect(.authentication),
            "Allow a new keystore whose certificate names someone else."),
        ConfigDefinition(
            "ssl.allow.san.changes", .boolean, "false", .any, .low, .readOnly, .noEffect(.authentication),
            "Allow a new keystore whose certificate has other alternative names."),
        ConfigDefinition(
            "ssl.cipher.suites", .list, "", .any, .medium, .perBroker, .noEffect(.authentication),
            "Cipher suites that may be negotiated; empty allows the library's choice."),
        ConfigDefinition(
            "ssl.client.auth", .string,
            "none",
            .oneOf(["required", "requested", "none"]), .medium, .perBroker, .noEffect(.authentication),
            "Whether clients must show a certificate: required, requested or none."),
        ConfigDefinition(
            "ssl.enabled.protocols", .list, "TLSv1.2,TLSv1.3", .any, .medium, .perBroker, .noEffect(.authentication),
            "TLS versions that may be negotiated."),
        ConfigDefinition(
            "ssl.endpoint.identification.algorithm", .string,
            "https",
            .any, .low, .perBroker, .noEffect(.authentication),
            "How host names are checked against certificates."),
        ConfigDefinition(
            "ssl.engine.factory.class", .class, nil, .any, .low, .perBroker, .noEffect(.javaClass),
            "Java class that makes TLS engines."),
        ConfigDefinition(
            "ssl.key.password", .password, nil, .any, .medium, .perBroker, .noEffect(.authentication),
            "Password of the private key."),
        ConfigDefinition(
            "ssl.keymanager.algorithm", .string, "SunX509", .any, .medium, .perBroker, .noEffect(.authentication),
            "Algorithm of Java's key manager."),
        ConfigDefinition(
            "ssl.keystore.certificate.chain", .password, nil, .any, .medium, .perBroker, .noEffect(.authentication),
            "Certificate chain in PEM."),
        ConfigDefinition(
            "ssl.keystore.key", .password, nil, .any, .medium, .perBroker, .noEffect(.authentication),
            "Private key in PEM."),
        ConfigDefinition(
            "ssl.keystore.location", .string, nil, .any, .medium, .perBroker, .noEffect(.authentication),
            "File of the keystore."),
        ConfigDefinition(
            "ssl.keystore.password", .password, nil, .any, .medium, .perBroker, .noEffect(.authentication),
            "Password of the keystore."),
        ConfigDefinition(
            "ssl.keystore.type", .string, "JKS", .any, .medium, .perBroker, .noEffect(.authentication),
            "Format of the keystore: PEM, PKCS12 or JKS."),
        ConfigDefinition(
            "ssl.principal.mapping.rules", .string, "DEFAULT", .any, .low, .readOnly, .noEffect(.authentication),
            "Rules that turn a certificate's name into a principal."),
        ConfigDefinition(
            "ssl.protocol", .string, "TLSv1.3", .any, .medium, .perBroker, .noEffect(.authentication),
            "TLS version to begin with."),
        ConfigDefinition(
            "ssl.provider", .string, nil, .any, .medium, .perBroker, .noEffect(.authentication),
            "Java security provider for TLS."),
        ConfigDefinition(
            "ssl.secure.random.implementation", .string, nil, .any, .low, .perBroker, .noEffect(.authentication),
            "Java random generator for TLS."),
        ConfigDefinition(
            "ssl.trustmanager.algorithm", .string, "PKIX", .any, .medium, .perBroker, .noEffect(.authentication),
            "Algorithm of Java's trust manager."),
        ConfigDefinition(
            "ssl.truststore.certificates", .password, nil, .any, .medium, .perBroker, .noEffect(.authentication),
            "Trusted certificates in PEM."),
        ConfigDefinition(
            "ssl.truststore.location", .string, nil, .any, .medium, .perBroker, .noEffect(.authentication),
            "File of the truststore."),
        ConfigDefinition(
            "ssl.truststore.password", .password, nil, .any, .medium, .perBroker, .noEffect(.authentication),
            "Password of the truststore."),
        ConfigDefinition(
            "ssl.truststore.type", .string, "JKS", .any, .medium, .perBroker, .noEffect(.authentication),
            "Format of the truststore: PEM, PKCS12 or JKS."),
    ]
}
