import ArgumentParser
import KafkaClient
import KafkaWire

/// `martlet topics create`.
struct TopicsCreateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create",
        abstract: "Create a topic.",
        discussion: """
            Examples:
              martlet topics create --topic orders
              martlet topics create --topic orders --partitions 3 --replication-factor 1
              martlet topics create --topic prices --config cleanup.policy=compact --if-not-exists
            """)

    @OptionGroup var client: ClientOptions

    @Option(help: "The topic's name.")
    var topic: String

    @Option(help: "How many partitions; without it the broker's num.partitions.")
    var partitions: Int32?

    @Option(help: "Replicas of each partition; without it the broker's default.replication.factor.")
    var replicationFactor: Int16?

    @Option(
        help: ArgumentHelp(
            "The brokers of each partition's replicas: 1:2,2:3 are two partitions of two replicas each.",
            valueName: "id:id,…"))
    var replicaAssignment: String?

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp("A setting that differs from the broker's; may be repeated.", valueName: "name=value"))
    var config: [String] = []

    @Flag(help: "Succeed if the topic is there already.")
    var ifNotExists = false

    func run() async throws {
        if let partitions, partitions < 1 { throw CommandFailure("--partitions must be at least 1.") }
        if let replicationFactor, replicationFactor < 1 {
            throw CommandFailure("--replication-factor must be at least 1.")
        }
        if replicaAssignment != nil, partitions != nil || replicationFactor != nil {
            throw CommandFailure("--replica-assignment says it all: leave out --partitions and --replication-factor.")
        }
        let new = NewTopic(
            name: topic, partitions: partitions ?? -1, replicationFactor: replicationFactor ?? -1,
            assignments: try ReplicaAssignment.parse(replicaAssignment),
            configs: try PropertyList(config, flag: "--config").pairs)
        if topic.contains("."), topic.contains("_") {
            Terminal.printError(
                "WARNING: Due to limitations in metric names, topics with a period ('.') or underscore ('_') could "
                    + "collide. To avoid issues it is best to use either, but not both.")
        }
        do {
            try await client.withCluster { try await $0.createTopic(new) }
        } catch let error as ClientError where error.errorCode == .topicAlreadyExists {
            if ifNotExists { return }
            throw CommandFailure(
                "Topic '\(topic)' already exists. Give another name, or --if-not-exists to accept it as it is.")
        }
        try StandardOutput.print(["Created topic \(topic)."])
    }
}
