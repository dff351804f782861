import ArgumentParser
import KafkaClient

/// `martlet topics delete`.
struct TopicsDeleteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete",
        abstract: "Delete topics with all their records.",
        discussion: """
            Examples:
              martlet topics delete --topic orders
              martlet topics delete --topic 'test-.*' --if-exists
            """)

    @OptionGroup var client: ClientOptions

    @Option(help: "The topics: a name, names separated by commas, or a regular expression.")
    var topic: String

    @Flag(help: "Succeed if the topic does not exist.")
    var ifExists = false

    func run() async throws {
        let failures = try await client.withCluster { cluster in
            let names = try await TopicSelection.names(topic, in: cluster, ifExists: ifExists)
            return names.isEmpty ? [:] : try await cluster.deleteTopics(names)
        }
        guard !failures.isEmpty else { return }
        throw CommandFailure(failures.sorted { $0.key < $1.key }.map { "\($0.value)" }.joined(separator: "\n"))
    }
}
