/// What an ACL is about, with Kafka's numbers.
public enum AclResourceType: Int8, Sendable, Hashable, CaseIterable {
    case topic = 2
    case group = 3
    case cluster = 4
    case transactionalId = 5
    case delegationToken = 6
    case user = 7

    /// As Kafka writes it in its audit log.
    public var name: String {
        switch self {
        case .topic: "Topic"
        case .group: "Group"
        case .cluster: "Cluster"
        case .transactionalId: "TransactionalId"
        case .delegationToken: "DelegationToken"
        case .user: "User"
        }
    }

    /// The operations that mean something for resources of this type, as clients are told of them (KIP-430).
    public var supportedOperations: [AclOperation] {
        switch self {
        case .topic: [.read, .write, .create, .delete, .alter, .describe, .describeConfigs, .alterConfigs]
        case .group: [.read, .delete, .describe]
        case .cluster:
            [.create, .alter, .describe, .clusterAction, .describeConfigs, .alterConfigs, .idempotentWrite]
        case .transactionalId: [.write, .describe]
        case .delegationToken: [.describe]
        case .user: [.createTokens, .describeTokens]
        }
    }
}

/// What someone wants to do, with Kafka's numbers.
public enum AclOperation: Int8, Sendable, Hashable, CaseIterable {
    /// In an ACL only: every operation.
    case all = 2
    case read = 3
    case write = 4
    case create = 5
    case delete = 6
    case alter = 7
    case describe = 8
    case clusterAction = 9
    case describeConfigs = 10
    case alterConfigs = 11
    case idempotentWrite = 12
    case createTokens = 13
    case describeTokens = 14
    case twoPhaseCommit = 15

    /// Kafka's name of the operation.
    public var name: String {
        switch self {
        case .all: "ALL"
        case .read: "READ"
        case .write: "WRITE"
        case .create: "CREATE"
        case .delete: "DELETE"
        case .alter: "ALTER"
        case .describe: "DESCRIBE"
        case .clusterAction: "CLUSTER_ACTION"
        case .describeConfigs: "DESCRIBE_CONFIGS"
        case .alterConfigs: "ALTER_CONFIGS"
        case .idempotentWrite: "IDEMPOTENT_WRITE"
        case .createTokens: "CREATE_TOKENS"
        case .describeTokens: "DESCRIBE_TOKENS"
        case .twoPhaseCommit: "TWO_PHASE_COMMIT"
        }
    }

    /// Whether an ACL that allows this operation allows the other one too. Denials imply nothing but themselves.
    func allows(_ wanted: AclOperation) -> Bool {
        if self == wanted || self == .all { return true }
        switch wanted {
        case .describe: return self == .read || self == .write || self == .delete || self == .alter
        case .describeConfigs: return self == .alterConfigs
        default: return false
        }
    }
}

/// How the name in an ACL stands for names of resources, with Kafka's numbers.
public enum AclPatternType: Int8, Sendable, Hashable, CaseIterable {
    /// That name, or all with `*`.
    case literal = 3
    /// Every name that begins with it (KIP-290).
    case prefixed = 4
}

/// What an ACL says of what it is about, with Kafka's numbers.
public enum AclPermission: Int8, Sendable, Hashable, CaseIterable {
    case deny = 2
    case allow = 3
}

/// Something that may be done to something: what requests are checked for.
public struct AclResource: Sendable, Hashable {
    /// The one cluster there is.
    public static let cluster = AclResource(.cluster, clusterName)
    /// The only name of a cluster that ACLs know.
    public static let clusterName = "kafka-cluster"

    /// What kind of thing it is.
    public let type: AclResourceType
    /// Its name.
    public let name: String

    /// A resource of that name.
    public init(_ type: AclResourceType, _ name: String) {
        self.type = type
        self.name = name
    }

    /// Equal in every byte: two spellings of a letter are two names.
    public static func == (one: AclResource, other: AclResource) -> Bool {
        one.type == other.type && sameBytes(one.name, other.name)
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(type)
        hasher.combine(name)
    }
}
