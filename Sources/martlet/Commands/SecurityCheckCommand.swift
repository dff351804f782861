import ArgumentParser
import Glibc
import KafkaBroker
import KafkaSecurity

/// `martlet security check`: what is weak or wrong, before somebody else finds it.
struct SecurityCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Read a broker's configuration, certificates and users, and say what is weak or wrong.",
        discussion: """
            Takes what 'martlet serve' would take, reads the files it names, and starts nothing; the broker may be running.
            Each line is an error (it will not work, or lets in or shows secrets to whom it must not), a warning (it works,
            and is weaker than it should be) or a note, and ends with what to do. The exit code is 1 when there is an error.
            No secret is ever printed.
            """)

    @OptionGroup var source: ConfigurationSource

    @Flag(help: "One JSON object with all findings.")
    var json = false

    func run() throws {
        let findings = findings()
        print(json ? SecurityReport.json(findings) : SecurityReport.text(findings), terminator: "")
        if findings.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
    }

    private func findings() -> [SecurityFinding] {
        do {
            return SecurityReview.findings(try source.load(), file: source.config, now: time(nil))
        } catch {
            // Nothing more can be looked at; each line is a problem of its own.
            return "\(error)".split(separator: "\n").map { line in
                SecurityFinding(.error, "configuration", String(line), advice: "the broker does not start with it")
            }
        }
    }
}
