import ArgumentParser

/// `martlet conformance`.
struct ConformanceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "conformance",
        abstract: "Try how well a broker speaks the Kafka protocol.",
        discussion: """
            Examples:
              martlet conformance run --bootstrap-server localhost:9092
              martlet conformance run --bootstrap-server localhost:9092 --reference localhost:9192 --html card.html
            """,
        subcommands: [ConformanceRunCommand.self])
}
