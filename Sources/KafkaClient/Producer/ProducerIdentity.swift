/// What makes a producer idempotent: the id and epoch that the broker gave (KIP-98).
struct ProducerIdentity: Sendable, Equatable {
    var id: Int64
    var epoch: Int16
    /// Counts identities of this producer from 1; sequence numbers begin anew with each.
    var version: Int

    /// Not idempotent.
    static let none = ProducerIdentity(id: -1, epoch: -1, version: 0)

    var isIdempotent: Bool { id >= 0 }
}
