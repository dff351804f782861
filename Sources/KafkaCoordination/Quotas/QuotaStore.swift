/// All quotas of a cluster. A pure value that changes only by ``set(_:_:_:)``.
public struct QuotaStore: Sendable {
    /// The quotas by whom they are for, with the keys as they were set.
    public private(set) var entities: [QuotaEntity: [String: Double]] = [:]
    /// Another number after every change.
    public private(set) var version = 0

    /// No quotas.
    public init() {}

    /// Whether nobody is limited.
    public var isEmpty: Bool { entities.isEmpty }

    /// Whether anybody has a quota of that kind.
    public func limits(_ kind: QuotaKind) -> Bool { entities.values.contains { $0[kind.rawValue] != nil } }

    /// Sets a quota; nil takes it away.
    public mutating func set(_ entity: QuotaEntity, _ key: String, _ value: Double?) {
        version &+= 1
        entities[entity, default: [:]][key] = value
        if entities[entity]?.isEmpty == true { entities[entity] = nil }
    }

    /// Who shares the quota that holds for a client, and its value; nil when nothing limits it. The first of these that
    /// is set holds, in Kafka's order: user and client id, user, client id, and at each step the named one before the
    /// default.
    public func limit(_ kind: QuotaKind, user: String, clientId: String) -> (holder: QuotaHolder, value: Double)? {
        guard !entities.isEmpty else { return nil }
        let both = QuotaHolder(user: user, clientId: clientId)
        for name in [QuotaEntity.Name.named(user), .everyOther] {
            for client in [QuotaEntity.Name.named(clientId), .everyOther] {
                if let value = value(kind, [.user: name, .clientId: client]) { return (both, value) }
            }
            if let value = value(kind, [.user: name]) { return (QuotaHolder(user: user, clientId: nil), value) }
        }
        for client in [QuotaEntity.Name.named(clientId), .everyOther] {
            if let value = value(kind, [.clientId: client]) {
                return (QuotaHolder(user: nil, clientId: clientId), value)
            }
        }
        return nil
    }

    /// Connections a second that an address may make; nil when nothing limits it.
    public func connectionLimit(ip: String) -> Double? {
        value(.connection, [.ip: .named(ip)]) ?? value(.connection, [.ip: .everyOther])
    }

    private func value(_ kind: QuotaKind, _ parts: [QuotaEntity.Part: QuotaEntity.Name]) -> Double? {
        entities[QuotaEntity(parts)]?[kind.rawValue]
    }
}

/// Those whose use is counted together.
public struct QuotaHolder: Hashable, Sendable {
    let user: String?
    let clientId: String?
}
