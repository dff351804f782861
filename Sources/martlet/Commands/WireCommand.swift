import ArgumentParser

/// `martlet wire`: the bytes of the protocol, made readable and proven.
struct WireCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "wire",
        abstract: "Look at the bytes of the Kafka protocol: decode, encode, verify.",
        discussion: """
            Messages appear in Kafka's own JSON form: names in lowerCamelCase, bytes and records in base64, UUIDs
            in URL-safe base64. Unknown tagged fields, which Kafka's form drops, stand at the end of their struct as
            "_taggedFields": [{"tag": 7, "data": "base64"}]. No broker is needed.

            Examples:
              martlet wire apis
              martlet wire decode --api ApiVersions --version 3 --kind request 0261026200
              martlet wire encode --api Heartbeat --version 4 --kind response '{"errorCode": 27}'
              martlet wire verify frames.jsonl.gz
              martlet wire verify-batches record-batches.jsonl
            """,
        subcommands: [
            WireDecodeCommand.self, WireEncodeCommand.self, WireVerifyCommand.self, WireVerifyBatchesCommand.self,
            WireApisCommand.self,
        ])
}
