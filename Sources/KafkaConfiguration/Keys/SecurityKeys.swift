/// Authorization, delegation tokens and principals.
enum SecurityKeys {
    static let definitions: [ConfigDefinition] = [
        ConfigDefinition(
            "authorizer.class.name", .string, "", .any, .low, .readOnly, .honoured,
            "Who decides who may do what: org.apache.kafka.metadata.authorizer.StandardAuthorizer by ACLs; empty allows everyone everything."
        ),
        ConfigDefinition(
            "super.users", .string, "", .any, .medium, .readOnly, .honoured,
            "Principals that may do everything, such as User:admin, separated by semicolons."),
        ConfigDefinition(
            "allow.everyone.if.no.acl.found", .boolean, "false", .any, .medium, .readOnly, .honoured,
            "Whether everyone may do everything to a resource that no ACL is about; otherwise only super.users may."),
        ConfigDefinition(
            "principal.builder.class", .class,
            "org.apache.kafka.common.security.authenticator.DefaultKafkaPrincipalBuilder",
            .any, .medium, .perBroker, .noEffect(.javaClass),
            "Java class that makes a principal of a connection."),
        ConfigDefinition(
            "security.providers", .string, nil, .any, .low, .readOnly, .noEffect(.javaClass),
            "Java classes that add security algorithms."),
        ConfigDefinition(
            "delegation.token.master.key", .password, nil, .any, .medium, .readOnly, .honoured,
            "Older name of delegation.token.secret.key."),
        ConfigDefinition(
            "delegation.token.secret.key", .password, nil, .any, .medium, .readOnly, .honoured,
            "Secret that signs delegation tokens."),
        ConfigDefinition(
            "delegation.token.max.lifetime.ms", .long,
            "604800000",
            .atLeast(1), .medium, .readOnly, .honoured,
            "How long a delegation token can be renewed."),
        ConfigDefinition(
            "delegation.token.expiry.time.ms", .long,
            "86400000",
            .atLeast(1), .medium, .readOnly, .honoured,
            "How long a delegation token lasts without renewal."),
        ConfigDefinition(
            "delegation.token.expiry.check.interval.ms", .long,
            "3600000",
            .atLeast(1), .low, .readOnly, .honoured,
            "How often expired delegation tokens are removed."),
        ConfigDefinition(
            "password.encoder.secret", .password, nil, .any, .medium, .readOnly, .noEffect(.zooKeeper),
            "Secret that encrypts passwords kept among dynamic configs."),
        ConfigDefinition(
            "password.encoder.old.secret", .password, nil, .any, .medium, .readOnly, .noEffect(.zooKeeper),
            "Former secret, while passwords are encrypted anew."),
        ConfigDefinition(
            "password.encoder.keyfactory.algorithm", .string, nil, .any, .low, .readOnly, .noEffect(.zooKeeper),
            "Algorithm that makes the key of the password encoder."),
        ConfigDefinition(
            "password.encoder.cipher.algorithm", .string,
            "AES/CBC/PKCS5Padding",
            .any, .low, .readOnly, .noEffect(.zooKeeper),
            "Cipher of the password encoder."),
        ConfigDefinition(
            "password.encoder.key.length", .int, "128", .atLeast(8), .low, .readOnly, .noEffect(.zooKeeper),
            "Key length of the password encoder."),
        ConfigDefinition(
            "password.encoder.iterations", .int, "4096", .atLeast(1024), .low, .readOnly, .noEffect(.zooKeeper),
            "Iterations of the password encoder."),
    ]
}
