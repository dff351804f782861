import ArgumentParser
import KafkaClient

/// `martlet topics alter`.
struct TopicsAlterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "alter",
        abstract: "Add partitions to topics, and change their settings.",
        discussion: """
            Partitions can only be added; keyed records will be placed anew from then on.

            Examples:
              martlet topics alter --topic orders --partitions 6
              martlet topics alter --topic orders --config retention.ms=3600000
              martlet topics alter --topic orders --delete-config retention.ms
            """)

    @OptionGroup var client: ClientOptions

    @Option(help: "The topics: a name, names separated by commas, or a regular expression.")
    var topic: String

    @Option(help: "The new number of partitions.")
    var partitions: Int32?

    @Option(
        help: ArgumentHelp(
            "The brokers of every partition's replicas, those that exist included: 1:2,2:3.", valueName: "id:id,…"))
    var replicaAssignment: String?

    @Option(parsing: .singleValue, help: ArgumentHelp("A setting to change; may be repeated.", valueName: "name=value"))
    var config: [String] = []

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp("A setting to return to its default; may be repeated.", valueName: "name"))
    var deleteConfig: [String] = []

    @Flag(help: "Succeed if the topic does not exist.")
    var ifExists = false

    func run() async throws {
        let changes =
            try PropertyList(config, flag: "--config").pairs.map { ConfigChange.set(name: $0.name, value: $0.value) }
            + deleteConfig.map { ConfigChange.delete(name: $0) }
        guard partitions != nil || !changes.isEmpty else {
            throw CommandFailure("Nothing to change: give --partitions, --config or --delete-config.")
        }
        let assignments = try ReplicaAssignment.parse(replicaAssignment)
        try await client.withCluster { cluster in
            let names = try await TopicSelection.names(topic, in: cluster, ifExists: ifExists)
            for name in names {
                if let partitions {
                    try await addPartitions(to: name, count: partitions, assignments: assignments, in: cluster)
                }
                if !changes.isEmpty { try await cluster.alterConfigs(.topic, name: name, changes: changes) }
            }
        }
    }

    private func addPartitions(
        to name: String, count: Int32, assignments: [[Int32]], in cluster: KafkaCluster
    ) async throws {
        var added: [[Int32]]?
        if !assignments.isEmpty {
            let existing = try await cluster.describeTopics([name]).first?.partitions.count ?? 0
            added = Array(assignments.dropFirst(existing))
        }
        try await cluster.createPartitions(topic: name, count: count, assignments: added)
    }
}
