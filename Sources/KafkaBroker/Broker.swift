import KafkaConfiguration
import KafkaCoordination
import KafkaLog
import KafkaServer
import KafkaWire
import Logging
import NIOCore
import Synchronization

/// The embedded broker: what all handlers share, and the operations that concern more than one of them.
///
/// Everything here is either immutable or behind a lock of its own that is held for a few instructions.
final class Broker: Sendable {
    let identity: BrokerIdentity
    let topics: TopicTablePublisher
    let controller: MetadataController
    let store: PartitionStore
    let directories: LogDirectories
    let groups: GroupService
    /// Decides who may do what; nil when everyone may do everything.
    let authorizer: Authorizer?
    let quotas: QuotaEnforcer
    let producerIds = ProducerIdAllocator()
    let delayedFetches = DelayedFetchRegistry()
    let flushes = FlushQueue()
    let appended = AppendedBytes()
    let commits: GroupCommit
    let coldReads = ColdReads()
    let diskTrouble: DiskTrouble
    let directoryWatch: DirectoryWatch
    let mover: LogMover
    let telemetry: ClientTelemetry
    let logLevels: LogLevels
    let tokens = DelegationTokens()
    let sasl: SaslService
    let fetchSessions: Mutex<FetchSessionCache>
    let clock: BrokerClock
    let logger: Logger
    private let currentConfiguration: Mutex<BrokerConfiguration>
    /// The file as it was read last, where that was not at the start.
    private let securityFile = Mutex<BrokerConfiguration?>(nil)
    private let advertised = Mutex<[String: AdvertisedEndpoint]>([:])

    init(
        identity: BrokerIdentity, configuration: BrokerConfiguration, topics: TopicTablePublisher,
        controller: MetadataController, store: PartitionStore, directories: LogDirectories,
        authorizer: Authorizer?, quotas: QuotaEnforcer, clock: BrokerClock, logger: Logger, logLevels: LogLevels
    ) {
        self.identity = identity
        self.topics = topics
        self.controller = controller
        self.store = store
        self.directories = directories
        self.authorizer = authorizer
        self.quotas = quotas
        self.clock = clock
        self.logger = logger
        self.logLevels = logLevels
        let logLogger = logLevels.logger("martlet.log", like: logger)
        diskTrouble = DiskTrouble(logger: logLogger)
        directoryWatch = DirectoryWatch(directories: directories, logger: logLogger)
        mover = LogMover(
            directories: directories, topics: topics, clock: clock, watch: directoryWatch, logger: logLogger)
        sasl = SaslService(
            SaslUsers(
                scramCredential: { topics.current.users.scram[.init(user: $1, mechanism: $0)] },
                tokenCredential: { [tokens] in tokens.credential($0, $1, among: topics.current.users) },
                usualIterations: { topics.current.users.usualIterations($0) }),
            logger: logLevels.logger("martlet.security", like: logger))
        commits = GroupCommit(
            isEnabled: configuration.log.martletGroupCommitEnable, watch: directoryWatch, logger: logLogger)
        telemetry = ClientTelemetry(logger: logLevels.logger("martlet.telemetry", like: logger))
        groups = GroupService(
            configuration: GroupCoordinatorConfiguration(configuration.groups), commits: commits, flushes: flushes,
            clock: clock, logger: logLevels.logger("martlet.groups", like: logger))
        fetchSessions = Mutex(FetchSessionCache(slots: configuration.maxIncrementalFetchSessionCacheSlots))
        currentConfiguration = Mutex(configuration)
    }

    /// The configuration in force; settings changed at run time replace it.
    var configuration: BrokerConfiguration { currentConfiguration.withLock { $0 } }

    func now() -> Int64 { clock.now() }

    /// What clients of a listener are told to connect to.
    func advertisedEndpoint(listener: String) -> AdvertisedEndpoint {
        advertised.withLock { $0[listener] ?? $0.values.first } ?? AdvertisedEndpoint(host: "localhost", port: 9092)
    }

    func setAdvertisedEndpoints(_ endpoints: [String: AdvertisedEndpoint]) {
        advertised.withLock { $0 = endpoints }
    }

