import ArgumentParser
import KafkaMessageJSON
import NIOCore

/// `martlet wire decode`.
struct WireDecodeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decode",
        abstract: "Print a message as JSON.",
        discussion: """
            Takes a body without header and length, or with --header what follows the length of a frame; the result
            is then {"header": …, "body": …}, and a request says itself which API and version it is.

            Besides APIs, --api takes the name of any message: OffsetCommitValue, RequestHeader, PartitionRecord. The
            number that precedes the key or value of an internal record is its version and no part of the message.

            Examples:
              martlet wire decode --api Fetch --version 13 --kind response response.bin
              martlet wire decode --header --kind request 00120003000000010004746573740002610262 00
              martlet wire decode --api Produce --version 9 --kind request --records body.hex
              tail -c +5 frame.bin | martlet wire decode --header --kind request -
            """)

    @OptionGroup var message: MessageOptions

    @Flag(help: "A header comes first.")
    var header = false

    @Flag(help: "Show what is inside records instead of base64; 'wire encode' does not take this form.")
    var records = false

    @Flag(help: "The file holds the bytes themselves, even if they look like hexadecimal digits.")
    var binary = false

    @Argument(
        help: "The bytes as hexadecimal digits, or a file that holds them so or as they are; - is standard input.")
    var input: [String]

    func run() throws {
        let bytes = try WireInput.bytes(input, isBinary: binary)
        let json = try MessageDecoding(options: message, hasHeader: header, showsRecords: records).json(of: bytes)
        try StandardOutput.print([json.prettyText])
    }
}
