public import KafkaProtocol
public import KafkaWire
public import NIOCore

/// A record of `__consumer_offsets` as far as classic groups are concerned.
public enum GroupRecord: Sendable {
    /// What a group is, or nil: the group is gone.
    case groupMetadata(GroupMetadataKey, GroupMetadataValue?)
    /// A committed offset, or nil: it is gone.
    case offsetCommit(OffsetCommitKey, OffsetCommitValue?)
    /// A record of another kind (KIP-848 and share groups): kept in the log, without effect here.
    case other
}

extension GroupRecord {
    private static let groupMetadataKeyVersion: Int16 = 2
    private static let offsetCommitKeyVersion: Int16 = 1

    /// The record that this key and value say, a value of nil being a tombstone. The values' bytes stay slices.
    public init(key: ByteBuffer, value: ByteBuffer?) throws(WireError) {
        var key = key
        let keyVersion = try key.readVersion()
        switch keyVersion {
        case 0, Self.offsetCommitKeyVersion:
            self = .offsetCommit(
                try key.decodeMessage(OffsetCommitKey.self, version: keyVersion), try Self.decode(value))
        case Self.groupMetadataKeyVersion:
            self = .groupMetadata(
                try key.decodeMessage(GroupMetadataKey.self, version: keyVersion), try Self.decode(value))
        default:
            self = .other
        }
    }

    private static func decode<Value: WireMessage>(_ value: ByteBuffer?) throws(WireError) -> Value? {
        guard var value else { return nil }
        let version = try value.readVersion()
        return try value.decodeMessage(Value.self, version: version)
    }

    /// The key's bytes. Fails for names that are too long for the record's form, which requests can hold;
    /// empty for `other`.
    public func encodedKey() throws(WireError) -> ByteBuffer {
        var buffer = ByteBuffer()
        switch self {
        case .groupMetadata(let key, _):
            buffer.writeInteger(Self.groupMetadataKeyVersion)
            try buffer.writeMessage(key, version: Self.groupMetadataKeyVersion)
        case .offsetCommit(let key, _):
            buffer.writeInteger(Self.offsetCommitKeyVersion)
            try buffer.writeMessage(key, version: Self.offsetCommitKeyVersion)
        case .other:
            break
        }
        return buffer
    }

    /// The value's bytes, nil for a tombstone. Fails as `encodedKey` does.
    public func encodedValue() throws(WireError) -> ByteBuffer? {
        var buffer = ByteBuffer()
        switch self {
        case .groupMetadata(_, let value?):
            buffer.writeInteger(valueVersion)
            try buffer.writeMessage(value, version: valueVersion)
        case .offsetCommit(_, let value?):
            buffer.writeInteger(valueVersion)
            try buffer.writeMessage(value, version: valueVersion)
        case .groupMetadata(_, nil), .offsetCommit(_, nil), .other:
            return nil
        }
        return buffer
    }

    /// The version a value is written at, as Kafka 4 does: 3, or 1 for an offset with an expiry of its own,
    /// which later versions cannot hold.
    var valueVersion: Int16 {
        switch self {
        case .offsetCommit(_, let value?) where value.expireTimestamp != -1: 1
        default: 3
        }
    }
}

extension ByteBuffer {
    /// The version that stands before a key or value.
    fileprivate mutating func readVersion() throws(WireError) -> Int16 {
        guard let version: Int16 = readInteger() else {
            throw .truncated(needed: 2, available: readableBytes)
        }
        return version
    }
}
