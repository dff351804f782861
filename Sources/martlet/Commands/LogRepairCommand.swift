import ArgumentParser
import KafkaLog

/// `martlet log repair`: mends what `verify` finds.
struct LogRepairCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "repair",
        abstract: "Mend a log directory or one partition's directory.",
        discussion: """
            Does what verify does, and mends what can be mended: builds indexes anew, takes damaged bytes out of segments,
            writes leader epochs anew. Bytes that are taken out stay beside the segment, in a file that ends in
            .quarantined; nothing is deleted that may be somebody's records. Afterwards it verifies again.

            The exit code is 0 when no problem is left, 1 otherwise, 2 when a broker has the directory open.

            Examples:
              martlet log repair /var/lib/kafka --dry-run
              martlet log repair /var/lib/kafka/orders-0
            """)

    @Argument(help: "A log directory (an entry of log.dirs), or a partition's directory in one.")
    var directory: String

    @Flag(help: "Only say what would be done.")
    var dryRun = false

    @Option(help: ArgumentHelp("index.interval.bytes for indexes that are built anew.", valueName: "bytes"))
    var indexInterval = 4096

    func validate() throws {
        guard indexInterval >= 0 else { throw ValidationError("--index-interval must not be negative.") }
    }

    func run() throws {
        var inspector = LogInspector(disk: PosixDisk())
        inspector.indexInterval = indexInterval
        try inspector.refuseUse(of: directory, force: false)
        var output = StandardOutput()
        var found = LogCheckText()
        let report: (LogCheckReport) -> Void = { report in
            for line in found.lines(report, action: dryRun ? "would" : "did") { try? output.line(line) }
        }
        if dryRun { try inspector.check(directory, report) } else { try inspector.repair(directory, report) }
        try output.line(found.summary)
        try output.line("\(found.repairs) repairs \(dryRun ? "to do" : "done")")
        try output.flush()
        if dryRun { return found.problems > 0 ? try exit() : () }
        guard found.repairs > 0 else { return found.problems > 0 ? try exit() : () }
        var left = LogCheckText()
        try inspector.check(directory) { report in
            for line in left.lines(report, action: nil) where report.severity == .problem { try? output.line(line) }
        }
        try output.line("afterwards: " + left.summary)
        try output.flush()
        if left.problems > 0 { try exit() }
    }

    private func exit() throws { throw ExitCode(1) }
}
