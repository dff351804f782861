import ArgumentParser

/// `martlet log`: the files of a log directory, looked at and mended without a broker.
struct LogCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log",
        abstract: "Look at the files of a log directory: print, verify, repair.",
        discussion: """
            The directories are those of this broker and of Apache Kafka alike. No broker is needed; verify and repair
            want the directory's broker to be stopped.

            Examples:
              martlet log dump --files data/orders-0/00000000000000000000.log --print-data-log
              martlet log dump --files data/__consumer_offsets-3/00000000000000000000.log --offsets-decoder
              martlet log verify data
              martlet log repair data --dry-run
            """,
        subcommands: [LogDumpCommand.self, LogVerifyCommand.self, LogRepairCommand.self])
}
