import KafkaSecurity

/// Settings for a set of trial certificates, ready to paste: for the broker and for each kind of client.
struct DevCertificateTexts {
    /// Where the certificates are: an absolute path, so that the lines hold wherever they are pasted.
    let directory: String
    /// What clients connect to; nil for the broker's own machine alone.
    let host: String?
    let password: String

    static let port = 9093

    private var address: String {
        guard let host else { return "localhost:\(Self.port)" }
        return host.contains(":") ? "[\(host)]:\(Self.port)" : "\(host):\(Self.port)"
    }

    private func path(_ name: String) -> String { "\(directory)/\(name)" }

    /// A value of a properties file, in which a backslash begins an escape.
    private func value(_ text: String) -> String {
        text.split(separator: "\\", omittingEmptySubsequences: false).joined(separator: "\\\\")
    }

    /// `server.properties`: only clients that show the client's certificate get in, and may do everything.
    var server: String {
        let listeners =
            host == nil
            ? "listeners=SSL://\(address)" : "listeners=SSL://:\(Self.port)\nadvertised.listeners=SSL://\(address)"
        return """
            \(listeners)
            ssl.keystore.type=PEM
            ssl.keystore.location=\(value(path(DevCertificates.Name.serverStore)))
            ssl.truststore.type=PEM
            ssl.truststore.location=\(value(path(DevCertificates.Name.authority)))
            ssl.client.auth=required
            ssl.principal.mapping.rules=RULE:^CN=(.*?),.*$/$1/,DEFAULT
            authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
            super.users=User:\(DevCertificates.clientName)

            """
    }

    /// `client.properties` of Java clients and Kafka's scripts.
    var java: String {
        """
        bootstrap.servers=\(address)
        security.protocol=SSL
        ssl.truststore.type=PKCS12
        ssl.truststore.location=\(value(path(DevCertificates.Name.trustStore)))
        ssl.truststore.password=\(password)
        ssl.keystore.type=PKCS12
        ssl.keystore.location=\(value(path(DevCertificates.Name.clientKeyStore)))
        ssl.keystore.password=\(password)

        """
    }

    /// The same with PEM files.
    var javaPEM: String {
        """
        bootstrap.servers=\(address)
        security.protocol=SSL
        ssl.truststore.type=PEM
        ssl.truststore.location=\(value(path(DevCertificates.Name.authority)))
        ssl.keystore.type=PEM
        ssl.keystore.location=\(value(path(DevCertificates.Name.clientStore)))

        """
    }

    /// librdkafka's properties, which `kcat -F` reads.
    var librdkafka: String {
        """
        bootstrap.servers=\(address)
        security.protocol=ssl
        ssl.ca.location=\(path(DevCertificates.Name.authority))
        ssl.certificate.location=\(path(DevCertificates.Name.client))
        ssl.key.location=\(path(DevCertificates.Name.clientKey))

        """
    }

    /// Lines for a script with confluent-kafka.
    var confluentPython: String {
        """
        from confluent_kafka import Producer

        producer = Producer({
            "bootstrap.servers": "\(address)",
            "security.protocol": "ssl",
            "ssl.ca.location": "\(literal(path(DevCertificates.Name.authority)))",
            "ssl.certificate.location": "\(literal(path(DevCertificates.Name.client)))",
            "ssl.key.location": "\(literal(path(DevCertificates.Name.clientKey)))",
        })

        """
    }

    /// Lines for a script with kafka-python.
    var kafkaPython: String {
        """
        from kafka import KafkaProducer

        producer = KafkaProducer(
            bootstrap_servers="\(address)",
            security_protocol="SSL",
            ssl_cafile="\(literal(path(DevCertificates.Name.authority)))",
            ssl_certfile="\(literal(path(DevCertificates.Name.client)))",
            ssl_keyfile="\(literal(path(DevCertificates.Name.clientKey)))",
        )

        """
    }

    /// A text within a Python string's quotes.
    private func literal(_ text: String) -> String {
        value(text).split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\\\"")
    }

    /// Everything, each part under a line that says what it is for.
    var all: String {
        let parts = [
            ("The broker: \(path(Self.serverFile))", server),
            ("Java clients and Kafka's scripts: \(path(Self.javaFile))", java),
            ("Java clients, with PEM files", javaPEM),
            ("librdkafka and kcat: \(path(Self.librdkafkaFile))", librdkafka),
            ("Python, confluent-kafka", confluentPython), ("Python, kafka-python", kafkaPython),
        ]
        return parts.map { "# \($0.0)\n\($0.1)" }.joined(separator: "\n")
    }

    static let serverFile = "server.properties"
    static let javaFile = "client.properties"
    static let librdkafkaFile = "kcat.conf"
    /// The files that settings are written to.
    static let files = [serverFile, javaFile, librdkafkaFile]
}
