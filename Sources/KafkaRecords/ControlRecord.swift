public import NIOCore

/// The record of a control batch: the end of a transaction, or one of KRaft's own.
public struct ControlRecord: Equatable, Sendable {
    /// The type in a control record's key.
    public struct Kind: RawRepresentable, Hashable, Sendable {
        public var rawValue: Int16

        public init(rawValue: Int16) {
            self.rawValue = rawValue
        }

        public static let abort = Kind(rawValue: 0)
        public static let commit = Kind(rawValue: 1)
        public static let leaderChange = Kind(rawValue: 2)
        public static let snapshotHeader = Kind(rawValue: 3)
        public static let snapshotFooter = Kind(rawValue: 4)
        public static let kraftVersion = Kind(rawValue: 5)
        public static let kraftVoters = Kind(rawValue: 6)
    }

    public var kind: Kind
    /// Epoch of the transaction coordinator that wrote the marker; nil for KRaft's kinds.
    public var coordinatorEpoch: Int32?

    public init(kind: Kind, coordinatorEpoch: Int32? = nil) {
        self.kind = kind
        self.coordinatorEpoch = coordinatorEpoch
    }

    /// From a record of a control batch. Throws `.invalidControlRecord` when key or value are not what they should be.
    public init(_ record: Record) throws(RecordError) {
        guard var key = record.key, let version: Int16 = key.readInteger(), version >= 0,
            let type: Int16 = key.readInteger()
        else { throw .invalidControlRecord }
        kind = Kind(rawValue: type)
        guard kind == .abort || kind == .commit else { return }
        guard var value = record.value, let valueVersion: Int16 = value.readInteger(), valueVersion >= 0,
            let epoch: Int32 = value.readInteger()
        else { throw .invalidControlRecord }
        coordinatorEpoch = epoch
    }

    /// Key of a control record of this kind (version 0).
    public var key: ByteBuffer {
        var key = ByteBuffer()
        key.writeMultipleIntegers(Int16(0), kind.rawValue)
        return key
    }

    /// Value of an end-of-transaction marker (version 0); nil for KRaft's kinds, whose values are messages.
    public var value: ByteBuffer? {
        guard let coordinatorEpoch else { return nil }
        var value = ByteBuffer()
        value.writeMultipleIntegers(Int16(0), coordinatorEpoch)
        return value
    }

    /// A batch with one end-of-transaction marker (WriteTxnMarkers).
    public static func endTransactionBatch(
        commit: Bool, coordinatorEpoch: Int32, producerId: Int64, producerEpoch: Int16, timestamp: Int64,
        baseOffset: Int64 = 0, partitionLeaderEpoch: Int32 = -1
    ) throws(RecordError) -> ByteBuffer {
        let marker = ControlRecord(kind: commit ? .commit : .abort, coordinatorEpoch: coordinatorEpoch)
        var builder = RecordBatchBuilder(
            .init(
                baseOffset: baseOffset, partitionLeaderEpoch: partitionLeaderEpoch, producerId: producerId,
                producerEpoch: producerEpoch, isTransactional: true, isControl: true), capacity: 32)
        try builder.append(timestamp: timestamp, key: marker.key, value: marker.value)
        return try builder.build()
    }
}
