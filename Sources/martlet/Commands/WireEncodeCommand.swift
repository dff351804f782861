import ArgumentParser
import KafkaMessageJSON
import NIOCore

/// `martlet wire encode`.
struct WireEncodeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "encode",
        abstract: "Turn the JSON form of a message into its bytes.",
        discussion: """
            Fields that are left out take their defaults; a field that the message does not have is an error, and so
            is one that is set although the version has no place for it. With --header the JSON is
            {"header": …, "body": …}; of a request's header the API and version are filled in.

            Examples:
              martlet wire encode --api Metadata --version 12 --kind request '{"topics": null}'
              martlet wire encode --api Heartbeat --version 4 --kind response --binary body.json > body.bin
              martlet wire encode --api ApiVersions --version 0 --kind request --header \\
                '{"header": {"correlationId": 1, "clientId": "me"}, "body": {}}'
            """)

    @OptionGroup var message: MessageOptions

    @Flag(help: "A header comes first.")
    var header = false

    @Flag(help: "Write the bytes themselves instead of hexadecimal digits.")
    var binary = false

    @Argument(help: "The JSON, or a file that holds it; - is standard input.")
    var input: String

    func run() throws {
        let json = try WireInput.json(input)
        let bytes = try MessageEncoding(options: message, hasHeader: header).bytes(of: json)
        var output = StandardOutput()
        if binary {
            try output.write(bytes)
        } else {
            try output.line(Hexadecimal.encode(bytes))
        }
        try output.flush()
    }
}
