import CProcessShims
import KafkaBroker
import KafkaClient
import KafkaConfiguration
import KafkaProxy
import KafkaServer
import Logging
import MartletConformance
import MartletConsole
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
        let engine = configuration.proxy == nil ? "broker" : "proxy"
        let status = ConsoleStatus(process: ProcessMetrics(version: KafkaClient.version, engine: engine))
        // Before logs are recovered, which may take its time: that is when somebody wants to know.
        let console: Console? =
            configuration.console.listeners.isEmpty
            ? nil : try await Console.start(configuration.console, status: status, logger: logger)
        do {
            if configuration.proxy == nil { try await runBroker(tap, status) } else { try await runProxy(tap, status) }
        } catch {
            await console?.stop()
            throw error
        }
        await console?.stop()
    }

    private func runBroker(_ tap: BrokerCapture?, _ status: ConsoleStatus) async throws {
        let broker = try await RunningBroker.start(
            configuration: configuration, logger: logger, logLevels: logLevels, tap: tap)
        status.serve(.init(metrics: { await broker.metrics() }, readiness: { broker.readiness }))
        Daemon.reportReady()
        martlet_release_start_up_pages()
        let failure = await cancelWhenGracefulShutdown {
            await withTaskGroup(of: Void.self) { group in
                group.addTask { await reloadOnHangUp(broker) }
                group.addTask { await giveBackMemory { broker.connectionsHaveEbbed() } }
                let failure = await broker.failure()
                group.cancelAll()
                return failure
            }
        }
        if let failure { logger.critical("\(failure)") }
        logger.info("stopping")
        status.drain()
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

    private func runProxy(_ tap: BrokerCapture?, _ status: ConsoleStatus) async throws {
        let proxy = try await RunningProxy.start(
            configuration: configuration, logger: logger, tap: tap)
        status.serve(.init(metrics: { await proxy.metrics() }, readiness: { await proxy.readiness() }))
        Daemon.reportReady()
        martlet_release_start_up_pages()
        await cancelWhenGracefulShutdown {
            async let memory: Void = giveBackMemory { proxy.connectionsHaveEbbed() }
            await reloadOnHangUp(proxy)
            await memory
        }
        logger.info("stopping")
        status.drain()
        await proxy.stop()
        logger.info("stopped")
    }

    /// SIGHUP: everything that is in files is read anew.
    private func reloadOnHangUp(_ proxy: RunningProxy) async {
        for await _ in await UnixSignalsSequence(trapping: .sighup) {
            do {
                let configuration = try source.load()
                proxy.reload(configuration)
            } catch {
                proxy.reload(nil)
                logger.error("the configuration was not read anew", metadata: ["error": "\(error)"])
            }
        }
    }

    /// Memory that connections used goes back to the kernel when most of them have gone.
    private func giveBackMemory(when haveEbbed: @Sendable () -> Bool) async {
        // Timers of their ends hold what is left of connections for up to ten seconds; more may be leaving besides.
        let patience = 3
        var waits = 0
        while (try? await Task.sleep(for: .seconds(5))) != nil {
            if haveEbbed() {
                waits = patience
            } else if waits > 0 {
                waits -= 1
                if waits == 0 { martlet_give_back_free_memory() }
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
