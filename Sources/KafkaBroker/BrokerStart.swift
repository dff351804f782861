import KafkaConfiguration
import KafkaLog
import KafkaProtocol
import KafkaServer
import KafkaWire
import Logging

/// Why a broker did not start; the text is for the operator.
public struct BrokerStartError: Error, CustomStringConvertible {
    public let description: String
}

/// The steps from directories on disk to a broker that can serve.
struct BrokerStart {
    let configuration: BrokerConfiguration
    let clock: BrokerClock
    let logger: Logger
    let logLevels: LogLevels

    func run() async throws -> (broker: Broker, directories: LogDirectories) {
        let directories = try openDirectories()
        var metadataLog: MetadataLog?
        do {
            // On a full disk a start needs what was kept for it; then retention can make room.
            for directory in directories.all { directory.releaseReserveIfShort() }
            let broker = try await run(directories, &metadataLog)
            broker.producerIds.noteUsed(directories.logs.map { $0.largestProducerId(below: ProducerIdAllocator.limit) })
            for directory in directories.online { directory.keepReserve() }
            return (broker, directories)
        } catch {
            do { try metadataLog?.close() } catch {
                logger.error("the metadata log was not closed", metadata: ["error": "\(error)"])
            }
            leave(directories.online)
            throw error
        }
    }

    /// A start that fails costs the next one no recovery. After an unclean stop that one has still to give the partitions
    /// new leader epochs, so it must know.
    private func leave(_ directories: [LogDirectory<PosixDisk>]) {
        for directory in directories {
            do throws(LogDirectoryError) {
                if directory.isLoaded {
                    _ = try directory.close(brokerEpoch: -1, isOrderly: directory.wasClean)
                } else {
                    try directory.giveBack()
                }
            } catch {
                logger.error(
                    "a log directory was not closed in order",
                    metadata: ["directory": "\(directory.path)", "error": "\(error)"])
            }
        }
    }

    private func run(
        _ directories: LogDirectories, _ metadataLog: inout MetadataLog?
    ) async throws -> Broker {
        let identity = try settleIdentity(directories)
        let metadataDirectory = try metadataDirectory(directories)
        let opened: MetadataLog.Opened
        do throws(MetadataLog.Failure) {
            opened = try MetadataLog.open(
                logDirectory: metadataDirectory.path, nodeId: identity.nodeId, isClean: metadataDirectory.wasClean,
                clock: clock, settings: MetadataLogSettings(configuration.log.metadata))
        } catch {
            throw BrokerStartError(
                description: "the metadata log in \(metadataDirectory.path) cannot be opened: \(error)")
        }
        metadataLog = opened.log
        report(opened.report, of: MetadataLog.directoryName)
        let effective = configuration.applying(
            dynamicBroker: opened.image.config(MetadataImage.ConfigResource.broker, String(identity.nodeId)),
            dynamicDefault: opened.image.config(MetadataImage.ConfigResource.broker, ""))
        var found = try loadPartitions(directories, opened.image, effective)
        var generator = SystemRandomNumberGenerator()
        let adopted = opened.isNew ? found.topics { Uuid.random(using: &generator) } : []
        if opened.isNew {
            found.settle(adopted, logger: logger)
        } else {
            found.reconcile(with: opened.image, logger: logger)
        }
        let store = PartitionStore(
            directories: directories, loaded: found.logs, offline: found.offline, configuration: effective,
            clock: clock,
            logger: logLevels.logger("martlet.log", like: logger))
        let publisher = TopicTablePublisher()
        let authorizer = Authorizer(
            effective.authorization, acls: opened.image.acls,
            logger: logLevels.logger(Authorizer.loggerName, like: logger))
        let quotas = QuotaEnforcer(effective.quotas, opened.image.quotas, now: clock.ticks)
        let controller = MetadataController(
            log: opened.log, image: opened.image,
            settings: .init(
                nodeId: identity.nodeId, directoryId: directories.all[0].meta?.directoryId ?? .zero,
                defaultPartitions: effective.numPartitions,
                defaultReplicationFactor: effective.defaultReplicationFactor,
                deleteTopicEnabled: effective.deleteTopicEnable),
            partitions: store, publisher: publisher, authorizer: authorizer, quotas: quotas,
            logger: logLevels.logger("martlet.metadata", like: logger))
        let wasClean = directories.all.allSatisfy(\.wasClean)
        try await writeStartRecords(
            controller, identity, directories, metadataPath: metadataDirectory.path, isNew: opened.isNew,
            wasClean: wasClean, adopted: adopted)
        for topic in adopted {
            logger.notice(
                "there was no metadata log: topic taken over from its directories, with the broker's settings",
                metadata: ["topic": "\(topic.name)", "partitions": "\(topic.leaderEpochs.count)"])
        }
        return Broker(
            identity: identity, configuration: effective, topics: publisher, controller: controller, store: store,
            directories: directories, authorizer: authorizer, quotas: quotas, clock: clock, logger: logger,
            logLevels: logLevels)
    }

