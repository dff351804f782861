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
        return authorizer.acls.describe(message)
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
        let filter: AclFilter
        do throws(AclFilterProblem) {
            filter = try AclFilter(
                resourceType: asked.resourceTypeFilter, resourceName: asked.resourceNameFilter,
                patternType: asked.patternTypeFilter, principal: asked.principalFilter, host: asked.hostFilter,
                operation: asked.operation, permission: asked.permissionType)
        } catch {
            return .init(errorCode: AclFilterProblem.code.rawValue, errorMessage: error.message)
        }
        do throws(MetadataTransaction.Refusal) {
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
