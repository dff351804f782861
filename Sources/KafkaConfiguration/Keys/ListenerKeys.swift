/// Where clients reach the broker, and the bounds of connections and requests.
enum ListenerKeys {
    static let definitions: [ConfigDefinition] = [
        ConfigDefinition(
            "listeners", .string, "PLAINTEXT://:9092", .any, .high, .perBroker, .honoured,
            "Addresses to listen on, as NAME://host:port and separated by commas. An empty host is every interface."),
        ConfigDefinition(
            "advertised.listeners", .string, nil, .any, .high, .perBroker, .honoured,
            "Addresses that clients are told to connect to; by default those of listeners. 0.0.0.0 is refused, "
                + "because no client can connect to it."),
        ConfigDefinition(
            "listener.security.protocol.map", .string,
            "SASL_SSL:SASL_SSL,PLAINTEXT:PLAINTEXT,SSL:SSL,SASL_PLAINTEXT:SASL_PLAINTEXT",
            .any, .low, .perBroker, .honoured,
            "Security protocol of each listener name, as NAME:PROTOCOL and separated by commas."),
        ConfigDefinition(
            "inter.broker.listener.name", .string, nil, .any, .medium, .readOnly, .honoured,
            "Listener that brokers use among themselves; it must be one of the advertised ones."),
        ConfigDefinition(
            "control.plane.listener.name", .string, nil, .any, .high, .readOnly, .noEffect(.quorum),
            "Listener on which a ZooKeeper-era controller spoke to brokers."),
        ConfigDefinition(
            "security.inter.broker.protocol", .string,
            "PLAINTEXT",
            .oneOf(["SASL_SSL", "PLAINTEXT", "SSL", "SASL_PLAINTEXT"]), .medium, .readOnly, .honoured,
            "Security protocol between brokers; cannot be set together with inter.broker.listener.name."),
        ConfigDefinition(
            "socket.request.max.bytes", .int, "104857600", .atLeast(1), .high, .readOnly, .honoured,
            "Largest request taken, in bytes; a longer one closes its connection before memory is taken for it."),
        ConfigDefinition(
            "socket.send.buffer.bytes", .int, "102400", .any, .high, .readOnly, .honoured,
            "Send buffer of client sockets in bytes; -1 leaves the system's choice."),
        ConfigDefinition(
            "socket.receive.buffer.bytes", .int, "102400", .any, .high, .readOnly, .honoured,
            "Receive buffer of client sockets in bytes; -1 leaves the system's choice, as the proxy does unless this is set."
        ),
        ConfigDefinition(
            "socket.listen.backlog.size", .int, "50", .atLeast(1), .medium, .readOnly, .honoured,
            "Connections that may wait for being accepted, within the system's own limit."),
        ConfigDefinition(
            "max.connections", .int, "2147483647", .atLeast(0), .medium, .clusterWide, .honoured,
            "Connections open at once on all listeners together."),
        ConfigDefinition(
            "max.connections.per.ip", .int, "2147483647", .atLeast(0), .medium, .clusterWide, .honoured,
            "Connections open at once from one address."),
        ConfigDefinition(
            "max.connections.per.ip.overrides", .string, "", .any, .medium, .clusterWide, .honoured,
            "Other limits than max.connections.per.ip for single addresses, as address:count and separated by commas."),
        ConfigDefinition(
            "max.connection.creation.rate", .int, "2147483647", .atLeast(0), .medium, .clusterWide, .honoured,
            "New connections taken each second."),
        ConfigDefinition(
            "connections.max.idle.ms", .long, "600000", .any, .medium, .readOnly, .honoured,
            "A connection on which nothing moved for this long is closed, in milliseconds."),
        ConfigDefinition(
            "queued.max.requests", .int, "500", .atLeast(1), .high, .readOnly, .honoured,
            "Requests that may be in work before the broker stops reading from the network."),
        ConfigDefinition(
            "queued.max.request.bytes", .long, "-1", .any, .medium, .readOnly, .noEffect(.internals),
            "Bytes of requests that may wait before the broker stops reading; -1 sets no bound."),
        ConfigDefinition(
            "num.network.threads", .int, "3", .atLeast(1), .high, .clusterWide, .honoured,
            "Event loops that serve connections, never more than the machine has cores."),
        ConfigDefinition(
            "num.io.threads", .int, "8", .atLeast(1), .high, .clusterWide, .noEffect(.threads),
            "Threads that answer requests."),
        ConfigDefinition(
            "background.threads", .int, "10", .atLeast(1), .high, .clusterWide, .noEffect(.threads),
            "Threads for deletions and other work behind the requests."),
        ConfigDefinition(
            "connection.failed.authentication.delay.ms", .int,
            "100",
            .atLeast(0), .low, .readOnly, .honoured,
            "How long the close of a connection that failed to authenticate is held back."),
        ConfigDefinition(
            "connections.max.reauth.ms", .long, "0", .any, .medium, .readOnly, .honoured,
            "How long a SASL login lasts before the client must renew it; 0 never asks."),
        ConfigDefinition(
            "socket.connection.setup.timeout.ms", .long, "10000", .any, .medium, .readOnly, .noEffect(.replication),
            "How long this broker, as a client, waits for a connection at first."),
        ConfigDefinition(
            "socket.connection.setup.timeout.max.ms", .long, "30000", .any, .medium, .readOnly, .noEffect(.replication),
            "How long this broker, as a client, waits for a connection at most."),
    ]
}
