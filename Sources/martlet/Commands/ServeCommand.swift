import ArgumentParser

/// `martlet serve`: runs a broker until it is told to stop.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Run a broker.",
        discussion: """
            Without options the broker listens on port 9092 of every interface and keeps its data where log.dirs says
            (/tmp/kafka-logs, as Kafka does). A server.properties of Kafka's own, old or new, starts it as it stands.

            Examples:
              martlet serve --override log.dirs=./data --override listeners=PLAINTEXT://localhost:9092
              martlet serve --config server.properties
              martlet serve --config server.properties --daemon --pid-file martlet.pid

            SIGTERM and SIGINT stop it: open requests are answered, the logs flushed. SIGHUP makes it read certificates
            and revocation lists anew, and the configuration for what clients are authenticated by: users of PLAIN,
            mechanisms, keys of token issuers.
            """)

    @OptionGroup var source: ConfigurationSource

    @OptionGroup var process: ServerProcess

    func run() async throws {
        try await process.run(source)
    }
}
