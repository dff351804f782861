/// Whether clients should be sent here.
public enum Readiness: Sendable, Equatable {
    case ready
    /// Not now, for a reason in one line.
    case notReady(String)
}
