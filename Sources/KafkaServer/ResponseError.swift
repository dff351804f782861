public import KafkaWire

/// Why an answer could not be written.
public enum ResponseError: Error, Sendable, Equatable {
    /// The message has no form at the version asked for.
    case encoding(WireError)
    /// A token of `Records.external` was not resolved, or resolved to another length than the message says.
    case unresolvedSegment(token: Int)
    /// The file could not be read: `errno`, or 0 when it is shorter than the segment says.
    case file(errno: Int32)
    /// The answer does not fit into a frame (2 GiB).
    case tooLarge
}
