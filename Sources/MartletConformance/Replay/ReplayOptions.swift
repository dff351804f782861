/// How a recording is played.
public struct ReplayOptions: Sendable {
    /// Whether requests wait for the time at which they were recorded.
    public var keepsTime: Bool
    /// How long an answer may take beyond what it took in the recording, in milliseconds.
    public var patience: Int64

    /// With what SASL exchanges are done anew; nil to send them as recorded.
    public var credentials: SaslCredentials?

    /// Full speed, and ten seconds for an answer.
    public init(keepsTime: Bool = false, patience: Int64 = 10_000, credentials: SaslCredentials? = nil) {
        self.keepsTime = keepsTime
        self.patience = patience
        self.credentials = credentials
    }
}
