import ArgumentParser
import KafkaProxy

/// `martlet proxy check`: whether a proxy would reach its cluster.
struct ProxyCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Try the way from a proxy to every broker of its cluster, without listening.",
        discussion: """
            Reads what 'martlet proxy' would read, connects to each of martlet.proxy.upstream.servers and to each broker \
            that they advertise, and says where clients would find it. Ends with 1 if anything is wrong.

            Examples:
              martlet proxy check --upstream kafka1:9092,kafka2:9092
              martlet proxy check --config proxy.properties
            """)

    @OptionGroup var source: ConfigurationSource

    @OptionGroup var upstream: UpstreamOption

    func run() async throws {
        let check = try ProxyCheck(try source.forProxy(upstream: upstream.servers).load())
        guard await check.run({ print($0.line) }) else { throw ExitCode(1) }
    }
}
