import ArgumentParser
import Glibc
import KafkaLog

/// `martlet log dump`: what `kafka-dump-log.sh` does.
struct LogDumpCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dump",
        abstract: "Print what files of a log hold.",
        discussion: """
            Prints segments (.log), indexes (.index, .timeindex, .txnindex), producer snapshots (.snapshot) and metadata
            snapshots (.checkpoint), in the form of kafka-dump-log.

            Examples:
              martlet log dump --files 00000000000000000000.log,00000000000000000000.index
              martlet log dump --files 00000000000000000000.log --print-data-log --json
              martlet log dump --files 00000000000000000000.log --cluster-metadata-decoder
            """)

    @Option(help: ArgumentHelp("Files, separated by commas.", valueName: "file,..."))
    var files: String

    @Flag(help: "Show keys and values, too.")
    var printDataLog = false

    @Flag(help: "Show the records of each batch.")
    var deepIteration = false

    @Flag(help: "Only say of indexes whether they make sense.")
    var indexSanityCheck = false

    @Flag(help: "Check indexes against their segments and show only what does not fit.")
    var verifyIndexOnly = false

    @Flag(help: "Show keys and values only; with --print-data-log.")
    var skipRecordMetadata = false

    @Option(help: ArgumentHelp("Read no more than this of a segment.", valueName: "bytes"))
    var maxBytes = Int.max

    @Flag(help: "The records are of __consumer_offsets.")
    var offsetsDecoder = false

    @Flag(help: "The records are of __transaction_state.")
    var transactionLogDecoder = false

    @Flag(help: "The records are of __cluster_metadata.")
    var clusterMetadataDecoder = false

    @Flag(help: "The records are of __share_group_state.")
    var shareGroupStateDecoder = false

    @Flag(help: "One JSON object on a line for each batch or entry.")
    var json = false

    func validate() throws {
        guard
            [offsetsDecoder, transactionLogDecoder, clusterMetadataDecoder, shareGroupStateDecoder].filter(\.self).count
                <= 1
        else { throw ValidationError("Only one decoder can be given.") }
        guard maxBytes > 0 else { throw ValidationError("--max-bytes must be larger than 0.") }
    }

    private var decoder: InternalRecordDecoder? {
        if offsetsDecoder { return .offsets }
        if transactionLogDecoder { return .transactions }
        if clusterMetadataDecoder { return .clusterMetadata }
        return shareGroupStateDecoder ? .shareGroupState : nil
    }

    func run() throws {
        var output = StandardOutput()
        var hasFailed = false
        do {
            for file in files.split(separator: ",").map(String.init) {
                do {
                    try dump(file, &output)
                } catch LogFileError.unknownKind {
                    try output.flush()
                    Terminal.printError("Ignoring unknown file \(file)")
                } catch let error as StandardOutput.Closed {
                    throw error
                } catch {
                    try output.flush()
                    Terminal.printError("\(file): \(error)")
                    hasFailed = true
                }
            }
            try output.flush()
        } catch is StandardOutput.Closed {
            return
        }
        if hasFailed { throw ExitCode(1) }
    }

    private func dump(_ file: String, _ output: inout StandardOutput) throws {
        let showsData = printDataLog || decoder != nil
        let text = LogDumpText(
            file: file, showsData: showsData, skipsRecordMetadata: skipRecordMetadata, decoder: decoder)
        let objects = LogDumpJSON(file: file, showsData: showsData, decoder: decoder)
        var reader = LogFileReader(disk: PosixDisk(), path: file)
        reader.readsRecords = showsData || deepIteration
        reader.onlyChecksIndexes = indexSanityCheck
        reader.maxBytes = maxBytes
        if !json { try output.line("Dumping \(file)") }
        try reader.forEach { item in
            if verifyIndexOnly, item.isIndexEntry { return }
            if json {
                try output.line(objects.line(item))
            } else if case .mismatch = item {
                try output.flush()
                for line in text.lines(item) { Terminal.printError(line) }
            } else {
                for line in text.lines(item) { try output.line(line) }
            }
        }
    }
}

extension LogFileItem {
    fileprivate var isIndexEntry: Bool {
        switch self {
        case .offsetIndexEntry, .timeIndexEntry: true
        default: false
        }
    }
}
