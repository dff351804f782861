/// The effective configuration of a broker: what it was started with, under what was changed at run time.
/// Immutable and cheap to share; a change makes a new one (`applying(dynamicBroker:dynamicDefault:)`).
public final class BrokerConfiguration: Sendable {
    public let nodeId: Int32
    /// False when nothing said so, and `nodeId` is the default: data written earlier may then say otherwise.
    public let isNodeIdSet: Bool
    public let brokerRack: String?
    public let autoCreateTopicsEnable: Bool
    public let deleteTopicEnable: Bool
    public let numPartitions: Int32
    public let defaultReplicationFactor: Int16
    public let fetchMaxBytes: Int
    public let maxIncrementalFetchSessionCacheSlots: Int
    public let maxRequestPartitionSizeLimit: Int
    /// Most bytes of one push of a client's metrics (KIP-714), compressed as well as unpacked.
    public let telemetryMaxBytes: Int

    public let listeners: ListenerConfiguration
    public let network: NetworkSettings
    public let log: LogSettings
    public let cleaner: CleanerSettings
    public let groups: GroupSettings
    /// Who may do what; nil when everyone may do everything.
    public let authorization: AuthorizationSettings?
    public let quotas: QuotaSettings
    /// What is recorded of the clients' frames; nil for nothing.
    public let capture: CaptureSettings?
    /// Where health, readiness and metrics are served.
    public let console: ConsoleSettings
    /// What the proxy is to do; nil where the broker's own log answers clients.
    public let proxy: ProxySettings?
    /// What holds for a topic that sets nothing for itself.
    public let topicDefaults: TopicConfiguration
    /// What its owner should know: from the start for a loaded configuration, and about the values that were left out
    /// for one made by `applying`.
    public let warnings: [ConfigurationWarning]

    let layers: ConfigLayers
    let inheritedTopicValues: [String: ConfigValue]

    init(layers: ConfigLayers, listeners: ListenerConfiguration, warnings: [ConfigurationWarning]) {
        self.layers = layers
        self.listeners = listeners
        self.warnings = warnings
        nodeId = Int32(clamping: layers.integer("node.id") ?? 1)
        isNodeIdSet = layers.fixed["node.id"] != nil
        brokerRack = layers.text("broker.rack")
        autoCreateTopicsEnable = layers.boolean("auto.create.topics.enable")
        deleteTopicEnable = layers.boolean("delete.topic.enable")
        numPartitions = Int32(clamping: layers.integer("num.partitions") ?? 1)
        defaultReplicationFactor = Int16(clamping: layers.integer("default.replication.factor") ?? 1)
        fetchMaxBytes = Int(layers.integer("fetch.max.bytes") ?? 0)
        maxIncrementalFetchSessionCacheSlots = Int(layers.integer("max.incremental.fetch.session.cache.slots") ?? 0)
        maxRequestPartitionSizeLimit = Int(layers.integer("max.request.partition.size.limit") ?? 0)
        telemetryMaxBytes = Int(layers.integer("telemetry.max.bytes") ?? 0)
        network = NetworkSettings(layers)
        log = LogSettings(layers)
        cleaner = CleanerSettings(layers)
        groups = GroupSettings(layers)
        authorization = AuthorizationSettings(layers)
        quotas = QuotaSettings(layers)
        capture = CaptureSettings(layers)
        console = ConsoleSettings(layers)
        proxy = ProxySettings(layers, listeners: listeners)
        inheritedTopicValues = InheritedTopicValues(broker: layers).all()
        topicDefaults = TopicConfiguration(TopicValues(overrides: [:], inherited: inheritedTopicValues))
    }

    /// The value of any key as text, and where it comes from; nil for a password and for
    /// keys that are not known. For keys without a property.
    public func value(of key: String) -> (text: String?, source: ConfigSource) {
        let effective = layers.effective(key)
        // A name nobody knows may be a plug-in's password.
        if ConfigCatalog.brokerDefinition(key)?.isSensitive ?? true { return (nil, effective.source) }
        return (layers.text(key) ?? effective.text, effective.source)
    }

    /// The file's line (or override) that set the key when the broker started.
    public func origin(of key: String) -> ConfigOrigin? { layers.fixed[key]?.origin }

    /// The same start under other values set at run time. Values that are not valid for their key are left out and
    /// named in the new configuration's `warnings`, because they may have been written by another release.
    public func applying(
        dynamicBroker: [String: String] = [:], dynamicDefault: [String: String] = [:]
    ) -> BrokerConfiguration {
        var layers = self.layers
        var warnings: [ConfigurationWarning] = []
        func valid(_ values: [String: String]) -> [String: String] {
            values.filter { name, text in
                guard let complaint = ConfigCatalog.brokerDefinition(name)?.complaint(about: text, name: name)
                else { return true }
                warnings.append(ConfigurationWarning(key: name, origin: nil, message: "\(complaint); left out"))
                return false
            }
        }
        layers.dynamicBroker = valid(dynamicBroker)
        layers.dynamicDefault = valid(dynamicDefault)
        warnings.sort { $0.key < $1.key }
        return BrokerConfiguration(layers: layers, listeners: listeners, warnings: warnings)
    }
}
