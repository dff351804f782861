import ArgumentParser
import KafkaClient

/// `martlet groups list`.
struct GroupsListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the groups of all brokers.",
        discussion: """
            Examples:
              martlet groups list
              martlet groups list --state --type
            """)

    @OptionGroup var client: ClientOptions

    @Flag(help: "Show each group's state.")
    var state = false

    @Flag(help: "Show each group's type.")
    var type = false

    func run() async throws {
        let groups = try await client.withCluster { try await $0.listGroups() }
        try StandardOutput.print(GroupReport.listing(groups, withStates: state, withTypes: type))
    }
}
