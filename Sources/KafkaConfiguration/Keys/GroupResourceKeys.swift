/// Configs of a single group (KIP-848, KIP-932, KIP-1071, KIP-1240), each standing over a config of the broker.
enum GroupResourceKeys {
    /// Where a group's config gets its value and its bounds from.
    struct Key: Sendable {
        var definition: ConfigDefinition
        /// The broker's value for groups that set none.
        var brokerKey: String?
        /// The broker's least and greatest value of it.
        var leastKey: String?
        var mostKey: String?

        fileprivate init(
            _ name: String, _ type: ConfigType, _ defaultValue: String, _ rule: ConfigRule, _ reason: NoEffectReason,
            broker: String? = nil, least: String? = nil, most: String? = nil, _ documentation: String
        ) {
            definition = ConfigDefinition(
                name, type, defaultValue, rule, .medium, .clusterWide, .noEffect(reason), documentation)
            brokerKey = broker
            leastKey = least
            mostKey = most
        }

        /// A key whose broker configs have the common form of names.
        fileprivate init(
            bounded name: String, _ defaultValue: String, _ rule: ConfigRule, _ reason: NoEffectReason,
            _ documentation: String
        ) {
            let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
            let (kind, rest) = (parts.first ?? name, parts.last ?? name)
            self.init(
                name, .int, defaultValue, rule, reason, broker: "group." + name, least: "group.\(kind).min.\(rest)",
                most: "group.\(kind).max.\(rest)", documentation)
        }
    }

    /// Sorted by name.
    static let all: [Key] = (consumer + share + streams).sorted { $0.definition.name < $1.definition.name }

    static func key(_ name: String) -> Key? { byName[name] }

    /// A member must be able to miss a heartbeat: the first of each pair must exceed the second.
    static let sessionsOverHeartbeats = ["consumer", "share", "streams"].map {
        ("\($0).session.timeout.ms", "\($0).heartbeat.interval.ms")
    }

    private static let byName = Dictionary(all.map { ($0.definition.name, $0) }, uniquingKeysWith: { $1 })

    private static let consumer: [Key] = [
        Key(
            bounded: "consumer.session.timeout.ms", "45000", .atLeast(1), .consumerProtocol,
            "Session timeout of the group's members under the consumer protocol."),
        Key(
            bounded: "consumer.heartbeat.interval.ms", "5000", .atLeast(1), .consumerProtocol,
            "Heartbeat interval given to the group's members under the consumer protocol."),
        Key(
            "consumer.assignment.interval.ms", .int, "1000", .atLeast(0), .consumerProtocol,
            "Least time between two assignments of the group under the consumer protocol."),
    ]

    private static let share: [Key] = [
        Key(
            bounded: "share.session.timeout.ms", "45000", .atLeast(1), .shareGroups,
            "Session timeout of the members of a share group."),
        Key(
            bounded: "share.heartbeat.interval.ms", "5000", .atLeast(1), .shareGroups,
            "Heartbeat interval given to the members of a share group."),
        Key(
            bounded: "share.record.lock.duration.ms", "30000", .atLeast(1000), .shareGroups,
            "How long a record stays with the member that acquired it."),
        Key(
            bounded: "share.delivery.count.limit", "5", .atLeast(2), .shareGroups,
            "Times a record is delivered before it is given up."),
        Key(
            bounded: "share.partition.max.record.locks", "2000", .atLeast(100), .shareGroups,
            "Records of a partition that may be acquired at once."),
        Key(
            "share.assignment.interval.ms", .int, "1000", .atLeast(0), .shareGroups,
            "Least time between two assignments of a share group."),
        Key(
            "share.auto.offset.reset", .string, "latest", .offsetReset, .shareGroups,
            "Where a share group begins: earliest, latest, or by_duration: with an ISO 8601 duration before now."),
        Key(
            "share.isolation.level", .string, "read_uncommitted", .oneOf(["read_committed", "read_uncommitted"]),
            .shareGroups, "Whether a share group is given records of transactions that were not committed."),
        Key(
            "share.renew.acknowledge.enable", .boolean, "true", .any, .shareGroups,
            "Whether members of a share group may ask for more time with a record."),
    ]

    private static let streams: [Key] = [
        Key(
            bounded: "streams.session.timeout.ms", "45000", .atLeast(1), .streamsGroups,
            "Session timeout of the members of a streams group."),
        Key(
            bounded: "streams.heartbeat.interval.ms", "5000", .atLeast(1), .streamsGroups,
            "Heartbeat interval given to the members of a streams group."),
        Key(
            "streams.num.standby.replicas", .int, "0", .atLeast(0), .streamsGroups,
            broker: "group.streams.num.standby.replicas", most: "group.streams.max.standby.replicas",
            "Standby tasks of a streams group."),
        Key(
            "streams.initial.rebalance.delay.ms", .int, "3000", .atLeast(0), .streamsGroups,
            broker: "group.streams.initial.rebalance.delay.ms",
            "How long the first rebalance of a streams group waits for more members."),
        Key(
            "streams.assignment.interval.ms", .int, "1000", .atLeast(0), .streamsGroups,
            "Least time between two assignments of a streams group."),
    ]
}
