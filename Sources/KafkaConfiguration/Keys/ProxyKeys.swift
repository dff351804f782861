/// The proxy in front of an existing cluster.
enum ProxyKeys {
    static let definitions: [ConfigDefinition] = [
        ConfigDefinition(
            "martlet.engine", .string, "embedded", .oneOf(["embedded", "upstream"]), .high, .readOnly, .honoured,
            "What answers clients: embedded is the broker's own log, upstream the cluster that the proxy stands for."),
        ConfigDefinition(
            "martlet.proxy.upstream.servers", .list, "", .any, .high, .readOnly, .honoured,
            "Brokers of the cluster behind the proxy, as host:port, to begin with; the others are learnt from them."),
        ConfigDefinition(
            "martlet.proxy.node.port.base", .int, "-1", .between(-1, 65535), .high, .readOnly, .honoured,
            """
            The port that stands for broker 0 of the cluster; broker n has the port n above it. -1 takes the port after \
            the listener's own, or the first beyond all listeners where they lie close together. Differs by \
            listener: listener.name.<name>.martlet.proxy.node.port.base.
            """),
        ConfigDefinition(
            "martlet.proxy.node.ids", .list, "", .any, .medium, .readOnly, .honoured,
            """
            Ids of the cluster's brokers, single or as ranges (0-2,5), whose ports are opened at once even when the \
            cluster cannot be reached; others are opened when they are learnt of.
            """),
        ConfigDefinition(
            "martlet.proxy.advertised.host", .string, nil, .any, .medium, .readOnly, .honoured,
            """
            The host that clients are told for every broker; $(nodeId) stands for its id. Without it they are told \
            that of advertised.listeners, or of the listener.
            """),
        ConfigDefinition(
            "martlet.proxy.sni.template", .string, nil, .any, .medium, .readOnly, .honoured,
            """
            Host names of the cluster's brokers on listeners with TLS, all of which are reached on the listener's own port \
            by the name that clients ask for (SNI): broker-$(nodeId).kafka.example.com, $(nodeId) standing for the id. \
            Then brokers have no ports of their own there. May differ by listener: \
            listener.name.<name>.martlet.proxy.sni.template.
            """),
        ConfigDefinition(
            "martlet.proxy.connect.timeout.ms", .int, "10000", .atLeast(1), .medium, .readOnly, .honoured,
            """
            How long one attempt to connect to a broker of the cluster may take; at most 3 seconds while there are \
            others to try.
            """),
        ConfigDefinition(
            "martlet.proxy.metadata.refresh.ms", .long, "30000", .atLeast(100), .low, .readOnly, .honoured,
            "How often the proxy asks which brokers the cluster has, besides what it reads in answers to clients."),
        ConfigDefinition(
            "martlet.proxy.drain.timeout.ms", .long, "5000", .between(0, 3_600_000), .low, .readOnly, .honoured,
            "How long a proxy that is told to stop waits for answers to open requests before it closes connections."),
        ConfigDefinition(
            "martlet.proxy.acls.file", .string, nil, .any, .medium, .readOnly, .honoured,
            """
            The ACLs by which the proxy decides, one a line, where authorizer.class.name names the authorizer. Read \
            anew when it changes.
            """),
        ConfigDefinition(
            "martlet.proxy.scram.users.file", .string, nil, .any, .medium, .readOnly, .honoured,
            "The users who log in to the proxy by SCRAM, as martlet users add --file writes them. Read anew when it changes."
        ),
        ConfigDefinition(
            "martlet.proxy.upstream.identities.file", .string, nil, .any, .medium, .readOnly, .honoured,
            """
            Logins by which the proxy speaks for single clients of its own, one a line; for all others it uses its own \
            login. Read anew when it changes.
            """),
        ConfigDefinition(
            "martlet.proxy.quotas.file", .string, nil, .any, .medium, .readOnly, .honoured,
            "Client quotas that the proxy enforces, one entity a line. Read anew when it changes."),
        ConfigDefinition(
            "martlet.proxy.unknown.apis", .string, "refuse", .oneOf(["refuse", "pass"]), .low, .readOnly, .honoured,
            """
            What becomes of APIs that the proxy does not know: refuse hides them from clients; pass lets them through, \
            together with any address that they may carry.
            """),
    ]
}
