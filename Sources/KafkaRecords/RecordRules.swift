/// What a topic asks of each record that a client produces.
public struct RecordRules: Equatable, Sendable {
    /// Compacted topics need keys.
    public var requiresKeys: Bool
    /// Timestamps that are taken, in milliseconds (`message.timestamp.before.max.ms` and `.after.max.ms` about now);
    /// nil takes all. A record without a timestamp (-1) always passes.
    public var timestamps: ClosedRange<Int64>?

    public init(requiresKeys: Bool = false, timestamps: ClosedRange<Int64>? = nil) {
        self.requiresKeys = requiresKeys
        self.timestamps = timestamps
    }

    /// Whether every record passes, so that none need be looked at.
    public var isEmpty: Bool { !requiresKeys && timestamps == nil }

    /// The first rule that a record breaks: the key comes before the timestamp.
    func broken(hasKey: Bool, timestamp: Int64) -> RecordRejection.Reason? {
        if requiresKeys, !hasKey { return .missingKey }
        if let timestamps, timestamp != -1, !timestamps.contains(timestamp) { return .timestamp(timestamp) }
        return nil
    }
}

/// A record that breaks a rule, for the produce answer's list of record errors (KIP-467).
public struct RecordRejection: Equatable, Sendable {
    public enum Reason: Equatable, Sendable {
        case missingKey
        /// The record's timestamp is out of bounds.
        case timestamp(Int64)
    }

    /// The record's position in its batch.
    public var index: Int
    public var reason: Reason

    public init(index: Int, reason: Reason) {
        self.index = index
        self.reason = reason
    }
}
