public import KafkaCoordination

/// Client quotas as a file has them: one entity a line, with the keys of kafka-configs.
///
///     user=alice client-id=loader producer_byte_rate=1048576 consumer_byte_rate=2097152 request_percentage=200
///     ip=10.0.0.7 connection_creation_rate=5
///
/// `<default>` as a name stands for those that have no quota of their own.
public enum QuotaFile {
    private static let defaultName = "<default>"

    /// The quotas of a text.
    public static func parse(_ text: String) throws(SettingsLine.Problem) -> QuotaStore {
        var store = QuotaStore()
        try SettingsLine.read(text) { line throws(SettingsLine.Problem) in
            let entity = try entity(&line)
            guard store.entities[entity] == nil else { throw SettingsLine.Problem("the same entity has a line before") }
            var count = 0
            for kind in QuotaKind.allCases {
                guard let text = line.take(kind.rawValue) else { continue }
                guard kind.isForAddresses == (entity.parts[.ip] != nil) else {
                    let whom = kind.isForAddresses ? "an ip" : "a user or a client-id"
                    throw SettingsLine.Problem("\(kind.rawValue) is for \(whom)")
                }
                store.set(entity, kind.rawValue, try value(text, kind))
                count += 1
            }
            guard count > 0 else { throw SettingsLine.Problem("it limits nothing") }
        }
        return store
    }

    private static func entity(_ line: inout SettingsLine) throws(SettingsLine.Problem) -> QuotaEntity {
        var parts: [QuotaEntity.Part: QuotaEntity.Name] = [:]
        for part in QuotaEntity.Part.allCases {
            guard var name = line.take(part.rawValue) else { continue }
            if part == .ip, name != defaultName {
                guard let address = JavaAddress.literal(name) else {
                    throw SettingsLine.Problem("ip must be an address")
                }
                name = address
            }
            parts[part] = name == defaultName ? .everyOther : .named(name)
        }
        guard !parts.isEmpty else { throw SettingsLine.Problem("it must name a user, a client-id or an ip") }
        guard parts[.ip] == nil || parts.count == 1 else {
            throw SettingsLine.Problem("ip cannot stand beside user or client-id")
        }
        return QuotaEntity(parts)
    }

    private static func value(_ text: String, _ kind: QuotaKind) throws(SettingsLine.Problem) -> Double {
        guard let value = Double(text), value.isFinite, value > 0 else {
            throw SettingsLine.Problem("\(kind.rawValue) must be a number above 0")
        }
        // As in Kafka.
        guard kind != .connection || value == value.rounded() && value <= Double(Int32.max) else {
            throw SettingsLine.Problem("\(kind.rawValue) must be a whole number")
        }
        return value
    }
}