    private func openDirectories() throws -> LogDirectories {
        // Half of the descriptors is for files that wait for their next use; the rest is for connections, and for files
        // that are being read.
        let disk = PosixDisk(openFiles: OpenFiles(limit: PosixDisk.descriptorLimit / 2))
        var all: [LogDirectory<PosixDisk>] = []
        var unopened: [(path: String, error: LogDirectoryError)] = []
        for path in configuration.log.logDirs {
            do throws(LogDirectoryError) {
                all.append(try LogDirectory(disk: disk, path: path))
            } catch {
                // A broken disk takes its partitions with it, not the broker. What somebody else holds, or was tampered
                // with, is for the operator to look at first.
                guard case .storage = error, configuration.log.logDirs.count > 1,
                    path != configuration.log.metadataLogDir
                else {
                    leave(all)
                    throw BrokerStartError(description: "log directory \(path): \(error)")
                }
                logger.error(
                    "log directory is offline: it cannot be opened",
                    metadata: ["directory": "\(path)", "error": "\(error)"])
                unopened.append((path, error))
            }
        }
        return LogDirectories(all: all, unopened: unopened, metadataPath: configuration.log.metadataLogDir)
    }

    /// The metadata log may lie in a directory of its own; here it is one of `log.dirs`.
    private func metadataDirectory(_ directories: LogDirectories) throws -> LogDirectory<PosixDisk> {
        let path = configuration.log.metadataLogDir
        guard let found = directories.all.first(where: { $0.path == path }) else {
            throw BrokerStartError(description: "metadata.log.dir \(path) must be one of log.dirs")
        }
        return found
    }

    /// Who the broker is: what its directories say, or a new cluster where they are empty.
    private func settleIdentity(_ directories: LogDirectories) throws -> BrokerIdentity {
        let known = directories.all.compactMap(\.meta)
        var generator = SystemRandomNumberGenerator()
        let storedNode = known.compactMap(\.nodeId).first
        if let storedNode, configuration.isNodeIdSet, storedNode != configuration.nodeId {
            throw BrokerStartError(
                description: """
                    node.id is \(configuration.nodeId), but the data in \(directories.all[0].path) belongs to node \
                    \(storedNode); set node.id=\(storedNode) or use another directory
                    """)
        }
        let clusters = Set(known.compactMap(\.clusterId))
        guard clusters.count <= 1 else {
            throw BrokerStartError(
                description: "log.dirs hold data of several clusters: \(clusters.sorted().joined(separator: ", "))")
        }
        let identity = BrokerIdentity(
            nodeId: storedNode ?? configuration.nodeId,
            clusterId: clusters.first ?? Uuid.random(using: &generator).description, rack: configuration.brokerRack)
        for directory in directories.all
        where directory.meta?.version != 1 || directory.meta?.directoryId == nil || directory.meta?.clusterId == nil {
            let meta = MetaProperties(
                version: 1, nodeId: identity.nodeId, clusterId: identity.clusterId,
                directoryId: directory.meta?.directoryId ?? Uuid.random(using: &generator))
            do throws(LogDirectoryError) { try directory.write(meta) } catch {
                throw BrokerStartError(description: "log directory \(directory.path): \(error)")
            }
        }
        return identity
    }