    /// Creates a topic because a client asked after it.
    func createAutomatically(_ name: String) async {
        let internalSettings = name == TopicName.consumerOffsets ? offsetsTopicSettings : nil
        _ = await controller.createTopicIfAbsent(
            name, partitions: internalSettings?.partitions ?? configuration.numPartitions,
            configs: internalSettings?.configs ?? [:])
        if let topic = topics.current.topic(name: TopicName.consumerOffsets) { groups.open(topic) }
    }

    /// Makes sure that groups have coordinators.
    func openGroupCoordinators() async {
        await createAutomatically(TopicName.consumerOffsets)
    }

    /// A producer id, from a new block when the one before is used up.
    func nextProducerId() async -> Int64? {
        if let id = producerIds.next() { return id }
        guard let block = await controller.reserveProducerIds(above: producerIds.largestUsed) else { return nil }
        producerIds.refill(block)
        // Others may have waited for the same block; an id of it is all the caller needs.
        if let id = producerIds.next() { return id }
        return await nextProducerId()
    }

    /// Takes up settings that were changed at run time.
    func applyDynamicConfiguration() async {
        let image = await controller.currentImage
        let next = currentConfiguration.withLock { current in
            current = current.applying(
                dynamicBroker: image.config(MetadataImage.ConfigResource.broker, String(identity.nodeId)),
                dynamicDefault: image.config(MetadataImage.ConfigResource.broker, ""))
            return current
        }
        for warning in next.warnings { logger.warning("\(warning)") }
        store.replaceConfiguration(next)
        await configureSecurity()
        await controller.republish()
    }

    /// Takes up what clients are authenticated by from a file that was read anew; nothing else of it. Settings that are
    /// wrong leave those before in force, and the log says so.
    func reloadSecurity(_ loaded: BrokerConfiguration) async {
        let before = securityFile.withLock { $0 }
        securityFile.withLock { $0 = loaded }
        guard await configureSecurity() else {
            securityFile.withLock { $0 = before }
            return
        }
        logger.info("read the configuration anew: what clients are authenticated by")
    }

    /// Takes up what clients are authenticated by; nothing changes when the settings are wrong.
    func configureSasl(_ settings: BrokerConfiguration) throws(SaslPolicies.Problem) {
        try sasl.configure(settings, listeners: configuration.listeners.listeners)
        tokens.use(secret: settings.delegationTokenSecret)
    }

    /// Answers whether the settings could be taken up.
    @discardableResult
    private func configureSecurity() async -> Bool {
        let image = await controller.currentImage
        let started = configuration
        let settings = (securityFile.withLock { $0 } ?? started).applying(
            dynamicBroker: image.config(MetadataImage.ConfigResource.broker, String(identity.nodeId)),
            dynamicDefault: image.config(MetadataImage.ConfigResource.broker, ""))
        do throws(SaslPolicies.Problem) {
            try configureSasl(settings)
            return true
        } catch {
            logger.error("settings of SASL were not taken up", metadata: ["error": "\(error)"])
            return false
        }
    }

    /// The directory of these partitions has failed: whoever asks for them hears KAFKA_STORAGE_ERROR from now on.
    func takeOffline(_ partitions: [TopicPartition]) async {
        let table = topics.current
        store.noteOffline(partitions)
        groups.takeOffline(partitions)
        await controller.republish()
        for partition in partitions {
            table.partition(partition.topic, partition.partition)?.notifyWaiters(appended: nil)
        }
    }

    private var offsetsTopicSettings: (partitions: Int32, configs: [String: String]) {
        let groups = configuration.groups
        return (
            groups.offsetsTopicNumPartitions,
            [
                "compression.type": "producer", "cleanup.policy": "compact",
                "segment.bytes": String(groups.offsetsTopicSegmentBytes),
            ]
        )
    }
}

extension GroupCoordinatorConfiguration {
    init(_ settings: GroupSettings) {
        self.init(
            minimumSessionTimeoutMs: Int32(clamping: settings.groupMinSessionTimeoutMs),
            maximumSessionTimeoutMs: Int32(clamping: settings.groupMaxSessionTimeoutMs),
            initialRebalanceDelayMs: Int32(clamping: settings.groupInitialRebalanceDelayMs),
            maximumGroupSize: settings.groupMaxSize, offsetMetadataMaximumLength: settings.offsetMetadataMaxBytes,
            offsetsRetentionMs: settings.offsetsRetentionMs,
            offsetsRetentionCheckIntervalMs: settings.offsetsRetentionCheckIntervalMs)
    }
}
