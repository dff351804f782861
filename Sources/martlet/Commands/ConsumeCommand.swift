import ArgumentParser
import KafkaClient

/// How records are printed.
enum RecordFormat: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
}

/// `martlet consume`: what `kafka-console-consumer.sh` does.
struct ConsumeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "consume",
        abstract: "Print the records of a topic.",
        discussion: """
            Reads all partitions, or those that the group gives, until it is interrupted, has printed
            --max-messages, or nothing came for --timeout-ms. With a group, what was printed is committed.

            Examples:
              martlet consume --topic orders
              martlet consume --topic orders --from-beginning --max-messages 10
              martlet consume --topic orders --group billing --from-beginning
              martlet consume --topic orders --partition 0 --offset 42 --print-key --print-timestamp
              martlet consume --topic orders --from-beginning --format json --timeout-ms 5000
            """)

    @OptionGroup var client: ClientOptions

    @Option(help: "The topic, or several separated by commas.")
    var topic: String

    @Option(help: "Share the topic's partitions with the other members of this group, and commit offsets.")
    var group: String?

    @Flag(help: "Begin with the first record where there is no committed offset, not with what comes.")
    var fromBeginning = false

    @Option(help: "Only this partition.")
    var partition: Int32?

    @Option(help: "Where to begin in the partition: earliest, latest or an offset.")
    var offset: String?

    @Option(help: "Stop after this many records.")
    var maxMessages: Int?

    @Option(help: ArgumentHelp("Stop when nothing came for this long.", valueName: "ms"))
    var timeoutMs: Int64?

    @Flag(help: "Print each record's timestamp.")
    var printTimestamp = false

    @Flag(help: "Print each record's partition.")
    var printPartition = false

    @Flag(help: "Print each record's offset.")
    var printOffset = false

    @Flag(help: "Print each record's headers.")
    var printHeaders = false

    @Flag(help: "Print each record's key.")
    var printKey = false

    @Option(help: "What stands between the printed parts; a tab by default.")
    var keySeparator: String?

    @Option(help: "text, or json: one object a line.")
    var format = RecordFormat.text

    @Option(
        name: [.customLong("property"), .customLong("formatter-property")], parsing: .singleValue,
        help: ArgumentHelp(
            "A property of Kafka's formatter, such as print.key=true; may be repeated.", valueName: "name=value"))
    var property: [String] = []

    @Option(help: "read_committed leaves out records of open and aborted transactions.")
    var isolationLevel: String?

    @Option(
        name: .customLong("consumer-property"), parsing: .singleValue,
        help: ArgumentHelp(
            "A property of Kafka's consumer, such as fetch.max.bytes=1048576; may be repeated.", valueName: "name=value"
        ))
    var consumerProperty: [String] = []

    @Option(
        name: [.customLong("consumer.config")], help: ArgumentHelp("A file of consumer properties.", valueName: "file"))
    var consumerConfig: String?

    @Flag(help: "Show how much was read, also when standard error is no terminal.")
    var progress = false

    func run() async throws {
        let settings = try settings()
        let run = ConsumeRun(
            mode: try mode(group: settings.group), settings: settings.consumer, format: format, text: try textFormat(),
            limit: maxMessages, idleTimeout: timeoutMs, showsProgress: progress)
        let cluster = KafkaCluster(
            bootstrap: try BrokerAddress.list(client.bootstrap(settings.client)),
            configuration: try settings.client.configuration())
        do {
            try await Interruption.run { try await run.run(over: cluster) }
            await cluster.close()
        } catch {
            await cluster.close()
            throw error
        }
    }

    func settings() throws -> ConsumerSettings {
        var settings = ConsumerSettings()
        let file = try client.settings.fileProperties() + (consumerConfig.map(PropertiesFile.read) ?? [])
        let given =
            try client.settings.givenProperties() + PropertyList(consumerProperty, flag: "--consumer-property").pairs
        for (name, value) in file + given { try settings.apply(name, value) }
        if let timeout = client.requestTimeout { try settings.apply("request.timeout.ms", "\(timeout)") }
        if let isolationLevel { try settings.apply("isolation.level", isolationLevel) }
        if let group { settings.group = group }
        if fromBeginning { settings.consumer.offsetReset = .earliest }
        return settings
    }

    func mode(group: String?) throws -> ConsumerMode {
        let topics = topic.split(separator: ",").map(String.init)
        guard !topics.isEmpty else { throw CommandFailure("--topic must name a topic.") }
        if let maxMessages, maxMessages < 0 { throw CommandFailure("--max-messages must not be negative.") }
        guard let partition else {
            guard offset == nil else { throw CommandFailure("--offset needs --partition.") }
            return group.map { .group(id: $0, topics: topics) } ?? .standalone(topics: topics)
        }
        guard self.group == nil else { throw CommandFailure("--partition and --group do not go together.") }
        guard !(fromBeginning && offset != nil) else {
            throw CommandFailure("--from-beginning and --offset do not go together.")
        }
        guard partition >= 0 else { throw CommandFailure("--partition must not be negative.") }
        let start = try startPosition()
        return .assigned(
            Dictionary(
                uniqueKeysWithValues: Set(topics).map { topic in
                    (TopicPartition(topic: topic, partition: partition), start)
                }))
    }

    private func startPosition() throws -> StartPosition {
        switch offset {
        case nil: return fromBeginning ? .earliest : .latest
        case "earliest": return .earliest
        case "latest": return .latest
        case let text?:
            guard let number = Int64(text), number >= 0 else {
                throw CommandFailure("--offset must be earliest, latest or a number that is not negative.")
            }
            return .offset(number)
        }
    }

    func textFormat() throws -> RecordTextFormat {
        var text = RecordTextFormat()
        text.printsTimestamp = printTimestamp
        text.printsPartition = printPartition
        text.printsOffset = printOffset
        text.printsHeaders = printHeaders
        text.printsKey = printKey
        if let keySeparator { text.keySeparator = PropertyValue.separator(keySeparator) }
        for (name, value) in try PropertyList(property, flag: "--property").pairs { try text.apply(name, value) }
        return text
    }
}
