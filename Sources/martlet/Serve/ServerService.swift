import CProcessShims
import KafkaBroker
import KafkaConfiguration
import KafkaProxy
import Logging
import MartletConformance
import ServiceLifecycle

/// What answers clients as a service: the broker or the proxy, started, then held until a signal comes.
struct ServerService: Service {
    let configuration: BrokerConfiguration
    let logger: Logger
    let logLevels: LogLevels

    func run() async throws {
        let tap = try configuration.capture.map(capture)
        if configuration.proxy != nil { return try await runProxy(tap) }
        let broker = try await RunningBroker.start(
            configuration: configuration, logger: logger, logLevels: logLevels, tap: tap)
        Daemon.reportReady()
        martlet_release_start_up_pages()
        let failure = await cancelWhenGracefulShutdown { await broker.failure() }
        if let failure { logger.critical("\(failure)") }
        logger.info("stopping")
        await broker.stop()
        logger.info("stopped")
        if let failure { throw CommandFailure(failure) }
    }

    private func runProxy(_ tap: BrokerCapture?) async throws {
        let proxy = try await RunningProxy.start(
            configuration: configuration, logger: logger, tap: tap)
        Daemon.reportReady()
        martlet_release_start_up_pages()
        let forever = AsyncStream<Void>.makeStream().stream
        await cancelWhenGracefulShutdown { for await _ in forever {} }
        logger.info("stopping")
        await proxy.stop()
        logger.info("stopped")
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
