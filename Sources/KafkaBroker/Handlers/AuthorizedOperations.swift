/// The operations a client is told it may do (KIP-430), as bit sets over Kafka's operation numbers.
/// Without an authorizer everything that a resource knows is allowed.
enum AuthorizedOperations {
    /// What an answer carries when the client did not ask.
    static let notRequested = Int32.min
    /// Read, write, create, delete, alter, describe, describe configs, alter configs.
    static let topic: Int32 = bits([3, 4, 5, 6, 7, 8, 10, 11])
    /// Create, alter, describe, cluster action, describe configs, alter configs, idempotent write.
    static let cluster: Int32 = bits([5, 7, 8, 9, 10, 11, 12])
    /// Read, delete, describe.
    static let group: Int32 = bits([3, 6, 8])

    private static func bits(_ operations: [Int32]) -> Int32 {
        operations.reduce(0) { $0 | (1 << $1) }
    }
}
