/// Every config that is known, by name.
public enum ConfigCatalog {
    /// Broker configs, sorted by name.
    public static let broker: [ConfigDefinition] = [
        GeneralKeys.definitions, ListenerKeys.definitions, LogKeys.definitions, CleanerKeys.definitions,
        GroupKeys.definitions, TransactionKeys.definitions, ReplicationKeys.definitions, QuorumKeys.definitions,
        SecurityKeys.definitions, TLSKeys.definitions, SASLKeys.definitions, RemoteStorageKeys.definitions,
        ShareGroupKeys.definitions, ObservationKeys.definitions, FormerKeys.definitions, MartletKeys.definitions,
        ProxyKeys.definitions, ProxyFilterKeys.definitions, ProxyUpstreamKeys.definitions,
    ].flatMap { $0 }.sorted { $0.name < $1.name }

    /// Topic configs, sorted by name.
    public static let topic: [ConfigDefinition] = TopicKeys.definitions.sorted { $0.name < $1.name }

    private static let brokerByName = index(broker)
    private static let topicByName = index(topic)

    /// Known to old files or for internal use, and so not told to clients unless set.
    private static let unlisted: Set<String> = [
        "host.name", "port", "advertised.host.name", "advertised.port", "config.providers",
        "controller.message.queue.size", "replica.lag.max.messages", "log.delete.delay.ms",
        "quota.producer.default", "quota.consumer.default", "zookeeper.sync.time.ms",
        "zookeeper.metadata.migration.min.batch.size", "super.users", "allow.everyone.if.no.acl.found",
        "group.coordinator.new.enable", "group.consumer.migration.policy", "group.share.enable",
        "log.initial.task.delay.ms", "metadata.log.segment.min.bytes", "server.max.startup.time.ms",
        "producer.id.expiration.check.interval.ms", "share.fetch.max.fetch.records",
        "unclean.leader.election.interval.ms", "unstable.api.versions.enable", "unstable.feature.versions.enable",
        "leader.replication.throttled.rate", "follower.replication.throttled.rate",
        "replica.alter.log.dirs.io.max.bytes.per.second",
    ]

    /// Names that begin so are handed to a plug-in of Kafka's and cannot be checked.
    private static let pluginPrefixes = ["rsm.config.", "rlmm.config.", "config.providers."]

    /// Configs of a SASL mechanism, which stand behind its name in a listener's prefix.
    private static let mechanismSuffixes = [
        "sasl.jaas.config", "sasl.login.callback.handler.class", "sasl.login.class",
        "sasl.server.callback.handler.class", "connections.max.reauth.ms", "sasl.server.max.receive.size",
    ]

    /// The definition of a broker config; `martlet.proxy.filter.audit.type` finds that of
    /// `martlet.proxy.filter.<name>.type`, and `listener.name.<name>.<config>` finds that of `<config>`.
    public static func brokerDefinition(_ name: String) -> ConfigDefinition? {
        if let definition = brokerByName[name] { return definition }
        return (listenerBase(of: name) ?? ProxyFilterKeys.base(of: name)).flatMap { brokerByName[$0] }
    }

    /// The definition of exactly this broker config, without looking behind a listener prefix.
    static func broker(named name: String) -> ConfigDefinition? { brokerByName[name] }

    /// The definition of a topic config.
    public static func topicDefinition(_ name: String) -> ConfigDefinition? { topicByName[name] }

    /// True for configs that DescribeConfigs answers with even where nobody set them.
    static func isListed(_ definition: ConfigDefinition) -> Bool {
        !unlisted.contains(definition.name) && !definition.name.contains("<")
    }

    static func isPluginConfig(_ name: String) -> Bool {
        pluginPrefixes.contains { name.hasPrefix($0) && name.utf8.count > $0.utf8.count }
    }

    /// `ssl.keystore.location` for `listener.name.external.ssl.keystore.location`; nil for other names.
    static func listenerBase(of name: String) -> String? {
        let prefix = "listener.name."
        guard name.hasPrefix(prefix) else { return nil }
        let rest = name.dropFirst(prefix.count)
        guard let dot = rest.firstIndex(of: "."), dot > rest.startIndex else { return nil }
        let base = String(rest[rest.index(after: dot)...])
        return mechanismSuffixes.first { base.hasSuffix("." + $0) } ?? base
    }

    /// The known broker config whose name is nearest to a misspelt one.
    static func suggestion(forBroker name: String) -> String? {
        if topicByName[name] != nil, let key = TopicKeys.brokerKeys[name] { return key }
        return EditDistance.nearest(to: name, among: broker.lazy.map(\.name))
    }

    private static func index(_ definitions: [ConfigDefinition]) -> [String: ConfigDefinition] {
        Dictionary(definitions.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }
}
