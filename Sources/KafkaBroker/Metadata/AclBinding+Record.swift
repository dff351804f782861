import KafkaCoordination
import KafkaProtocol
import KafkaWire

extension AclBinding {
    /// The ACL of a record; nil when it holds what this broker does not know, such as operations of later releases.
    init?(_ record: AccessControlEntryRecord) {
        guard let type = AclResourceType(rawValue: record.resourceType),
            let pattern = AclPatternType(rawValue: record.patternType),
            let operation = AclOperation(rawValue: record.operation),
            let permission = AclPermission(rawValue: record.permissionType)
        else { return nil }
        self.init(
            type, record.resourceName, pattern, principal: record.principal, host: record.host, operation: operation,
            permission: permission)
    }

    func record(_ id: Uuid) -> AccessControlEntryRecord {
        AccessControlEntryRecord(
            id: id, resourceType: resourceType.rawValue, resourceName: resourceName,
            patternType: patternType.rawValue, principal: principal, host: host, operation: operation.rawValue,
            permissionType: permission.rawValue)
    }
}
