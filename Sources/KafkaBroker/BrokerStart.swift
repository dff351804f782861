import KafkaConfiguration
import KafkaLog
import KafkaProtocol
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
        let identity = try settleIdentity(directories)
        let metadataDirectory = try metadataDirectory(directories)
        let opened: MetadataLog.Opened
        do throws(MetadataLog.Failure) {
            opened = try MetadataLog.open(
                logDirectory: metadataDirectory.path, nodeId: identity.nodeId, isClean: metadataDirectory.wasClean,
                clock: clock)
        } catch {
            throw BrokerStartError(
                description: "the metadata log in \(metadataDirectory.path) cannot be opened: \(error)")
        }
        report(opened.report, of: MetadataLog.directoryName)
        let effective = configuration.applying(
            dynamicBroker: opened.image.config(MetadataImage.ConfigResource.broker, String(identity.nodeId)),
            dynamicDefault: opened.image.config(MetadataImage.ConfigResource.broker, ""))
        let loaded = try loadPartitions(directories, opened.image, effective)
        let store = PartitionStore(
            directories: directories, loaded: loaded, configuration: effective, clock: clock,
            logger: logLevels.logger("martlet.log", like: logger))
        let publisher = TopicTablePublisher()
        let controller = MetadataController(
            log: opened.log, image: opened.image,
            settings: .init(
                nodeId: identity.nodeId, directoryId: directories.all[0].meta?.directoryId ?? .zero,
                defaultPartitions: effective.numPartitions,
                defaultReplicationFactor: effective.defaultReplicationFactor,
                deleteTopicEnabled: effective.deleteTopicEnable),
            partitions: store, publisher: publisher, logger: logLevels.logger("martlet.metadata", like: logger))
        let wasClean = directories.all.allSatisfy(\.wasClean)
        try await writeStartRecords(
            controller, identity, directories, metadataPath: metadataDirectory.path, isNew: opened.isNew,
            wasClean: wasClean)
        for stray in store.strays {
            logger.warning(
                "no topic of the metadata claims this directory; it is left as it is",
                metadata: ["directory": "\(stray.directoryName)"])
        }
        let broker = Broker(
            identity: identity, configuration: effective, topics: publisher, controller: controller, store: store,
            directories: directories, clock: clock, logger: logger, logLevels: logLevels)
        return (broker, directories)
    }

    private func openDirectories() throws -> LogDirectories {
        var all: [LogDirectory<PosixDisk>] = []
        var unopened: [(path: String, error: LogDirectoryError)] = []
        for path in configuration.log.logDirs {
            do throws(LogDirectoryError) {
                all.append(try LogDirectory(disk: PosixDisk(), path: path))
            } catch {
                // A broken disk takes its partitions with it, not the broker. What somebody else holds, or was tampered
                // with, is for the operator to look at first.
                guard case .storage = error, configuration.log.logDirs.count > 1,
                    path != configuration.log.metadataLogDir
                else { throw BrokerStartError(description: "log directory \(path): \(error)") }
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
    ) throws -> [TopicPartition: BrokerLog] {
        var logs: [TopicPartition: BrokerLog] = [:]
        for directory in directories.all {
            let loaded: LoadedDirectory<PosixDisk>
            do throws(LogDirectoryError) {
                loaded = try directory.loadPartitions(
                    now: clock.now(),
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
                logs[partition.partition] = try choose(partition, in: directory, directories, known: logs)
            }
            for failure in loaded.failures {
                logger.error(
                    "partition is offline: it could not be loaded",
                    metadata: ["partition": "\(failure.partition.directoryName)", "error": "\(failure.error)"])
            }
        }
        return logs
    }

    /// A stop in the moment in which a log moved leaves it in both directories: the one with more in it is used, and the
    /// other one is put out of the way.
    private func choose(
        _ found: LoadedPartition<PosixDisk>, in directory: LogDirectory<PosixDisk>, _ directories: LogDirectories,
        known: [TopicPartition: BrokerLog]
    ) throws -> BrokerLog {
        guard let other = known[found.partition] else { return found.log }
        let isLonger = found.log.logEndOffset > other.logEndOffset
        let (chosen, rest) = isLonger ? (found.log, other) : (other, found.log)
        do {
            if rest.logStartOffset > chosen.logStartOffset, rest.logStartOffset <= chosen.logEndOffset {
                _ = try chosen.deleteRecords(before: rest.logStartOffset)
            }
            for place in directories.all where place.log(of: found.partition) === rest {
                try place.setAside(found.partition)
                logger.warning(
                    "partition lies in two log directories: the shorter one is set aside",
                    metadata: ["partition": "\(found.partition.directoryName)", "directory": "\(place.path)"])
            }
        } catch {
            throw BrokerStartError(
                description: "partition \(found.partition.directoryName) lies in two log directories: \(error)")
        }
        return chosen
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
        metadataPath: String, isNew: Bool, wasClean: Bool
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
                .init(name: $0.name, host: $0.host, port: UInt16(clamping: $0.port), securityProtocol: 0)
            },
            features: SupportedFeatures.all.map {
                .init(name: $0.name, minSupportedVersion: $0.minimum, maxSupportedVersion: $0.maximum)
            },
            rack: identity.rack, fenced: false, logDirs: directoryIds)
    }
}
