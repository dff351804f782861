import ArgumentParser

/// `martlet topics`: what `kafka-topics.sh` does.
struct TopicsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "topics",
        abstract: "Create, list, describe, alter and delete topics.",
        discussion: """
            Examples:
              martlet topics create --topic orders --partitions 3 --config retention.ms=86400000
              martlet topics list --exclude-internal
              martlet topics describe --topic orders
              martlet topics alter --topic orders --partitions 6
              martlet topics alter --topic orders --config retention.ms=3600000 --delete-config segment.bytes
              martlet topics delete --topic orders
            """,
        subcommands: [
            TopicsCreateCommand.self, TopicsListCommand.self, TopicsDescribeCommand.self, TopicsAlterCommand.self,
            TopicsDeleteCommand.self,
        ])
}
