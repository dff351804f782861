/// One access rule: who may, or may not, do what to which resources from where.
///
/// Strings are compared by their bytes, as Kafka does: Swift's own comparison takes different spellings of a letter for
/// the same, which would give one user the rights of another.
public struct AclBinding: Sendable {
    /// The principal that stands for everyone.
    public static let everyone = "User:*"
    /// The host that stands for all hosts, and the literal name that stands for all names.
    public static let wildcard = "*"

    /// The kind of resource.
    public var resourceType: AclResourceType
    /// The name of the resource or its beginning, by ``patternType``.
    public var resourceName: String
    /// How the name is meant.
    public var patternType: AclPatternType
    /// Who, as `User:alice`.
    public var principal: String
    /// From where: an address, or `*`.
    public var host: String
    /// What.
    public var operation: AclOperation
    /// May, or may not.
    public var permission: AclPermission

    /// An access rule.
    public init(
        _ resourceType: AclResourceType, _ resourceName: String, _ patternType: AclPatternType = .literal,
        principal: String, host: String = wildcard, operation: AclOperation, permission: AclPermission = .allow
    ) {
        self.resourceType = resourceType
        self.resourceName = resourceName
        self.patternType = patternType
        self.principal = principal
        self.host = host
        self.operation = operation
        self.permission = permission
    }

    /// Whether it is about that name.
    func covers(_ name: String) -> Bool {
        switch patternType {
        case .literal: resourceName == Self.wildcard || sameBytes(resourceName, name)
        case .prefixed: name.utf8.starts(with: resourceName.utf8)
        }
    }

    /// Whether it is about that peer.
    func concerns(_ peer: AclPeer) -> Bool {
        guard principal == Self.everyone || sameBytes(principal, peer.principal) else { return false }
        return host == Self.wildcard || host == peer.host || host == peer.otherHost
    }
}

extension AclBinding: Hashable {
    /// Equal in every byte.
    public static func == (one: AclBinding, other: AclBinding) -> Bool {
        one.resourceType == other.resourceType && one.patternType == other.patternType
            && one.operation == other.operation && one.permission == other.permission
            && sameBytes(one.resourceName, other.resourceName) && sameBytes(one.principal, other.principal)
            && sameBytes(one.host, other.host)
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(resourceType)
        hasher.combine(resourceName)
        hasher.combine(principal)
        hasher.combine(operation)
    }
}

/// Who asks, and from where.
public struct AclPeer: Sendable, Hashable {
    /// Such as `User:alice`.
    public let principal: String
    /// The address as Java writes it, which ACLs of Kafka have.
    public let host: String
    /// The address as other programs write it; of IPv6 addresses only does it differ.
    public let otherHost: String

    /// A peer; `otherHost` defaults to the same as `host`.
    public init(principal: String, host: String, otherHost: String? = nil) {
        self.principal = principal
        self.host = host
        self.otherHost = otherHost ?? host
    }
}

/// Whether two texts are the same bytes.
func sameBytes(_ one: String, _ other: String) -> Bool {
    let same = one.utf8.withContiguousStorageIfAvailable { one in
        other.utf8.withContiguousStorageIfAvailable { other in
            one.count == other.count && one.elementsEqual(other)
        }
    }
    return (same ?? nil) ?? one.utf8.elementsEqual(other.utf8)
}
