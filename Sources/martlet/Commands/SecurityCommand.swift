import ArgumentParser

/// `martlet security`.
struct SecurityCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "security",
        abstract: "Look for what is weak or wrong in a broker's security.",
        discussion: """
            Examples:
              martlet security check --config server.properties
              martlet security check --config server.properties --json
            """,
        subcommands: [SecurityCheckCommand.self])
}
