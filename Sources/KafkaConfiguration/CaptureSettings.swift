/// What is recorded of the frames of clients, and where.
public struct CaptureSettings: Sendable, Equatable {
    /// `martlet.capture.directory`.
    public var directory: String
    /// `martlet.capture.listeners`, in capitals as the names of listeners are; empty stands for all.
    public var listeners: [String]
    /// `martlet.capture.file.bytes`.
    public var fileBytes: Int64
    /// `martlet.capture.files`.
    public var files: Int
    /// `martlet.capture.secrets`.
    public var keepsSecrets: Bool

    /// Nil when nothing is to be recorded.
    init?(_ layers: ConfigLayers) {
        guard let directory = layers.text("martlet.capture.directory"), !directory.isEmpty else { return nil }
        self.directory = directory
        listeners = layers.list("martlet.capture.listeners").map { $0.uppercased() }
        fileBytes = layers.integer("martlet.capture.file.bytes") ?? 0
        files = Int(layers.integer("martlet.capture.files") ?? 1)
        keepsSecrets = layers.boolean("martlet.capture.secrets")
    }

    /// Whether the frames of that listener are recorded.
    public func covers(_ listener: String) -> Bool {
        listeners.isEmpty || listeners.contains(listener)
    }
}
