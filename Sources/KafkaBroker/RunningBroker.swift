import Glibc
public import KafkaConfiguration
import KafkaLog
public import KafkaServer
public import Logging
import NIOCore

/// A broker that serves, from its start to its orderly stop.
public struct RunningBroker: Sendable {
    let broker: Broker
    private let directories: LogDirectories
    let server: Server
    private let upkeep: Task<Void, Never>
    private let snapshots: Task<Void, Never>
    private let tls: TLSListeners
    private let tlsWatch: Task<Void, Never>

    /// The listeners with the ports that they got, as `name://host:port`.
    public var listeners: [String] {
        server.boundListeners.map { listener in
            let host = listener.host.contains(":") ? "[\(listener.host)]" : listener.host
            return "\(listener.name)://\(host):\(listener.port)"
        }
    }

    /// Whether most connections have gone since this was true last.
    public func connectionsHaveEbbed() -> Bool { server.connectionsHaveEbbed() }

    /// Opens the logs, recovers what needs it, and listens.
    ///
    /// - Parameters:
    ///   - logLevels: the levels of the broker's loggers, which clients may change.
    ///   - tap: sees the frames of the listeners that `martlet.capture.listeners` names.
    /// - Throws: ``BrokerStartError``, or the server's error when an address cannot be bound.
    public static func start(
        configuration: BrokerConfiguration, logger: Logger, logLevels: LogLevels = LogLevels(),
        tap: (any FrameTap)? = nil
    ) async throws -> RunningBroker {
        let logger = logLevels.logger("martlet", like: logger)
        let start = BrokerStart(configuration: configuration, clock: .system, logger: logger, logLevels: logLevels)
        let (broker, directories) = try await start.run()
        do {
            return try await serve(broker, directories, configuration, logger: logger, logLevels: logLevels, tap: tap)
        } catch {
            // A port that is in use costs the next start no recovery.
            broker.groups.close()
            broker.sasl.stop()
            await Self.close(broker, directories)
            throw error
        }
    }

    private static func serve(
        _ broker: Broker, _ directories: LogDirectories, _ configuration: BrokerConfiguration, logger: Logger,
        logLevels: LogLevels, tap: (any FrameTap)?
    ) async throws -> RunningBroker {
        await broker.controller.setTopicsDeletedHandler { [groups = broker.groups] names in
            groups.topicsDeleted(names)
        }
        await broker.commits.catchUp(broker.topics.current.sortedTopics.flatMap(\.partitions))
        // Clients may come before the ports that were left open are known, and must not be sent elsewhere.
        broker.setAdvertisedEndpoints(advertised(configuration, []))
        let networkLogger = logLevels.logger("martlet.network", like: logger)
        let tls = try TLSListeners(broker.configuration, logger: networkLogger)
        do throws(SaslPolicies.Problem) {
            try broker.configureSasl(broker.configuration)
        } catch {
            throw BrokerStartError(description: "\(error)")
        }
        var settings = ServerSettings(configuration, tls: tls)
        settings.connectionBounds = { broker.configuration.connectionBounds($0) }
        settings.connectionRates = ConnectionRates(
            hold: { listener, address in
                let limits = broker.configuration.connectionLimits(listener)
                return broker.quotas.recordConnection(address, listener: listener, limits)
            },
            acceptDelay: { broker.quotas.acceptDelay(listener: $0, broker.configuration.connectionLimits($0)) })
        let server = try await Server.start(
            settings: settings, engine: BrokerEngine(broker), logger: networkLogger, tap: tap,
            saslPolicies: broker.sasl)
        broker.setAdvertisedEndpoints(advertised(configuration, server.boundListeners))
        let upkeep = Task {
            async let cleaning: Void = CleanerService(broker: broker, directories: directories).run()
            async let moving: Void = broker.mover.run()
            await Upkeep(broker: broker, directories: directories).run()
            await cleaning
            await moving
        }
        let snapshots = Task { await broker.controller.takeSnapshotsWhenDue() }
        let running = RunningBroker(
            broker: broker, directories: directories, server: server, upkeep: upkeep, snapshots: snapshots, tls: tls,
            tlsWatch: Task { await tls.watch { broker.configuration } })
        for listener in running.listeners { logger.info("listening", metadata: ["listener": "\(listener)"]) }
        return running
    }

    /// Waits until the broker cannot go on, and answers why: its disks have failed. Nil when it was cancelled.
    public func failure() async -> String? {
        for await reason in broker.directoryWatch.fatalFailures { return reason }
        return nil
    }

    /// Takes up certificates and revocation lists as they are now, changed or not. What cannot be used is logged and
    /// leaves what was there before.
    public func reload() {
        tls.reload(broker.configuration, onlyChanged: false)
    }

    /// Takes up what clients are authenticated by from a configuration that was read anew, and nothing else of it.
    public func reloadSecurity(_ configuration: BrokerConfiguration) async {
        await broker.reloadSecurity(configuration)
    }

    /// Answers what is open, then closes everything in order and marks the stop as a clean one.
    public func stop() async {
        upkeep.cancel()
        snapshots.cancel()
        tlsWatch.cancel()
        broker.groups.close()
        broker.sasl.stop()
        await server.stop(deadline: .seconds(5))
        await upkeep.value
        await snapshots.value
        await Self.close(broker, directories)
    }

    /// Ends what stands on the disk, in order, and marks the stop as a clean one.
    static func close(_ broker: Broker, _ directories: LogDirectories) async {
        for directory in directories.online { directory.releaseReserveIfShort() }
        await broker.commits.stop()
        await broker.coldReads.stop()
        do { try await broker.controller.close() } catch {
            broker.logger.error("the metadata log was not closed", metadata: ["error": "\(error)"])
        }
        let epoch = await broker.controller.currentImage.brokerEpochs[broker.identity.nodeId] ?? -1
        for directory in directories.online {
            do throws(LogDirectoryError) {
                for (partition, error) in try directory.close(brokerEpoch: epoch) {
                    broker.logger.error(
                        "a log was not closed in order and will be recovered",
                        metadata: ["partition": "\(partition.directoryName)", "error": "\(error)"])
                }
            } catch {
                broker.logger.error(
                    "a log directory was not closed in order",
                    metadata: ["directory": "\(directory.path)", "error": "\(error)"])
            }
        }
    }

    /// Port 0 and an empty host are filled in with what was bound and with the machine's name.
    private static func advertised(
        _ configuration: BrokerConfiguration, _ bound: [BoundListener]
    ) -> [String: AdvertisedEndpoint] {
        var endpoints: [String: AdvertisedEndpoint] = [:]
        for listener in configuration.listeners.advertisedListeners {
            let port = listener.port != 0 ? listener.port : bound.first { $0.name == listener.name }?.port ?? 0
            endpoints[listener.name] = AdvertisedEndpoint(
                host: listener.host.isEmpty ? machineName() : listener.host, port: Int32(clamping: port))
        }
        return endpoints
    }

    private static func machineName() -> String {
        var name = [CChar](repeating: 0, count: 256)
        guard gethostname(&name, name.count - 1) == 0 else { return "localhost" }
        let bytes = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        return bytes.isEmpty ? "localhost" : String(decoding: bytes, as: UTF8.self)
    }
}
