import KafkaMessageJSON

/// What a text field of the protocol that is not marked as a name holds, as far as names go.
///
/// A test holds that every text and every run of bytes in the requests and answers of a virtual cluster has a rule.
enum NameRule: Equatable {
    /// Words of the protocol, of brokers or of clients about themselves: no names of topics, groups or transactions.
    case nothing
    /// A sentence in which names may stand.
    case sentence
    /// Names whose kind another field tells, or texts made of them; code of their own changes them.
    case own
    /// Bytes of clients that nobody looks into.
    case opaque

    /// Fields that hold sentences, by their names.
    static let sentences: Set<String> = [
        "errorMessage", "batchIndexErrorMessage", "acknowledgeErrorMessage", "statusDetail",
    ]

    /// Fields with code of their own, as `Api.field`; whichever side of the API they are on.
    static let ownFields: Set<String> = [
        "FindCoordinator.key", "FindCoordinator.coordinatorKeys", "FindCoordinator.coordinators.key",
        "DescribeConfigs.resources.resourceName", "DescribeConfigs.results.resourceName",
        "AlterConfigs.resources.resourceName", "AlterConfigs.responses.resourceName",
        "IncrementalAlterConfigs.resources.resourceName", "IncrementalAlterConfigs.responses.resourceName",
        "ListConfigResources.configResources.resourceName",
        "CreateAcls.creations.resourceName", "DescribeAcls.resourceNameFilter", "DescribeAcls.resources.resourceName",
        "DeleteAcls.filters.resourceNameFilter", "DeleteAcls.filterResults.matchingAcls.resourceName",
        "JoinGroup.protocols.metadata", "JoinGroup.members.metadata", "SyncGroup.assignments.assignment",
        "SyncGroup.assignment", "DescribeGroups.groups.members.memberMetadata",
        "DescribeGroups.groups.members.memberAssignment",
        "ConsumerGroupHeartbeat.subscribedTopicRegex", "ConsumerGroupDescribe.groups.members.subscribedTopicRegex",
        "ListTransactions.transactionalIdPattern", "Metadata.clusterId", "DescribeCluster.clusterId",
    ]

    /// Fields that hold no names, by their own names: these say the same wherever they stand.
    static let without: Set<String> = [
        "memberId", "groupInstanceId", "instanceId", "rackId", "rack", "host", "clientId", "clientHost", "leader",
        "protocolType", "protocolName", "groupState", "groupType", "assignorName", "serverAssignor", "transactionState",
        "stateFilters", "statesFilter", "typesFilter", "unknownStateFilters", "principal", "principalFilter",
        "hostFilter", "reason", "documentation", "configurationKeys", "committedMetadata", "metadata", "logDir",
        "protocolData", "clusterId", "name", "value",
    ]

    /// Runs of bytes that are the clients' and the brokers' alone.
    static let bytes: Set<String> = ["records"]

    /// The rule of a field; nil where there is none.
    init?(api: String, path: String, field: String, isBytes: Bool) {
        if Self.ownFields.contains("\(api).\(path)") {
            self = .own
        } else if Self.sentences.contains(field) {
            self = .sentence
        } else if isBytes {
            guard Self.bytes.contains(field) else { return nil }
            self = .opaque
        } else if Self.without.contains(field) {
            self = .nothing
        } else {
            return nil
        }
    }
}
