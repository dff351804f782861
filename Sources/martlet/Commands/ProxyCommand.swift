import ArgumentParser

/// `martlet proxy`: runs in front of an existing cluster until it is told to stop.
struct ProxyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "proxy",
        abstract: "Run in front of an existing Kafka cluster.",
        discussion: """
            Clients connect here instead of to the cluster's brokers, and stay here: every broker address in an answer \
            is replaced by one of the proxy's. One port stands for any broker, and each broker has a port of its own: \
            the next ones by default, so broker 0 of a proxy on 9092 is at 9093, broker 1 at 9094.

            Listeners are configured as for serve; settings of the proxy are the keys that begin with martlet.proxy. \
            (martlet config shows them all).

            Examples:
              martlet proxy --upstream kafka1:9092,kafka2:9092
              martlet proxy --upstream kafka1:9092 --override listeners=PLAINTEXT://:19092 \\
                --override martlet.proxy.node.port.base=19100 --override advertised.listeners=PLAINTEXT://edge:19092
              martlet proxy --config proxy.properties

            SIGTERM and SIGINT stop it: open requests are answered first. 'martlet proxy check' tries the way to the cluster.
            """,
        subcommands: [ProxyCheckCommand.self])

    @OptionGroup var source: ConfigurationSource

    @OptionGroup var upstream: UpstreamOption

    @OptionGroup var process: ServerProcess

    func run() async throws {
        try await process.run(source.forProxy(upstream: upstream.servers))
    }
}

extension ConfigurationSource {
    /// The same for a proxy.
    ///
    /// - Parameter upstream: brokers to begin with, which go before those of the configuration.
    func forProxy(upstream: String?) -> ConfigurationSource {
        var source = self
        source.override.insert("martlet.engine=upstream", at: 0)
        if let upstream { source.override.append("martlet.proxy.upstream.servers=\(upstream)") }
        return source
    }
}
