import KafkaProtocol
import KafkaWire
import NIOCore

/// A record of `__cluster_metadata`: what the broker acts on by name, everything else by its number alone.
///
/// On disk a record's value is a frame: an unsigned varint 1 (the frame's version), the record kind and the record's
/// version as unsigned varints, then the record's fields (KIP-631).
enum MetadataRecord: Sendable {
    case registerBroker(RegisterBrokerRecord)
    case unregisterBroker(UnregisterBrokerRecord)
    case topic(TopicRecord)
    case partition(PartitionRecord)
    case config(ConfigRecord)
    case partitionChange(PartitionChangeRecord)
    case removeTopic(RemoveTopicRecord)
    case featureLevel(FeatureLevelRecord)
    case producerIds(ProducerIdsRecord)
    case brokerRegistrationChange(BrokerRegistrationChangeRecord)
    case clientQuota(ClientQuotaRecord)
    case accessControlEntry(AccessControlEntryRecord)
    case removeAccessControlEntry(RemoveAccessControlEntryRecord)
    case registerController(RegisterControllerRecord)
    case noOp(NoOpRecord)
    case userScramCredential(UserScramCredentialRecord)
    case removeUserScramCredential(RemoveUserScramCredentialRecord)
    case delegationToken(DelegationTokenRecord)
    case removeDelegationToken(RemoveDelegationTokenRecord)
    case beginTransaction(BeginTransactionRecord)
    case endTransaction(EndTransactionRecord)
    case abortTransaction(AbortTransactionRecord)
    case other(kind: Int, version: Int)

    /// The version of the frame around every record.
    static let frameVersion: UInt32 = 1

    /// Reads a record's value. Kinds that are not known here come back as ``other(kind:version:)``.
    init(decoding value: ByteBuffer) throws(WireError) {
        var value = value
        let frameVersion = try value.readMetadataVarint()
        guard frameVersion == Self.frameVersion else {
            throw WireError.unsupportedVersion(Int16(clamping: frameVersion))
        }
        let kind = try value.readMetadataVarint()
        let version = Int16(clamping: try value.readMetadataVarint())
        switch kind {
        case 0: self = .registerBroker(try value.decodeMessage(RegisterBrokerRecord.self, version: version))
        case 1: self = .unregisterBroker(try value.decodeMessage(UnregisterBrokerRecord.self, version: version))
        case 2: self = .topic(try value.decodeMessage(TopicRecord.self, version: version))
        case 3: self = .partition(try value.decodeMessage(PartitionRecord.self, version: version))
        case 4: self = .config(try value.decodeMessage(ConfigRecord.self, version: version))
        case 5: self = .partitionChange(try value.decodeMessage(PartitionChangeRecord.self, version: version))
        case 9: self = .removeTopic(try value.decodeMessage(RemoveTopicRecord.self, version: version))
        case 10: self = .delegationToken(try value.decodeMessage(DelegationTokenRecord.self, version: version))
        case 11: self = .userScramCredential(try value.decodeMessage(UserScramCredentialRecord.self, version: version))
        case 22:
            self = .removeUserScramCredential(
                try value.decodeMessage(RemoveUserScramCredentialRecord.self, version: version))
        case 26:
            self = .removeDelegationToken(try value.decodeMessage(RemoveDelegationTokenRecord.self, version: version))
        case 12: self = .featureLevel(try value.decodeMessage(FeatureLevelRecord.self, version: version))
        case 14: self = .clientQuota(try value.decodeMessage(ClientQuotaRecord.self, version: version))
        case 15: self = .producerIds(try value.decodeMessage(ProducerIdsRecord.self, version: version))
        case 17:
            self = .brokerRegistrationChange(
                try value.decodeMessage(BrokerRegistrationChangeRecord.self, version: version))
        case 18:
            self = .accessControlEntry(try value.decodeMessage(AccessControlEntryRecord.self, version: version))
        case 19:
            self = .removeAccessControlEntry(
                try value.decodeMessage(RemoveAccessControlEntryRecord.self, version: version))
        case 20: self = .noOp(try value.decodeMessage(NoOpRecord.self, version: version))
        case 23: self = .beginTransaction(try value.decodeMessage(BeginTransactionRecord.self, version: version))
        case 24: self = .endTransaction(try value.decodeMessage(EndTransactionRecord.self, version: version))
        case 25: self = .abortTransaction(try value.decodeMessage(AbortTransactionRecord.self, version: version))
        case 27: self = .registerController(try value.decodeMessage(RegisterControllerRecord.self, version: version))
        default: self = .other(kind: Int(kind), version: Int(version))
        }
    }

    /// The record's value as it stands in the log, at the versions that `metadata.version` 3.9-IV0 calls for.
    func encoded() throws(WireError) -> ByteBuffer {
        switch self {
        case .registerBroker(let record): try Self.frame(record, version: 3)
        case .unregisterBroker(let record): try Self.frame(record, version: 0)
        case .topic(let record): try Self.frame(record, version: 0)
        case .partition(let record): try Self.frame(record, version: 1)
        case .config(let record): try Self.frame(record, version: 0)
        case .partitionChange(let record): try Self.frame(record, version: 1)
        case .removeTopic(let record): try Self.frame(record, version: 0)
        case .featureLevel(let record): try Self.frame(record, version: 0)
        case .producerIds(let record): try Self.frame(record, version: 0)
        case .brokerRegistrationChange(let record): try Self.frame(record, version: 2)
        case .clientQuota(let record): try Self.frame(record, version: 0)
        case .accessControlEntry(let record): try Self.frame(record, version: 0)
        case .removeAccessControlEntry(let record): try Self.frame(record, version: 0)
        case .registerController(let record): try Self.frame(record, version: 0)
        case .noOp(let record): try Self.frame(record, version: 0)
        case .userScramCredential(let record): try Self.frame(record, version: 0)
        case .removeUserScramCredential(let record): try Self.frame(record, version: 0)
        case .delegationToken(let record): try Self.frame(record, version: 0)
        case .removeDelegationToken(let record): try Self.frame(record, version: 0)
        case .beginTransaction(let record): try Self.frame(record, version: 0)
        case .endTransaction(let record): try Self.frame(record, version: 0)
        case .abortTransaction(let record): try Self.frame(record, version: 0)
        case .other(_, let version): throw WireError.unsupportedVersion(Int16(clamping: version))
        }
    }

    static func frame(
        _ record: some MetadataRecordMessage, version: Int16
    ) throws(WireError) -> ByteBuffer {
        var buffer = ByteBuffer()
        buffer.writeMetadataVarint(frameVersion)
        buffer.writeMetadataVarint(UInt32(UInt16(bitPattern: type(of: record).apiKey)))
        buffer.writeMetadataVarint(UInt32(UInt16(bitPattern: version)))
        try buffer.writeMessage(record, version: version)
        return buffer
    }
}

extension ByteBuffer {
    /// Reads an unsigned varint of at most five bytes.
    mutating func readMetadataVarint() throws(WireError) -> UInt32 {
        var result: UInt64 = 0
        for shift in stride(from: 0, through: 28, by: 7) {
            guard let byte: UInt8 = readInteger() else { throw WireError.truncated(needed: 1, available: 0) }
            result |= UInt64(byte & 0x7F) << UInt64(shift)
            if byte & 0x80 == 0 { return UInt32(truncatingIfNeeded: result) }
        }
        throw WireError.varintTooLong
    }

    fileprivate mutating func writeMetadataVarint(_ value: UInt32) {
        var rest = value
        while rest >= 0x80 {
            writeInteger(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        writeInteger(UInt8(truncatingIfNeeded: rest))
    }
}
