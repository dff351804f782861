public import KafkaCoordination
public import KafkaProtocol
public import KafkaWire

/// A filter of DescribeAcls or DeleteAcls that makes no sense.
public struct AclFilterProblem: Error, Equatable {
    /// For the client.
    public let message: String
    /// Kafka's code for it.
    public static let code = ErrorCode.invalidRequest
}

extension AclStore {
    /// The answer to a DescribeAcls.
    public func describe(_ message: DescribeAclsRequest) -> DescribeAclsResponse {
        let filter: AclFilter
        do throws(AclFilterProblem) {
            filter = try AclFilter(
                resourceType: message.resourceTypeFilter, resourceName: message.resourceNameFilter,
                patternType: message.patternTypeFilter, principal: message.principalFilter, host: message.hostFilter,
                operation: message.operation, permission: message.permissionType)
        } catch {
            return DescribeAclsResponse(errorCode: AclFilterProblem.code.rawValue, errorMessage: error.message)
        }
        var places: [Pattern: Int] = [:]
        var response = DescribeAclsResponse(errorCode: 0, errorMessage: "")
        for (_, binding) in matching(filter) {
            let pattern = Pattern(
                type: binding.resourceType, name: binding.resourceName, patternType: binding.patternType)
            let place = places[pattern] ?? response.resources.count
            if places.updateValue(place, forKey: pattern) == nil {
                response.resources.append(
                    .init(
                        resourceType: pattern.type.rawValue, resourceName: pattern.name,
                        patternType: pattern.patternType.rawValue))
            }
            response.resources[place].acls.append(
                .init(
                    principal: binding.principal, host: binding.host, operation: binding.operation.rawValue,
                    permissionType: binding.permission.rawValue))
        }
        return response
    }

    private struct Pattern: Hashable {
        let type: AclResourceType
        let name: String
        let patternType: AclPatternType
    }
}

extension AclFilter {
    /// A filter as it comes in requests, where 1 stands for anything.
    public init(
        resourceType: Int8, resourceName: String?, patternType: Int8, principal: String?, host: String?,
        operation: Int8, permission: Int8
    ) throws(AclFilterProblem) {
        let unknownPattern = AclFilterProblem(message: "Unknown patternFilter.")
        let unknownEntry = AclFilterProblem(message: "Unknown entryFilter.")
        func known<Value: RawRepresentable<Int8>>(
            _ type: Value.Type, _ number: Int8, or problem: AclFilterProblem
        ) throws(AclFilterProblem) -> Value? {
            guard number != 1 else { return nil }
            guard let value = Value(rawValue: number) else { throw problem }
            return value
        }
        let pattern: Pattern
        switch patternType {
        case 1: pattern = .any
        case 2: pattern = .match
        default:
            guard let type = AclPatternType(rawValue: patternType) else { throw unknownPattern }
            pattern = .exactly(type)
        }
        self.init(
            resourceType: try known(AclResourceType.self, resourceType, or: unknownPattern),
            resourceName: resourceName, pattern: pattern, principal: principal, host: host,
            operation: try known(AclOperation.self, operation, or: unknownEntry),
            permission: try known(AclPermission.self, permission, or: unknownEntry))
    }
}
