import KafkaCoordination
import KafkaProtocol
import KafkaServer
import KafkaWire

/// CreateAcls, DescribeAcls and DeleteAcls, versions 1 to 3 (KIP-140, KIP-290): the access rules themselves.
///
/// Without an authorizer they have nothing to work on and answer SECURITY_DISABLED.
extension BrokerEngine {
    private typealias Refusal = MetadataTransaction.Refusal

    func createAcls(_ message: CreateAclsRequest, _ origin: Request.Origin) async -> CreateAclsResponse {
        guard broker.authorizer != nil else {
            return message.refused(.securityDisabled, "No Authorizer is configured.", version: origin.apiVersion)
        }
        do throws(MetadataTransaction.Refusal) {
            let refusals = try await broker.controller.change {
                (transaction) throws(MetadataTransaction.Refusal) -> [MetadataTransaction.Refusal?] in
                var generator = SystemRandomNumberGenerator()
                var refusals: [MetadataTransaction.Refusal?] = []
                for creation in message.creations {
                    do throws(MetadataTransaction.Refusal) {
                        try transaction.createAcl(try Self.binding(creation), using: &generator)
                        refusals.append(nil)
                    } catch {
                        refusals.append(error)
                    }
                }
                return refusals
            }
            return CreateAclsResponse(
                results: refusals.map {
                    .init(errorCode: ($0?.code ?? .none).rawValue, errorMessage: $0 == nil ? "" : $0?.message)
                })
        } catch {
            return message.refused(error.code, error.message ?? "", version: origin.apiVersion)
        }
    }

    func describeAcls(_ message: DescribeAclsRequest, _ request: Request) -> DescribeAclsResponse {
        guard let authorizer = broker.authorizer else {
            return message.refused(
                .securityDisabled, "No Authorizer is configured on the broker", version: request.apiVersion)
        }
        let filter: AclFilter
        do throws(MetadataTransaction.Refusal) {
            filter = try AclFilter(
                resourceType: message.resourceTypeFilter, resourceName: message.resourceNameFilter,
                patternType: message.patternTypeFilter, principal: message.principalFilter, host: message.hostFilter,
                operation: message.operation, permission: message.permissionType)
        } catch {
            return message.refused(error.code, error.message ?? "", version: request.apiVersion)
        }
        var places: [Pattern: Int] = [:]
        var response = DescribeAclsResponse(errorCode: 0, errorMessage: "")
        for (_, binding) in authorizer.acls.matching(filter) {
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

    func deleteAcls(_ message: DeleteAclsRequest, _ origin: Request.Origin) async -> DeleteAclsResponse {
        guard broker.authorizer != nil else {
            return message.refused(.securityDisabled, "No Authorizer is configured.", version: origin.apiVersion)
        }
        do throws(MetadataTransaction.Refusal) {
            let results = try await broker.controller.change {
                (transaction) throws(MetadataTransaction.Refusal) -> [DeleteAclsResponse.DeleteAclsFilterResult] in
                // What two filters look for is told to both, so all are looked for before any is removed.
                let before = transaction
                return message.filters.map { filter in
                    Self.delete(filter, &transaction, before)
                }
            }
            return DeleteAclsResponse(filterResults: results)
        } catch {
            return message.refused(error.code, error.message ?? "", version: origin.apiVersion)
        }
    }

    private static func delete(
        _ asked: DeleteAclsRequest.DeleteAclsFilter, _ transaction: inout MetadataTransaction,
        _ before: MetadataTransaction
    ) -> DeleteAclsResponse.DeleteAclsFilterResult {
        do throws(MetadataTransaction.Refusal) {
            let filter = try AclFilter(
                resourceType: asked.resourceTypeFilter, resourceName: asked.resourceNameFilter,
                patternType: asked.patternTypeFilter, principal: asked.principalFilter, host: asked.hostFilter,
                operation: asked.operation, permission: asked.permissionType)
            _ = try transaction.deleteAcls(filter)
            return .init(
                errorCode: 0, errorMessage: nil,
                matchingAcls: before.image.acls.matching(filter).map(\.binding).map {
                    .init(
                        errorCode: 0, errorMessage: nil, resourceType: $0.resourceType.rawValue,
                        resourceName: $0.resourceName, patternType: $0.patternType.rawValue, principal: $0.principal,
                        host: $0.host, operation: $0.operation.rawValue, permissionType: $0.permission.rawValue)
                })
        } catch {
            return .init(errorCode: error.code.rawValue, errorMessage: error.message)
        }
    }

    /// The ACL of a request, checked as Kafka's controller does.
    private static func binding(
        _ asked: CreateAclsRequest.AclCreation
    ) throws(MetadataTransaction.Refusal) -> AclBinding {
        func invalid(_ message: String) -> MetadataTransaction.Refusal { .init(.invalidRequest, message) }
        guard let type = AclResourceType(rawValue: asked.resourceType) else {
            throw invalid("Invalid resourceType \(asked.resourceType)")
        }
        guard !asked.resourceName.isEmpty else { throw invalid("Resource name should not be empty") }
        guard type != .cluster || asked.resourceName == AclResource.clusterName else {
            throw invalid("The only valid name for the CLUSTER resource is \(AclResource.clusterName)")
        }
        guard let pattern = AclPatternType(rawValue: asked.resourcePatternType) else {
            throw invalid("Invalid patternType \(asked.resourcePatternType)")
        }
        guard let operation = AclOperation(rawValue: asked.operation) else {
            throw invalid("Invalid operation \(asked.operation)")
        }
        guard let permission = AclPermission(rawValue: asked.permissionType) else {
            throw invalid("Invalid permissionType \(asked.permissionType)")
        }
        // An ACL for a principal that nobody can be would look like one that works.
        guard let colon = asked.principal.firstIndex(of: ":"), colon != asked.principal.startIndex,
            asked.principal.index(after: colon) != asked.principal.endIndex
        else {
            throw invalid("Could not parse principal from `\(asked.principal)`; it must be such as User:alice")
        }
        return AclBinding(
            type, asked.resourceName, pattern, principal: asked.principal, host: asked.host, operation: operation,
            permission: permission)
    }
}

extension AclFilter {
    /// A filter as it comes in requests, where 1 stands for anything.
    init(
        resourceType: Int8, resourceName: String?, patternType: Int8, principal: String?, host: String?,
        operation: Int8, permission: Int8
    ) throws(MetadataTransaction.Refusal) {
        let unknownPattern = MetadataTransaction.Refusal(.invalidRequest, "Unknown patternFilter.")
        let unknownEntry = MetadataTransaction.Refusal(.invalidRequest, "Unknown entryFilter.")
        func known<Value: RawRepresentable<Int8>>(
            _ type: Value.Type, _ number: Int8, or refusal: MetadataTransaction.Refusal
        ) throws(MetadataTransaction.Refusal) -> Value? {
            guard number != 1 else { return nil }
            guard let value = Value(rawValue: number) else { throw refusal }
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
