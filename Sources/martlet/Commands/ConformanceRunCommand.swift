import ArgumentParser
import Glibc
import KafkaClient
import MartletConformance
import NIOCore

/// `martlet conformance run`.
struct ConformanceRunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Drive a broker through scenarios and malformed requests, and print a scorecard.",
        discussion: """
            Topics and groups are made on the broker, under names that begin with "conformance"; use one that is there
            for tests. With --reference, the same is asked of a second broker, whose answers are the right ones.

            The scorecard says for each API and version how many answers were as the reference's (or as the scenarios
            say), different in a tolerated way, wrong, and not served. Versions that no scenario covers are named.

            Both are reached as --command-config and --command-property say (security.protocol, ssl.*, sasl.*).

            The exit code is 1 if an answer is wrong.
            """)

    @Option(help: ArgumentHelp("The broker to try.", valueName: "host:port"))
    var bootstrapServer: String

    @Option(help: ArgumentHelp("A broker whose answers are the right ones.", valueName: "host:port"))
    var reference: String?

    @Flag(
        help: ArgumentHelp(
            "Take every difference from the reference that no rule explains as wrong, and compare requests without "
                + "content of every API and version besides: for what stands in front of a broker."))
    var exact = false

    @Option(help: ArgumentHelp("Rules of comparison that are tried before those of this program.", valueName: "file"))
    var rules: String?

    @OptionGroup var settings: SettingsOptions

    @Option(help: ArgumentHelp("Scenarios in place of those of this program.", valueName: "folder"))
    var scenarios: String?

    @Option(
        help: ArgumentHelp(
            "Only scenarios, and lists of malformed requests, whose names begin so.", valueName: "prefix"))
    var scenario: String?

    @Flag(help: "Leave malformed requests out.")
    var skipMalformed = false

    @Option(help: ArgumentHelp("Scenarios to run at once.", valueName: "number"))
    var jobs = 4

    @Option(help: ArgumentHelp("Write the results as JSON.", valueName: "file"))
    var json: String?

    @Option(help: ArgumentHelp("Write the results as JUnit XML.", valueName: "file"))
    var junit: String?

    @Option(help: ArgumentHelp("Write the results as one page to look at.", valueName: "file"))
    var html: String?

    @Flag(help: "Print differences that are tolerated as well.")
    var verbose = false

    func validate() throws {
        guard !exact || reference != nil else { throw ValidationError("--exact needs --reference.") }
        guard jobs > 0 else { throw ValidationError("--jobs must be at least 1.") }
        guard reference != bootstrapServer else { throw ValidationError("--reference must be another broker.") }
    }

    func run() async throws {
        let all = try scenarios.map { try ConformanceInput.scenarios($0) } ?? ScenarioLibrary.standard()
        let security = try ClientSecurity(try settings.security())
        let run = ConformanceRun(
            target: try Self.address(bootstrapServer, security),
            reference: try reference.map { try Self.address($0, security) },
            scenarios: all,
            rules: try rules.map { try ReplayRules.standard().preceded(by: ConformanceInput.rules($0)) }
                ?? ReplayRules.standard(),
            options: .init(
                sendsMalformed: !skipMalformed, jobs: jobs, only: scenario ?? "", prefix: Self.prefix(), isExact: exact
            ))
        let verbose = verbose
        let card: Scorecard
        do {
            card = try await run.run { result in
                try? StandardOutput.print(Self.lines(result, showsTolerated: verbose))
            }
        } catch {
            throw CommandFailure("Cannot reach the broker: \(error).")
        }
        try write(card)
        try StandardOutput.print(card.text)
        if card.isWrong { throw ExitCode(1) }
    }

    private static func address(_ text: String, _ security: ClientSecurity) throws -> TargetAddress {
        let address = try BrokerAddress(parsing: text)
        return TargetAddress(host: address.host, port: address.port, security: security)
    }

    /// Different in each run, as brokers keep topics and groups.
    private static func prefix() -> String {
        "conformance-\(String(UInt32.random(in: 0 ... .max), radix: 36))"
    }

    private static func lines(_ result: CaptureResult, showsTolerated: Bool) -> [String] {
        let lines = TextReport.lines(result, showsTolerated: showsTolerated).dropLast()
        let seconds = "\((result.seconds * 10).rounded() / 10) s"
        let name = result.session.file
        return lines
            + ["\(result.isWrong ? "FAIL" : "ok  ") \(name): \(result.counts.total) responses (\(seconds))"]
    }

    private func write(_ card: Scorecard) throws {
        if let json {
            try ReportFile.write(ByteBuffer(string: ScorecardJSON.text(card, title: bootstrapServer)), to: json)
        }
        if let junit {
            let report = ReplayReport(title: "conformance of \(bootstrapServer)", captures: card.results)
            try ReportFile.write(ByteBuffer(string: JUnitReport.text(report)), to: junit)
        }
        if let html {
            try ReportFile.write(ByteBuffer(string: ScorecardHTML.text(card, title: bootstrapServer)), to: html)
        }
    }
}
