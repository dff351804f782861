import ArgumentParser

/// `martlet users`.
struct UsersCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "users",
        abstract: "Add users of SCRAM to a broker that does not run, or to a proxy.",
        discussion: """
            A running broker's users are changed by its clients: kafka-configs.sh --alter --add-config
            'SCRAM-SHA-512=[password=...]' --entity-type users --entity-name NAME, or any admin client.

            Examples:
              martlet users add admin --config server.properties
              martlet users add admin --override log.dirs=./data --mechanism SCRAM-SHA-256 < password.txt
              martlet users add alice --file users.scram
            """,
        subcommands: [UsersAddCommand.self])
}
