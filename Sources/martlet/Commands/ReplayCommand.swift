import ArgumentParser
import KafkaClient
import KafkaSecurity
import MartletConformance
import NIOCore

/// `martlet replay`.
struct ReplayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Play recorded requests against a broker and compare its answers.",
        discussion: """
            A capture's requests are sent in their order, with ids, sessions and generations replaced by those that the
            target hands out; each answer is compared with the recorded one, field by field. What may differ is in a
            list of rules, each with its reason.

            With --fresh, every capture of a folder (or a single one) meets a new broker of this program, started with
            the properties and brought into the state that INDEX.json beside the captures notes.

            Examples:
              martlet replay session.jsonl.gz --target localhost:9092
              martlet replay session.jsonl.gz --target localhost:9092 --sasl-user bob --sasl-password-file bob.txt
              martlet replay session.jsonl.gz --target broker:9093 --command-config client.properties
              martlet replay --fresh captures --html report.html
              martlet replay --bad-requests bad-requests.jsonl --fresh

            The exit code is 1 if an answer is wrong.
            """)

    @Argument(help: "A capture, or with --fresh a folder of them.")
    var path: String?

    @Option(help: ArgumentHelp("The broker to play to.", valueName: "host:port"))
    var target: String?

    @OptionGroup var settings: SettingsOptions

    @Flag(help: "Start a new broker of this program for each capture.")
    var fresh = false

    @Option(help: ArgumentHelp("Start brokers of this build of martlet, not of the running one.", valueName: "path"))
    var program: String?

    @Option(help: ArgumentHelp("Send these single requests, mostly bad ones, instead of a capture.", valueName: "file"))
    var badRequests: String?

    @Flag(help: "Send requests at the times at which they were recorded, not as soon as possible.")
    var recordedSpeed = false

    @Option(help: ArgumentHelp("Captures to play at once.", valueName: "number"))
    var jobs = 2

    @Option(
        help: ArgumentHelp(
            "Do recorded SCRAM and PLAIN logins anew, as this user of the target; needs --sasl-password-file.",
            valueName: "name"))
    var saslUser: String?

    @Option(
        help: ArgumentHelp(
            "The user's password; a line end after it does not belong to it. - for standard input.", valueName: "file"))
    var saslPasswordFile: String?

    @Option(help: ArgumentHelp("What may differ, in place of the rules of this program.", valueName: "file"))
    var rules: String?

    @Option(help: ArgumentHelp("Write the results as JSON.", valueName: "file"))
    var json: String?

    @Option(help: ArgumentHelp("Write the results as JUnit XML.", valueName: "file"))
    var junit: String?

    @Option(help: ArgumentHelp("Write the results as one page to look at.", valueName: "file"))
    var html: String?

    @Flag(help: "Print differences that are tolerated as well.")
    var verbose = false

    func validate() throws {
        guard !fresh || settings.commandConfig == nil && settings.commandProperty.isEmpty else {
            throw ValidationError("--command-config and --command-property go with --target.")
        }
        guard (path == nil) != (badRequests == nil) else {
            throw ValidationError("Give a capture, or --bad-requests with a file.")
        }
        guard fresh != (target != nil) else { throw ValidationError("Give either --target or --fresh.") }
        guard fresh || program == nil else { throw ValidationError("--program goes with --fresh.") }
        guard (saslUser == nil) == (saslPasswordFile == nil) else {
            throw ValidationError("--sasl-user and --sasl-password-file go together.")
        }
        guard saslUser == nil || (target != nil && path != nil) else {
            throw ValidationError("--sasl-user goes with a capture and --target.")
        }
        guard jobs > 0 else { throw ValidationError("--jobs must be at least 1.") }
    }

    func run() async throws {
        let rules = try rules.map { try ReplayRules(parsing: ReplayInput.bytes(of: $0)) } ?? ReplayRules.standard()
        let address = try target.map { try BrokerAddress(parsing: $0) }
        let security = try settings.security()
        let reached = try ClientSecurity(security)
        let target = address.map { TargetAddress(host: $0.host, port: $0.port, security: reached) }
        if let badRequests {
            try await run(badRequests: badRequests, target, rules)
        } else if let path {
            try await run(captures: path, target, rules, security)
        }
    }

    private func run(
        captures path: String, _ target: TargetAddress?, _ rules: ReplayRules, _ security: ClientSecuritySettings
    ) async throws {
        let credentials =
            try saslUser.flatMap { user in
                try saslPasswordFile.map { SaslCredentials(user: user, password: try ReplayInput.password($0)) }
            } ?? SaslCredentials(security)
        let options = ReplayOptions(keepsTime: recordedSpeed, credentials: credentials)
        let program = BrokerProgram(path: program)
        let captures = try ReplayInput.captures(path, rules, options)
        let results = await FolderReplay.run(captures, atOnce: target == nil ? jobs : 1) { capture in
            if let target { await capture.run(against: target) } else { await capture.runFresh(program) }
        } report: { result in
            try? StandardOutput.print(TextReport.lines(result, showsTolerated: verbose))
        }
        let report = ReplayReport(title: path, captures: results)
        try write(report)
        try StandardOutput.print([report.counts.line])
        if report.isWrong { throw ExitCode(1) }
    }

    private func run(badRequests path: String, _ target: TargetAddress?, _ rules: ReplayRules) async throws {
        let cases = try BadRequests(
            parsing: ReplayInput.bytes(of: path), about: ReplayInput.about(path), rules: rules)
        let result = await cases.run(against: target, program: BrokerProgram(path: program))
        try StandardOutput.print(BadRequests.lines(result, showsTolerated: verbose))
        try write(ReplayReport(title: path, captures: [result]))
        try StandardOutput.print([BadRequests.summary(result)])
        if result.isWrong { throw ExitCode(1) }
    }

    private func write(_ report: ReplayReport) throws {
        if let json { try ReportFile.write(ByteBuffer(string: JSONReport.text(report)), to: json) }
        if let junit { try ReportFile.write(ByteBuffer(string: JUnitReport.text(report)), to: junit) }
        if let html { try ReportFile.write(ByteBuffer(string: HTMLReport.text(report)), to: html) }
    }
}
