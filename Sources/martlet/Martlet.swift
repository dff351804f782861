import ArgumentParser
import Glibc
import KafkaClient

/// The program: finds the command that was asked for and runs it.
@main
struct Martlet: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "martlet",
        abstract: "A Kafka broker in one small binary, and the tools to work with any Kafka cluster.",
        discussion: """
            Examples:
              martlet serve --override log.dirs=./data
              martlet topics create --topic orders --partitions 3
              echo 'hello' | martlet produce --topic orders
              martlet consume --topic orders --from-beginning
              martlet groups describe --group billing

            The tools take the flags of Kafka's own scripts and work against any Kafka broker. Without
            --bootstrap-server they use localhost:9092. 'martlet help <command>' explains each.
            """,
        version: KafkaClient.version,
        subcommands: subcommands)

    /// Every command, in the order of the help text.
    private static let subcommands: [any ParsableCommand.Type] = [
        ServeCommand.self, ProxyCommand.self, ConfigCommand.self, TopicsCommand.self, ProduceCommand.self,
        ConsumeCommand.self, GroupsCommand.self, UsersCommand.self, TLSCommand.self, SecurityCommand.self,
        LogCommand.self, WireCommand.self, CaptureCommand.self, ReplayCommand.self, ConformanceCommand.self,
    ]

    /// Runs the program; the exit code is 0 or, as Kafka's tools have it for every failure, 1.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            guard exitCode(for: error) != .success else { exit(withError: error) }
            let message = fullMessage(for: error)
            if !message.isEmpty { Terminal.printError(message) }
            Glibc.exit(1)
        }
    }
}
