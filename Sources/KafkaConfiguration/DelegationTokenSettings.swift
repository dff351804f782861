/// How long delegation tokens last. Each property is named after its key, without `delegation.token`.
public struct DelegationTokenSettings: Sendable, Equatable {
    public var maxLifetimeMs: Int64
    public var expiryTimeMs: Int64
    public var expiryCheckIntervalMs: Int64

    init(_ layers: ConfigLayers) {
        maxLifetimeMs = layers.integer("delegation.token.max.lifetime.ms") ?? 0
        expiryTimeMs = layers.integer("delegation.token.expiry.time.ms") ?? 0
        expiryCheckIntervalMs = layers.integer("delegation.token.expiry.check.interval.ms") ?? 0
    }
}
