/// How a recording is played.
public struct ReplayOptions: Sendable {
    /// Whether requests wait for the time at which they were recorded.
    public var keepsTime: Bool
    /// How long an answer may take beyond what it took in the recording, in milliseconds.
    public var patience: Int64

    /// Full speed, and ten seconds for an answer.
    public init(keepsTime: Bool = false, patience: Int64 = 10_000) {
        self.keepsTime = keepsTime
        self.patience = patience
    }
}
