import ArgumentParser
import KafkaClient
import KafkaWire

/// `martlet groups delete-offsets`.
struct GroupsDeleteOffsetsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete-offsets",
        abstract: "Delete a group's committed offsets of topics that it does not read.",
        discussion: """
            Examples:
              martlet groups delete-offsets --group billing --topic orders
              martlet groups delete-offsets --group billing --topic orders:0,1
            """)

    @OptionGroup var client: ClientOptions

    @Option(help: "The group.")
    var group: String

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp("A topic, or some of its partitions; may be repeated.", valueName: "topic[:0,1]"))
    var topic: [String]

    func run() async throws {
        let scope = try topic.map(TopicScope.init)
        let results = try await client.withCluster { cluster in
            let partitions = try await TopicScope.partitions(of: scope, in: cluster)
            return try await cluster.deleteOffsets(of: group, partitions: partitions)
        }
        let widths = [30, 15, 15]
        let rows = results.sorted { $0.key < $1.key }.map { partition, code in
            columns(
                [partition.topic, "\(partition.partition)", code == .none ? "Successful" : "Error: \(code.name)"],
                widths: widths)
        }
        try StandardOutput.print(["", columns(["TOPIC", "PARTITION", "STATUS"], widths: widths)] + rows + [""])
        guard results.values.allSatisfy({ $0 == .none }) else {
            throw CommandFailure("Some offsets of group '\(group)' could not be deleted.")
        }
    }
}
