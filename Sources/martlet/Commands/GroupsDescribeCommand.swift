import ArgumentParser
import KafkaClient
import KafkaWire

/// `martlet groups describe`.
struct GroupsDescribeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "describe",
        abstract: "Show groups: offsets and lag, members, or state.",
        discussion: """
            LAG is how many records lie between CURRENT-OFFSET, the committed one, and LOG-END-OFFSET.

            Examples:
              martlet groups describe --group billing
              martlet groups describe --group billing --members --verbose
              martlet groups describe --all-groups --state
            """)

    @OptionGroup var client: ClientOptions
    @OptionGroup var selection: GroupSelection

    @Flag(help: "Offsets and lag of each partition; this is the default.")
    var offsets = false

    @Flag(help: "The members and how many partitions each has.")
    var members = false

    @Flag(help: "Each group's state, coordinator and assignor.")
    var state = false

    @Flag(help: "With --members: which partitions.")
    var verbose = false

    func run() async throws {
        guard [offsets, members, state].filter({ $0 }).count <= 1 else {
            throw CommandFailure("Give one of --offsets, --members and --state.")
        }
        let missing = try await client.withCluster { cluster in
            var missing: [String] = []
            for id in try await selection.ids(in: cluster) {
                guard let group = try await cluster.describeGroup(id) else {
                    missing.append(id)
                    continue
                }
                try await show(group, in: cluster)
            }
            return missing
        }
        guard missing.isEmpty else {
            throw CommandFailure(
                missing.map { "Consumer group '\($0)' does not exist. 'martlet groups list' shows those that do." }
                    .joined(separator: "\n"))
        }
    }

    private func show(_ group: GroupDescription, in cluster: KafkaCluster) async throws {
        if state {
            try StandardOutput.print(GroupReport.states([group]))
        } else if members {
            try StandardOutput.print(GroupReport.members([group], verbose: verbose))
        } else {
            let rows = try await GroupOffsets.rows(of: group, in: cluster)
            try StandardOutput.print(rows.isEmpty ? [] : GroupReport.offsets(rows))
        }
        switch group.state {
        case "Empty": Terminal.printError("Consumer group '\(group.id)' has no active members.")
        case "PreparingRebalance", "CompletingRebalance", "Assigning", "Reconciling":
            Terminal.printError("Warning: Consumer group '\(group.id)' is rebalancing.")
        default: break
        }
    }
}
