import ArgumentParser
import KafkaClient
import KafkaRecords
import NIOCore

/// `martlet produce`: what `kafka-console-producer.sh` does.
struct ProduceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "produce",
        abstract: "Send each line of standard input as a record.",
        discussion: """
            Records without a key go to partitions in turn, a batch at a time; records with the same key go to
            the same partition, the one that Kafka's Java client would choose. Delivery is confirmed by all
            replicas in sync and without duplicates, unless --acks says otherwise.

            Examples:
              echo 'hello' | martlet produce --topic orders
              martlet produce --topic orders < orders.txt
              echo 'key1:value1' | martlet produce --topic orders --parse-key --key-separator :
              printf 'source:web\\tkey1\\tvalue1\\n' | martlet produce --topic orders --parse-headers --parse-key
              zcat big.gz | martlet produce --topic orders --compression-codec zstd --progress
            """)

    @OptionGroup var client: ClientOptions

    @Option(help: "The topic to send to.")
    var topic: String

    @Option(help: "Send to this partition, whatever the key.")
    var partition: Int32?

    @Flag(help: "A line holds a key, a separator and the value.")
    var parseKey = false

    @Flag(help: "A line begins with headers (name:value,name:value) and a tab.")
    var parseHeaders = false

    @Option(help: "What separates key and value; a tab by default.")
    var keySeparator: String?

    @Option(help: "Text that stands for a null key or value.")
    var nullMarker: String?

    @Option(
        name: [.customLong("property"), .customLong("reader-property")], parsing: .singleValue,
        help: ArgumentHelp(
            "A property of Kafka's line reader, such as parse.key=true; may be repeated.", valueName: "name=value"))
    var property: [String] = []

    @Option(
        name: [.customLong("compression-codec"), .customShort("z")],
        help: ArgumentHelp("none, gzip, snappy, lz4 or zstd.", valueName: "codec"))
    var compressionCodec: String?

    @Option(
        name: [.customLong("acks"), .customLong("request-required-acks")],
        help: "0: wait for nobody, 1: for the leader, all (-1): for all replicas in sync.")
    var acks: String?

    @Option(help: ArgumentHelp("Bytes of a full batch.", valueName: "bytes"))
    var batchSize: Int?

    @Option(
        name: [.customLong("timeout"), .customLong("linger-ms")],
        help: ArgumentHelp("How long a batch waits to become full.", valueName: "ms"))
    var linger: Int64?

    @Option(help: ArgumentHelp("The largest record and request.", valueName: "bytes"))
    var maxRequestSize: Int?

    @Option(
        name: .customLong("producer-property"), parsing: .singleValue,
        help: ArgumentHelp(
            "A property of Kafka's producer, such as linger.ms=20; may be repeated.", valueName: "name=value"))
    var producerProperty: [String] = []

    @Option(
        name: [.customLong("producer.config")], help: ArgumentHelp("A file of producer properties.", valueName: "file"))
    var producerConfig: String?

    @Flag(help: "Wait for each record's confirmation before the next is read.")
    var sync = false

    @Flag(help: "Show how much was sent, also when standard error is no terminal.")
    var progress = false

    func run() async throws {
        let settings = try settings()
        let parser = try parser()
        let cluster = KafkaCluster(
            bootstrap: try BrokerAddress.list(client.bootstrap(settings.client)),
            configuration: try settings.client.configuration())
        let run = ProduceRun(
            cluster: cluster, settings: settings.producer, parser: parser, topic: topic, partition: partition,
            sync: sync, showsProgress: progress)
        do {
            try await Interruption.run { try await run.run() }
            await cluster.close()
        } catch {
            await cluster.close()
            throw error
        }
    }

    func settings() throws -> ProducerSettings {
        var settings = ProducerSettings()
        let file = try client.settings.fileProperties() + (producerConfig.map(PropertiesFile.read) ?? [])
        let given =
            try client.settings.givenProperties() + PropertyList(producerProperty, flag: "--producer-property").pairs
        for (name, value) in file + given { try settings.apply(name, value) }
        if let timeout = client.requestTimeout { try settings.apply("request.timeout.ms", "\(timeout)") }
        if let acks { try settings.apply("acks", acks) }
        if let compressionCodec { try settings.apply("compression.type", compressionCodec) }
        if let batchSize { try settings.apply("batch.size", "\(batchSize)") }
        if let linger { try settings.apply("linger.ms", "\(linger)") }
        if let maxRequestSize { try settings.apply("max.request.size", "\(maxRequestSize)") }
        return settings
    }

    func parser() throws -> LineRecordParser {
        var parser = LineRecordParser()
        parser.parsesKey = parseKey
        parser.parsesHeaders = parseHeaders
        if let keySeparator {
            parser.keySeparator = try LineRecordParser.separator(keySeparator, of: "--key-separator")
            parser.parsesKey = true
        }
        parser.nullMarker = nullMarker
        for (name, value) in try PropertyList(property, flag: "--property").pairs { try parser.apply(name, value) }
        return parser
    }
}
