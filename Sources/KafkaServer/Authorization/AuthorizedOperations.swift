public import KafkaCoordination

/// The operations a client is told it may do (KIP-430), as bit sets over Kafka's operation numbers.
public enum AuthorizedOperations {
    /// What an answer carries when the client did not ask.
    public static let notRequested = Int32.min

    /// The set of these.
    public static func bits(_ operations: [AclOperation]) -> Int32 {
        operations.reduce(0) { $0 | (1 << Int32($1.rawValue)) }
    }
}
