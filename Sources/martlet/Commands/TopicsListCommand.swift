import ArgumentParser
import KafkaClient

/// `martlet topics list`.
struct TopicsListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List topics, one name a line.",
        discussion: """
            Examples:
              martlet topics list
              martlet topics list --topic 'orders.*' --exclude-internal
            """)

    @OptionGroup var client: ClientOptions

    @Option(help: "Only these: a name, names separated by commas, or a regular expression.")
    var topic: String?

    @Flag(help: "Leave out topics of Kafka itself, such as __consumer_offsets.")
    var excludeInternal = false

    func run() async throws {
        let filter = try topic.map(TopicFilter.init)
        let topics = try await client.withCluster { try await $0.topicNames() }
        let names = topics.filter { !(excludeInternal && $0.isInternal) && filter?.matches($0.name) ?? true }
        try StandardOutput.print(names.map(\.name))
    }
}
