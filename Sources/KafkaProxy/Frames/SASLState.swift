/// How far a connection's authentication by SASL has come, as its frames show it.
public enum SASLState: UInt8, Sendable, Hashable {
    /// None has begun.
    case none = 0
    /// A mechanism was agreed on and its messages are exchanged.
    case underway = 1
    /// The broker accepted them.
    case authenticated = 2
}
