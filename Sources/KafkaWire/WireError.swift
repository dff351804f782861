/// What can be wrong with bytes that are read, or with a message that is to be written.
///
/// An error never says more than the wire does: which API and which client it came from is known to the caller.
/// It is indirect so that the code around each of thousands of reads has one word to carry in the rare case.
public indirect enum WireError: Error, Equatable, Sendable {
    /// The bytes end before the value does; `needed` more bytes than the `available` ones would be read.
    case truncated(needed: Int, available: Int)
    /// A length or count below zero where none is allowed (only -1 stands for null, and only where null is allowed).
    case negativeLength(Int)
    /// A length or count that what is left of the bytes cannot hold.
    case lengthExceedsRemaining(length: Int, remaining: Int)
    /// The message would decode to more memory than its size justifies (see ``WireReader/defaultMemoryBudget(for:)``).
    case memoryBudgetExceeded
    /// A string longer than the 32,767 bytes that Kafka allows in both encodings.
    case stringTooLong(Int)
    /// A value too long for its length prefix.
    case tooLong(Int)
    /// Null, in a field or at a version that does not allow it.
    case nullNotAllowed
    /// Bytes that are not UTF-8 in a string.
    case invalidUTF8
    /// A variable-length integer of more bytes than its type can need.
    case varintTooLong
    /// Tagged fields whose tags do not ascend, as KIP-482 demands.
    case tagOutOfOrder(UInt32)
    /// A tagged field whose value is shorter or longer than the size before it.
    case tagSizeMismatch(tag: UInt32)
    /// A version of the message that is not known.
    case unsupportedVersion(Int16)
    /// A field that is set to something other than its default has no place at this version and must not be dropped.
    case notRepresentable(field: String, version: Int16)
}
