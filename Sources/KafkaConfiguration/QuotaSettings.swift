/// How quotas are measured. Each property is named after its key, without its `quota.`.
public struct QuotaSettings: Sendable, Equatable {
    /// `quota.window.num`
    public var windowNum: Int
    /// `quota.window.size.seconds`
    public var windowSizeSeconds: Int64
    /// `controller.quota.window.num`
    public var controllerWindowNum: Int
    /// `controller.quota.window.size.seconds`
    public var controllerWindowSizeSeconds: Int64

    init(_ layers: ConfigLayers) {
        windowNum = Int(layers.integer("quota.window.num") ?? 11)
        windowSizeSeconds = layers.integer("quota.window.size.seconds") ?? 1
        controllerWindowNum = Int(layers.integer("controller.quota.window.num") ?? 11)
        controllerWindowSizeSeconds = layers.integer("controller.quota.window.size.seconds") ?? 1
    }
}
