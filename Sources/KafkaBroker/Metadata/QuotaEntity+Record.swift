import KafkaCoordination
import KafkaProtocol

extension QuotaEntity {
    /// The entity of a record; nil when it has parts that this broker does not know.
    init?(_ record: ClientQuotaRecord) {
        var parts: [Part: Name] = [:]
        for entity in record.entity {
            guard let part = Part(rawValue: entity.entityType) else { return nil }
            parts[part] = Name(entity.entityName)
        }
        self.init(parts)
    }

    /// The parts in one order, so that the same entity is always written in the same way.
    var sortedParts: [(type: String, name: String?)] {
        parts.map { (type: $0.key.rawValue, name: $0.value.text) }.sorted { $0.type < $1.type }
    }
}
