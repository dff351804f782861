import ArgumentParser

/// `martlet groups`: what `kafka-consumer-groups.sh` does.
struct GroupsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "groups",
        abstract: "List, describe, reset and delete consumer groups.",
        discussion: """
            Examples:
              martlet groups list --state
              martlet groups describe --group billing
              martlet groups describe --all-groups --members --verbose
              martlet groups reset-offsets --group billing --topic orders --to-earliest --execute
              martlet groups delete --group billing
            """,
        subcommands: [
            GroupsListCommand.self, GroupsDescribeCommand.self, GroupsResetOffsetsCommand.self,
            GroupsDeleteOffsetsCommand.self, GroupsDeleteCommand.self,
        ])
}
