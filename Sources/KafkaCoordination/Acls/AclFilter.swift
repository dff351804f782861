/// What DescribeAcls and DeleteAcls look for; what is nil fits anything.
public struct AclFilter: Sendable {
    /// How the name of a filter is compared with those of ACLs.
    public enum Pattern: Sendable, Equatable {
        /// The same name, whatever its pattern type.
        case any
        /// ACLs that are about a resource of that name: the same literal name, `*`, and its prefixes.
        case match
        /// The same name with this pattern type.
        case exactly(AclPatternType)
    }

    /// The kind of resource.
    public var resourceType: AclResourceType?
    /// The name in the ACL.
    public var resourceName: String?
    /// How the name is meant.
    public var pattern: Pattern
    /// The principal in the ACL.
    public var principal: String?
    /// The host in the ACL.
    public var host: String?
    /// The operation in the ACL.
    public var operation: AclOperation?
    /// The permission of the ACL.
    public var permission: AclPermission?

    /// A filter that fits everything but for what is given.
    public init(
        resourceType: AclResourceType? = nil, resourceName: String? = nil, pattern: Pattern = .any,
        principal: String? = nil, host: String? = nil, operation: AclOperation? = nil,
        permission: AclPermission? = nil
    ) {
        self.resourceType = resourceType
        self.resourceName = resourceName
        self.pattern = pattern
        self.principal = principal
        self.host = host
        self.operation = operation
        self.permission = permission
    }

    /// Whether an ACL is one of those that are looked for.
    public func matches(_ binding: AclBinding) -> Bool {
        guard resourceType == nil || resourceType == binding.resourceType,
            operation == nil || operation == binding.operation,
            permission == nil || permission == binding.permission
        else { return false }
        if let principal, !sameBytes(principal, binding.principal) { return false }
        if let host, !sameBytes(host, binding.host) { return false }
        if case .exactly(let type) = pattern, type != binding.patternType { return false }
        guard let resourceName else { return true }
        switch pattern {
        case .any, .exactly: return sameBytes(resourceName, binding.resourceName)
        case .match: return binding.covers(resourceName)
        }
    }
}
