/// The states of a classic group. What Kafka calls Dead is, here, a group that the shard does not have.
public enum GroupState: String, Sendable {
    /// No members; perhaps committed offsets.
    case empty = "Empty"
    /// Members are being asked to join again.
    case preparingRebalance = "PreparingRebalance"
    /// All have joined; the leader's assignment is awaited.
    case completingRebalance = "CompletingRebalance"
    /// Every member can have its assignment.
    case stable = "Stable"
}
