/// What older releases of Kafka knew and old files still carry.
enum FormerKeys {
    static let definitions: [ConfigDefinition] = [
        ConfigDefinition(
            "zookeeper.connect", .string, nil, .any, .high, .readOnly, .honoured,
            "Addresses of ZooKeeper. This is a single broker that needs none; a cluster is reached through the proxy."),
        ConfigDefinition(
            "zookeeper.connection.timeout.ms", .int, nil, .any, .high, .readOnly, .noEffect(.zooKeeper),
            "How long a connection to ZooKeeper may take."),
        ConfigDefinition(
            "zookeeper.session.timeout.ms", .int, "18000", .any, .high, .readOnly, .noEffect(.zooKeeper),
            "Session timeout of ZooKeeper."),
        ConfigDefinition(
            "zookeeper.sync.time.ms", .int, "2000", .any, .low, .readOnly, .noEffect(.zooKeeper),
            "How far a follower of ZooKeeper may lag."),
        ConfigDefinition(
            "zookeeper.set.acl", .boolean, "false", .any, .high, .readOnly, .noEffect(.zooKeeper),
            "Protect what is written to ZooKeeper."),
        ConfigDefinition(
            "zookeeper.max.in.flight.requests", .int, "10", .atLeast(1), .high, .readOnly, .noEffect(.zooKeeper),
            "Requests to ZooKeeper before waiting for an answer."),
        ConfigDefinition(
            "zookeeper.clientCnxnSocket", .string, nil, .any, .medium, .readOnly, .noEffect(.zooKeeper),
            "Java class of the connection to ZooKeeper."),
        ConfigDefinition(
            "zookeeper.metadata.migration.enable", .boolean, "false", .any, .high, .readOnly, .noEffect(.zooKeeper),
            "Move metadata from ZooKeeper to KRaft."),
        ConfigDefinition(
            "zookeeper.metadata.migration.min.batch.size", .int,
            "200",
            .atLeast(1), .medium, .readOnly, .noEffect(.zooKeeper),
            "Records of a batch while metadata moves."),
        ConfigDefinition(
            "zookeeper.ssl.client.enable", .boolean, "false", .any, .medium, .readOnly, .noEffect(.zooKeeper),
            "Use TLS towards ZooKeeper."),
        ConfigDefinition(
            "zookeeper.ssl.cipher.suites", .list, nil, .any, .low, .readOnly, .noEffect(.zooKeeper),
            "Cipher suites towards ZooKeeper."),
        ConfigDefinition(
            "zookeeper.ssl.crl.enable", .boolean, "false", .any, .low, .readOnly, .noEffect(.zooKeeper),
            "Check revocation lists for ZooKeeper's certificates."),
        ConfigDefinition(
            "zookeeper.ssl.enabled.protocols", .list, nil, .any, .low, .readOnly, .noEffect(.zooKeeper),
            "TLS versions towards ZooKeeper."),
        ConfigDefinition(
            "zookeeper.ssl.endpoint.identification.algorithm", .string,
            "HTTPS",
            .any, .low, .readOnly, .noEffect(.zooKeeper),
            "How ZooKeeper's host name is checked."),
        ConfigDefinition(
            "zookeeper.ssl.keystore.location", .string, nil, .any, .medium, .readOnly, .noEffect(.zooKeeper),
            "File of the keystore for ZooKeeper."),
        ConfigDefinition(
            "zookeeper.ssl.keystore.password", .password, nil, .any, .medium, .readOnly, .noEffect(.zooKeeper),
            "Password of the keystore for ZooKeeper."),
        ConfigDefinition(
            "zookeeper.ssl.keystore.type", .string, nil, .any, .medium, .readOnly, .noEffect(.zooKeeper),
            "Format of the keystore for ZooKeeper."),
        ConfigDefinition(
            "zookeeper.ssl.ocsp.enable", .boolean, "false", .any, .low, .readOnly, .noEffect(.zooKeeper),
            "Ask OCSP about ZooKeeper's certificates."),
        ConfigDefinition(
            "zookeeper.ssl.protocol", .string, "TLSv1.2", .any, .low, .readOnly, .noEffect(.zooKeeper),
            "TLS version towards ZooKeeper."),
        ConfigDefinition(
            "zookeeper.ssl.truststore.location", .string, nil, .any, .medium, .readOnly, .noEffect(.zooKeeper),
            "File of the truststore for ZooKeeper."),
        ConfigDefinition(
            "zookeeper.ssl.truststore.password", .password, nil, .any, .medium, .readOnly, .noEffect(.zooKeeper),
            "Password of the truststore for ZooKeeper."),
        ConfigDefinition(
            "zookeeper.ssl.truststore.type", .string, nil, .any, .medium, .readOnly, .noEffect(.zooKeeper),
            "Format of the truststore for ZooKeeper."),
        ConfigDefinition(
            "inter.broker.protocol.version", .string, "3.9-IV0", .any, .medium, .readOnly, .noEffect(.replication),
            "Release whose protocol brokers speak among themselves."),
        ConfigDefinition(
            "host.name", .string, "", .any, .high, .readOnly, .honoured,
            "Host to listen on when listeners is not set."),
        ConfigDefinition(
            "port", .int, "9092", .any, .high, .readOnly, .honoured,
            "Port to listen on when listeners is not set."),
        ConfigDefinition(
            "advertised.host.name", .string, nil, .any, .high, .readOnly, .honoured,
            "Host told to clients when neither listeners nor advertised.listeners is set."),
        ConfigDefinition(
            "advertised.port", .int, nil, .any, .high, .readOnly, .honoured,
            "Port told to clients when neither listeners nor advertised.listeners is set."),
        ConfigDefinition(
            "controller.message.queue.size", .int, "2147483647", .any, .low, .readOnly, .noEffect(.retired),
            "Messages that waited for a broker in the controller."),
        ConfigDefinition(
            "replica.lag.max.messages", .long, "4000", .any, .low, .readOnly, .noEffect(.retired),
            "Records a follower might lag behind."),
        ConfigDefinition(
            "log.delete.delay.ms", .long, "60000", .any, .low, .readOnly, .noEffect(.retired),
            "Former name of log.segment.delete.delay.ms."),
    ]
}
