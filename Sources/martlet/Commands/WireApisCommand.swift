import ArgumentParser
import KafkaMessageJSON

/// `martlet wire apis`.
struct WireApisCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apis",
        abstract: "List the APIs of the protocol with their versions, or the fields of one message.",
        discussion: """
            VERSIONS can be decoded and encoded here, FLEXIBLE are those with compact lengths and tagged fields, and
            KAFKA-4.3 is what that release serves (none: removed in Kafka 4). A * marks a latest version that Kafka
            serves only where unstable versions are enabled.

            Examples:
              martlet wire apis
              martlet wire apis --json
              martlet wire apis --api Fetch
              martlet wire apis --api OffsetCommitValue
            """)

    @Option(help: "Show the fields of this API's request and response, or of the message with this name.")
    var api: String?

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        guard let api else {
            return try StandardOutput.print(json ? [ApiReport.json.prettyText] : ApiReport.table)
        }
        let messages = try MessageOptions.messages(named: api)
        if json {
            try StandardOutput.print([JSONValue.array(messages.map(FieldReport.json)).prettyText])
        } else {
            try StandardOutput.print(messages.flatMap(FieldReport.lines))
        }
    }
}
