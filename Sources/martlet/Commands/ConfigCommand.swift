import ArgumentParser
import KafkaConfiguration

/// `martlet config`: what a broker would run with, and why.
struct ConfigCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config",
        abstract: "Print the effective configuration of a broker, with the source of every value.",
        discussion: """
            Reads what 'martlet serve' would read and starts nothing; errors and warnings are the same.

            Examples:
              martlet config --config server.properties
              martlet config --override log.retention.hours=1
              martlet config --all
            """)

    @OptionGroup var source: ConfigurationSource

    @Flag(help: "Also the keys that have no effect here.")
    var all = false

    @Flag(help: "Print the reference of all keys as Markdown, and read nothing.")
    var reference = false

    func run() throws {
        if reference {
            print(ConfigCatalog.reference(), terminator: "")
            return
        }
        let configuration = try source.load()
        for warning in configuration.warnings { Terminal.printError("warning: \(warning)") }
        print(configuration.report(all: all), terminator: "")
    }
}
