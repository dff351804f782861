import KafkaCoordination
import KafkaProtocol
import KafkaWire

extension MetadataTransaction {
    /// Sets and removes quotas of one entity (KIP-546); nothing of it when one of them is not valid.
    mutating func alterQuotas(_ entry: AlterClientQuotasRequest.EntryData) throws(Refusal) {
        let entity = try Self.entity(entry.entity)
        try checkRoom(for: entry.ops.count)
        for op in entry.ops where !op.remove { try Self.check(op, of: entity) }
        for op in entry.ops {
            let current = image.quotas.entities[entity]?[op.key]
            guard current != (op.remove ? nil : op.value) else { continue }
            append(
                .clientQuota(
                    ClientQuotaRecord(
                        entity: entity.sortedParts.map { .init(entityType: $0.type, entityName: $0.name) },
                        key: op.key, value: op.remove ? 0 : op.value, remove: op.remove)))
        }
    }

    private static func entity(
        _ asked: [AlterClientQuotasRequest.EntityData]
    ) throws(Refusal) -> QuotaEntity {
        var parts: [QuotaEntity.Part: QuotaEntity.Name] = [:]
        for entity in asked {
            guard let part = QuotaEntity.Part(rawValue: entity.entityType) else {
                throw Refusal(.invalidRequest, "Unhandled client quota entity type: \(entity.entityType)")
            }
            guard parts[part] == nil else {
                throw Refusal(
                    .invalidRequest, "Invalid client quota entity, duplicate entity entry \(entity.entityType)")
            }
            guard entity.entityName != "" else {
                throw Refusal(.invalidRequest, "Empty \(entity.entityType) not supported")
            }
            parts[part] = .init(entity.entityName)
        }
        guard !parts.isEmpty, parts[.ip] == nil || parts.count == 1 else {
            throw Refusal(.invalidRequest, "Invalid empty client quota entity")
        }
        return QuotaEntity(parts)
    }

    private static func check(_ op: AlterClientQuotasRequest.OpData, of entity: QuotaEntity) throws(Refusal) {
        guard let kind = QuotaKind(rawValue: op.key), kind.isForAddresses == (entity.parts[.ip] != nil) else {
            throw Refusal(.invalidRequest, "Invalid configuration key \(op.key)")
        }
        guard op.value.isFinite, op.value >= 0 else {
            throw Refusal(.invalidRequest, "Configuration \(op.key) must be at least 0")
        }
        let isWhole = (op.value - op.value.rounded()).magnitude <= 1e-6
        guard isWhole || kind == .request || kind == .mutation else {
            throw Refusal(
                .invalidRequest,
                kind == .connection
                    ? "\(op.key) cannot be a fractional value."
                    : "Configuration \(op.key) must be a Long value")
        }
        guard kind != .connection || op.value <= Double(Int32.max) else {
            throw Refusal(.invalidRequest, "Proposed value for \(op.key) is too large for an INT.")
        }
    }
}
