import KafkaCoordination
import KafkaProtocol
import KafkaServer
import KafkaWire

/// DescribeClientQuotas and AlterClientQuotas, versions 0 to 1 (KIP-546).
extension BrokerEngine {
    func describeClientQuotas(
        _ message: DescribeClientQuotasRequest, _ request: Request
    ) -> DescribeClientQuotasResponse {
        do throws(MetadataTransaction.Refusal) {
            let wanted = try Self.filter(message.components)
            let found = broker.quotas.store.entities.filter { entity, _ in
                wanted.allSatisfy { part, name in
                    guard let own = entity.parts[part] else { return false }
                    return name == nil || name == own
                } && (!message.strict || entity.parts.count == wanted.count)
            }
            return DescribeClientQuotasResponse(
                errorCode: 0, errorMessage: "",
                entries: found.map { entity, values in
                    .init(
                        entity: entity.sortedParts.map { .init(entityType: $0.type, entityName: $0.name) },
                        values: values.sorted { $0.key < $1.key }.map { .init(key: $0.key, value: $0.value) })
                })
        } catch {
            return DescribeClientQuotasResponse(
                errorCode: error.code.rawValue, errorMessage: error.message, entries: nil)
        }
    }

    /// What each part has to be: a name, or (nil) anything.
    private static func filter(
        _ components: [DescribeClientQuotasRequest.ComponentData]
    ) throws(MetadataTransaction.Refusal) -> [QuotaEntity.Part: QuotaEntity.Name?] {
        var wanted: [QuotaEntity.Part: QuotaEntity.Name?] = [:]
        for component in components {
            guard !component.entityType.isEmpty else { throw .init(.invalidRequest, "Invalid empty entity type.") }
            guard let part = QuotaEntity.Part(rawValue: component.entityType) else {
                throw .init(.unsupportedVersion, "Unsupported entity type \(component.entityType)")
            }
            guard wanted[part] == nil else {
                throw .init(
                    .invalidRequest, "Entity type \(part.rawValue) cannot appear more than once in the filter.")
            }
            switch (component.matchType, component.match) {
            case (0, let name?): wanted[part] = .some(.named(name))
            case (1, nil): wanted[part] = .some(.everyOther)
            case (2, nil): wanted[part] = .some(nil)
            case (0...2, _): throw .init(.invalidRequest, "The match type and the match string do not fit.")
            default: throw .init(.invalidRequest, "Unknown match type \(component.matchType)")
            }
        }
        guard wanted[.ip] == nil || wanted.count == 1 else {
            throw .init(
                .invalidRequest,
                "Invalid entity filter component combination: ip cannot be used with user or client-id.")
        }
        return wanted
    }

    func alterClientQuotas(
        _ message: AlterClientQuotasRequest, _ origin: Request.Origin
    ) async -> AlterClientQuotasResponse {
        func answer(
            _ entry: AlterClientQuotasRequest.EntryData, _ refusal: MetadataTransaction.Refusal?
        ) -> AlterClientQuotasResponse.EntryData {
            .init(
                errorCode: (refusal?.code ?? .none).rawValue, errorMessage: refusal?.message,
                entity: entry.entity.map { .init(entityType: $0.entityType, entityName: $0.entityName) })
        }
        do throws(MetadataTransaction.Refusal) {
            let refusals = try await broker.controller.change(validateOnly: message.validateOnly) {
                (transaction) throws(MetadataTransaction.Refusal) -> [MetadataTransaction.Refusal?] in
                var refusals: [MetadataTransaction.Refusal?] = []
                for entry in message.entries {
                    do throws(MetadataTransaction.Refusal) {
                        try transaction.alterQuotas(entry)
                        refusals.append(nil)
                    } catch {
                        refusals.append(error)
                    }
                }
                return refusals
            }
            return AlterClientQuotasResponse(entries: zip(message.entries, refusals).map(answer))
        } catch {
            return AlterClientQuotasResponse(entries: message.entries.map { answer($0, error) })
        }
    }
}
