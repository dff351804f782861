import ArgumentParser

/// The program: finds the command that was asked for and runs it.
@main
struct Martlet: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "martlet",
        abstract: "A Kafka broker in one small binary.",
        subcommands: [ServeCommand.self, ConfigCommand.self])
}
