import ArgumentParser
import NIOCore

/// `martlet wire verify-batches`.
struct WireVerifyBatchesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify-batches",
        abstract: "Check the codec against record batches that another encoder wrote.",
        discussion: """
            The file has one JSON object a line: hex (a batch of format v2), what its header says (codec, baseOffset,
            lastOffset, partitionLeaderEpoch, crc, timestampType, maxTimestamp, producerId, producerEpoch,
            baseSequence, isTransactional, isControl) and records (offset, timestamp, key, value, headers), or control
            (COMMIT or ABORT) and coordinatorEpoch. Each batch is read with its checksum, compared, and written again:
            the same bytes must come out, or the same records where a codec compressed them. The last line is
            'N passed, N failed'; the exit code is 1 if any failed.

            Examples:
              martlet wire verify-batches record-batches.jsonl
              martlet wire verify-batches record-batches.jsonl.gz
            """)

    @Argument(help: "The file, plain or compressed with gzip; - is standard input.")
    var file: String

    func run() throws {
        try GoldenReport.run(over: file) { try BatchVerifier.check($0) }
    }
}
