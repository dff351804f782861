public import ArgumentParser
import CProcessShims
import KafkaBroker
import KafkaConfiguration
public import Logging
import ServiceLifecycle
import UnixSignals

/// How a broker or a proxy runs as a process.
struct ServerProcess: ParsableArguments {
    @Flag(help: "Go into the background once it serves; its output goes to --log-file.")
    var daemon = false

    @Option(help: ArgumentHelp("Write the process id here, and remove it at the end.", valueName: "path"))
    var pidFile: String?

    @Option(help: ArgumentHelp("Where the output of --daemon goes.", valueName: "path"))
    var logFile = "martlet.log"

    @Option(help: ArgumentHelp("How much to log: trace, debug, info, warning or error.", valueName: "level"))
    var logLevel: Logger.Level = .info

    func validate() throws {
        if !daemon, !Daemon.isChild, logFile != "martlet.log" {
            throw ValidationError("--log-file goes with --daemon; in the foreground the log is standard output.")
        }
    }

    /// Runs it until it is told to stop.
    ///
    /// - Parameter source: is read again on SIGHUP.
    func run(_ source: ConfigurationSource) async throws {
        martlet_tune_allocator()
        let fileLimit = martlet_raise_file_limit()
        // Read before anything else happens: what is wrong with it is said on the terminal, in the foreground.
        let configuration = try source.load()
        if daemon {
            return try Daemon(logFile: logFile).launch()
        }
        let logLevels = LogLevels(root: logLevel)
        LoggingSystem.bootstrap { logLevels.handler($0, over: LineLogHandler(label: $0, level: .trace)) }
        let logger = Logger(label: "martlet")
        for warning in configuration.warnings { logger.warning("\(warning)") }
        if fileLimit < 4096 {
            logger.warning("few files may be open at once; raise the limit", metadata: ["limit": "\(fileLimit)"])
        }
        let pidFile = try pidFile.map(PidFile.init)
        defer { pidFile?.remove() }
        let group = ServiceGroup(
            configuration: .init(
                services: [
                    .init(
                        service: ServerService(
                            source: source, configuration: configuration, logger: logger, logLevels: logLevels),
                        successTerminationBehavior: .gracefullyShutdownGroup)
                ],
                gracefulShutdownSignals: [.sigterm, .sigint],
                logger: Logger(label: "lifecycle") { _ in
                    SwiftLogNoOpLogHandler()
                }))
        do {
            try await group.run()
        } catch {
            logger.critical("\(error)")
            throw ExitCode(1)
        }
    }
}

extension Logger.Level: @retroactive ExpressibleByArgument {}
