public import ArgumentParser
import CProcessShims
import KafkaBroker
import KafkaConfiguration
public import Logging
import MartletConformance
import ServiceLifecycle
import UnixSignals

/// `martlet serve`: runs a broker until it is told to stop.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Run a broker.",
        discussion: """
            Without options the broker listens on port 9092 of every interface and keeps its data where log.dirs says
            (/tmp/kafka-logs, as Kafka does). A server.properties of Kafka's own, old or new, starts it as it stands.

            Examples:
              martlet serve --override log.dirs=./data --override listeners=PLAINTEXT://localhost:9092
              martlet serve --config server.properties
              martlet serve --config server.properties --daemon --pid-file martlet.pid

            SIGTERM and SIGINT stop it: open requests are answered, the logs flushed. SIGHUP makes it read certificates
            and revocation lists anew, and the configuration for what clients are authenticated by: users of PLAIN,
            mechanisms, keys of token issuers.
            """)

    @OptionGroup var source: ConfigurationSource

    @Flag(help: "Go into the background once the broker serves; its output goes to --log-file.")
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

    func run() async throws {
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
                        service: BrokerService(
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

/// The broker as a service: started, then held until a signal comes.
private struct BrokerService: Service {
    let source: ConfigurationSource
    let configuration: BrokerConfiguration
    let logger: Logger
    let logLevels: LogLevels

    func run() async throws {
        let tap = try configuration.capture.map(capture)
        let broker = try await RunningBroker.start(
            configuration: configuration, logger: logger, logLevels: logLevels, tap: tap)
        Daemon.reportReady()
        martlet_release_start_up_pages()
        let failure = await cancelWhenGracefulShutdown {
            await withTaskGroup(of: Void.self) { group in
                group.addTask { await reloadOnHangUp(broker) }
                let failure = await broker.failure()
                group.cancelAll()
                return failure
            }
        }
        if let failure { logger.critical("\(failure)") }
        logger.info("stopping")
        await broker.stop()
        logger.info("stopped")
        if let failure { throw CommandFailure(failure) }
    }

    /// SIGHUP: certificates and the configuration are read anew, and what clients are authenticated by is taken up.
    private func reloadOnHangUp(_ broker: RunningBroker) async {
        for await _ in await UnixSignalsSequence(trapping: .sighup) {
            broker.reload()
            do {
                await broker.reloadSecurity(try source.load())
            } catch {
                logger.error("the configuration was not read anew", metadata: ["error": "\(error)"])
            }
        }
    }

    /// A broker whose frames cannot be recorded any more goes on without.
    private func capture(_ settings: CaptureSettings) throws -> BrokerCapture {
        let logger = logger
        let recorder = try CaptureRecorder(
            files: CaptureFiles(
                place: .directory(settings.directory), mostBytes: settings.fileBytes, mostFiles: settings.files),
            keepsSecrets: settings.keepsSecrets,
            failed: { logger.error("frames are no longer recorded", metadata: ["error": "\($0)"]) })
        logger.info("recording frames", metadata: ["file": "\(recorder.path)"])
        return BrokerCapture(recorder)
    }
}
