import ArgumentParser
import NIOCore

/// `martlet wire verify`.
struct WireVerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check the codec against messages that another encoder wrote.",
        discussion: """
            The file has one JSON object a line: apiKey (or the message's name), kind, version, hex (the body), json
            (the same in Kafka's JSON form), and if wanted unknownTaggedFields (how many the json lacks),
            requestHeaderVersion and responseHeaderVersion. Each body is decoded, compared with its json field by
            field, and encoded again from the decoded message, from its JSON form and from the json of the file; every
            time the same bytes must come out. The last line is 'N passed, N failed'; the exit code is 1 if any failed.

            Examples:
              martlet wire verify frames.jsonl
              martlet wire verify frames.jsonl.gz
              gunzip -c frames.jsonl.gz | martlet wire verify -
            """)

    @Argument(help: "The file, plain or compressed with gzip; - is standard input.")
    var file: String

    func run() throws {
        try GoldenReport.run(over: file) { try FrameVerifier.check($0) }
    }
}
