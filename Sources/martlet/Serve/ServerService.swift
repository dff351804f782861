import CProcessShims
import KafkaBroker
import KafkaConfiguration
import KafkaProxy
import Logging
import MartletConformance
import ServiceLifecycle
import UnixSignals

/// What answers clients as a service: the broker or the proxy, started, then held until a signal comes.
struct ServerService: Service {
    let source: ConfigurationSource
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

    private func runProxy(_ tap: BrokerCapture?) async throws {
        let proxy = try await RunningProxy.start(
            configuration: configuration, logger: logger, tap: tap)
        Daemon.reportReady()
        martlet_release_start_up_pages()
        await cancelWhenGracefulShutdown {
            for await _ in await UnixSignalsSequence(trapping: .sighup) {
                do {
                    let configuration = try source.load()
                    proxy.reload(configuration)
                    proxy.reloadFilters(configuration)
                    proxy.reloadUpstream(configuration)
                } catch {
                    proxy.reload(nil)
                    logger.error("the configuration was not read anew", metadata: ["error": "\(error)"])
                }
            }
        }
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
