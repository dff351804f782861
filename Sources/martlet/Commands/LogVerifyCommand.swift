import ArgumentParser
import KafkaLog

/// `martlet log verify`: every check there is, and nothing changed.
struct LogVerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check a log directory or one partition's directory.",
        discussion: """
            Reads every batch, index, snapshot and checkpoint. Nothing on the disk is changed. The exit code is 0 when
            there is no problem, 1 when there is one or the directory cannot be read, 2 when a broker has it open.

            "pending" is what an unclean stop leaves and the broker's next start mends by itself; --strict counts it as a
            problem.

            Examples:
              martlet log verify /var/lib/kafka
              martlet log verify /var/lib/kafka/orders-0
            """)

    @Argument(help: "A log directory (an entry of log.dirs), or a partition's directory in one.")
    var directory: String

    @Flag(help: "Do not decompress batches and count their records.")
    var shallow = false

    @Flag(help: "Count what the next start would mend as a problem.")
    var strict = false

    @Flag(help: "Check although a broker has the directory open; what it writes meanwhile may look damaged.")
    var force = false

    func run() throws {
        var inspector = LogInspector(disk: PosixDisk())
        inspector.opensBatches = !shallow
        try inspector.refuseUse(of: directory, force: force)
        var output = StandardOutput()
        var text = LogCheckText()
        try inspector.check(directory) { report in
            for line in text.lines(report, action: nil) { try? output.line(line) }
        }
        try output.line(text.summary)
        try output.flush()
        if text.problems > 0 || (strict && text.counts[.pending] != nil) { throw ExitCode(1) }
    }
}

extension LogInspector<PosixDisk> {
    /// Ends the command when a broker has the directory open.
    func refuseUse(of directory: String, force: Bool) throws {
        let place = try logDirectory(of: directory)
        guard try isInUse(place.path) else { return }
        Terminal.printError("\(place.path) is in use by a broker (its .lock file is held).")
        if !force { throw ExitCode(2) }
    }
}
