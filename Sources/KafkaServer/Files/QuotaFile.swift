public import KafkaCoordination

/// Client quotas as a file has them: one entity a line, with the keys of kafka-configs.
///
///     user=alice client-id=loader producer_byte_rate=1048576 consumer_byte_rate=2097152 request_percentage=200
///
/// `<default>` as a name stands for those that have no quota of their own.
public enum QuotaFile {
    private static let defaultName = "<default>"

    /// The quotas of a text.
    public static func parse(_ text: String) throws(SettingsLine.Problem) -> QuotaStore {
        var store = QuotaStore()
        try SettingsLine.read(text) { line throws(SettingsLine.Problem) in
            if line.take(QuotaKind.mutation.rawValue) != nil || line.take(QuotaKind.connection.rawValue) != nil {
                throw SettingsLine.Problem("changes to topics and connections are limited by the cluster, not here")
            }
            var parts: [QuotaEntity.Part: QuotaEntity.Name] = [:]
            for part in [QuotaEntity.Part.user, .clientId] {
                guard let name = line.take(part.rawValue) else { continue }
                parts[part] = name == defaultName ? .everyOther : .named(name)
            }
            guard !parts.isEmpty else { throw SettingsLine.Problem("it must name a user or a client-id") }
            let entity = QuotaEntity(parts)
            guard store.entities[entity] == nil else { throw SettingsLine.Problem("the same entity has a line before") }
            var count = 0
            for kind in [QuotaKind.produce, .fetch, .request] {
                guard let text = line.take(kind.rawValue) else { continue }
                guard let value = Double(text), value.isFinite, value > 0 else {
                    throw SettingsLine.Problem("\(kind.rawValue) must be a number above 0")
                }
                store.set(entity, kind.rawValue, value)
                count += 1
            }
            guard count > 0 else { throw SettingsLine.Problem("it limits nothing") }
        }
        return store
    }
}
