/// Keys of Martlet's own.
enum MartletKeys {
    static let definitions: [ConfigDefinition] = [
        ConfigDefinition(
            "console.listeners", .list, "", .any, .medium, .readOnly, .honoured,
            """
            Where /health, /ready and /metrics are served by HTTP, as in http://127.0.0.1:9644, several separated by \
            commas; empty serves them nowhere. An empty host stands for every interface, port 0 for a free one. There \
            is no login: anyone who can connect may read.
            """),
        ConfigDefinition(
            "martlet.capture.directory", .string, nil, .any, .low, .readOnly, .honoured,
            "Where the frames of clients are recorded, as files that martlet capture reads; unset records nothing."),
        ConfigDefinition(
            "martlet.capture.file.bytes", .long, "134217728", .atLeast(4096), .low, .readOnly, .honoured,
            "Size at which a file of recorded frames is closed and a new one begun."),
        ConfigDefinition(
            "martlet.capture.files", .int, "8", .atLeast(1), .low, .readOnly, .honoured,
            "How many files of recorded frames are kept; the oldest is deleted when there is one more."),
        ConfigDefinition(
            "martlet.capture.listeners", .list, "", .any, .low, .readOnly, .honoured,
            "Names of the listeners whose frames are recorded; empty stands for all."),
        ConfigDefinition(
            "martlet.capture.secrets", .boolean, "false", .any, .low, .readOnly, .honoured,
            "Whether recorded frames keep passwords and tokens; otherwise those are replaced before they are written."),
        ConfigDefinition(
            "martlet.frame.timeout.ms", .long, "30000", .atLeast(1), .medium, .readOnly, .honoured,
            """
            How long a request may take to arrive whole, or a large one by another 64 KiB, while the server reads; then \
            its connection is closed.
            """),
        ConfigDefinition(
            "martlet.group.commit.enable", .boolean, "false", .any, .high, .readOnly, .honoured,
            """
            Whether records are on the device before they are acknowledged (acks=all) and shown to consumers. One sync \
            serves all requests that wait for it.
            """),
        ConfigDefinition(
            "martlet.sasl.oauthbearer.unsecured.enable", .boolean, "false", .any, .medium, .readOnly, .honoured,
            """
            Whether OAUTHBEARER takes tokens without a signature where no JWKS endpoint is set. Such tokens prove \
            nothing: for trials only.
            """),
        ConfigDefinition(
            "martlet.ssl.crl.location", .string, nil, .any, .medium, .perBroker, .honoured,
            "File of certificate revocation lists, in PEM or DER, that clients' certificates are checked against."),
        ConfigDefinition(
            "martlet.ssl.handshake.timeout.ms", .long, "10000", .atLeast(1), .medium, .readOnly, .honoured,
            "How long a TLS handshake may take from the first moment of a connection; then the connection is closed."),
    ]
}