    private func loadPartitions(
        _ directories: LogDirectories, _ image: MetadataImage, _ configuration: BrokerConfiguration
    ) throws -> FoundPartitions {
        var found = FoundPartitions()
        for directory in directories.all {
            let loaded: LoadedDirectory<PosixDisk>
            do throws(LogDirectoryError) {
                loaded = try directory.loadPartitions(
                    now: clock.now(), threads: configuration.log.recoveryThreadsPerDirectory,
                    configuration: { partition, _ in
                        LogConfiguration(
                            TopicConfiguration(
                                overrides: image.config(MetadataImage.ConfigResource.topic, partition.topic),
                                broker: configuration),
                            broker: configuration.log)
                    }, progress: progress(directory))
            } catch {
                guard directory.path != directories.metadataPath else {
                    throw BrokerStartError(description: "log directory \(directory.path): \(error)")
                }
                logger.error(
                    "log directory is offline: it cannot be read",
                    metadata: ["directory": "\(directory.path)", "error": "\(error)"])
                _ = directory.takeOffline()
                continue
            }
            for partition in loaded.partitions {
                report(partition.report, of: partition.partition.directoryName)
                found.add(partition, in: directory)
            }
            for failure in loaded.failures {
                found.add(failure, in: directory)
                logger.error(
                    "partition is offline: it could not be loaded",
                    metadata: ["partition": "\(failure.partition.directoryName)", "error": "\(failure.error)"])
            }
        }
        return found
    }

    /// Tells how far a long recovery is, once every hundred partitions.
    private func progress(_ directory: LogDirectory<PosixDisk>) -> (@Sendable (Int, Int) -> Void)? {
        guard !directory.wasClean, directory.meta != nil else { return nil }
        let logger = logger
        let path = directory.path
        return { done, total in
            if done % 100 == 0 {
                logger.info(
                    "recovering after an unclean stop", metadata: ["directory": "\(path)", "done": "\(done)/\(total)"])
            }
        }
    }

    private func report(_ report: LoadReport, of partition: String) {
        for note in report.notes { logger.warning("\(note)", metadata: ["partition": "\(partition)"]) }
    }

    /// What KRaft writes when a cluster begins and when a broker registers; after a crash, new leader epochs too.
    private func writeStartRecords(
        _ controller: MetadataController, _ identity: BrokerIdentity, _ directories: LogDirectories,
        metadataPath: String, isNew: Bool, wasClean: Bool, adopted: [FoundTopic]
    ) async throws {
        let settings = configuration
        let directoryIds = directories.all.compactMap(\.meta?.directoryId).sorted()
        if isNew {
            try MetadataFiles(logDirectory: metadataPath).writeBootstrapCheckpoint(
                metadataVersion: SupportedFeatures.metadataVersion, now: clock.now())
        }
        let brokerEpoch = await controller.nextOffset
        let failure = await controller.appendAtStart { transaction in
            if isNew {
                transaction.append(
                    .featureLevel(
                        FeatureLevelRecord(name: "metadata.version", featureLevel: SupportedFeatures.metadataVersion)))
            }
            transaction.append(
                .registerBroker(
                    Self.registration(identity, settings, epoch: brokerEpoch, directoryIds: directoryIds)))
            transaction.adopt(adopted, offsetsSegmentBytes: settings.groups.offsetsTopicSegmentBytes)
            // Kafka gives a partition no leader while its broker is stopped; after a crash nobody did.
            transaction.startNewLeaderEpochs { topic, partition in
                partition.replicas.contains(identity.nodeId) && (partition.leader != identity.nodeId || !wasClean)
            }
        }
        if let failure { throw BrokerStartError(description: failure.message ?? failure.code.name) }
    }

    private static func registration(
        _ identity: BrokerIdentity, _ configuration: BrokerConfiguration, epoch: Int64, directoryIds: [Uuid]
    ) -> RegisterBrokerRecord {
        var generator = SystemRandomNumberGenerator()
        return RegisterBrokerRecord(
            brokerId: identity.nodeId, incarnationId: Uuid.random(using: &generator), brokerEpoch: epoch,
            endPoints: configuration.listeners.advertisedListeners.map {
                .init(
                    name: $0.name, host: $0.host, port: UInt16(clamping: $0.port),
                    securityProtocol: $0.securityProtocol.id)
            },
            features: SupportedFeatures.all.map {
                .init(name: $0.name, minSupportedVersion: $0.minimum, maxSupportedVersion: $0.maximum)
            },
            rack: identity.rack, fenced: false, logDirs: directoryIds)
    }
}
