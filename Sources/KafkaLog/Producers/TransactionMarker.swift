/// The marker at the end of a transaction, as the only record of a control batch carries it.
struct TransactionMarker: Equatable, Sendable {
    var isCommit: Bool
    var coordinatorEpoch: Int32

    init(isCommit: Bool, coordinatorEpoch: Int32) {
        self.isCommit = isCommit
        self.coordinatorEpoch = coordinatorEpoch
    }

    /// Reads the record: a key of version and type, a value of version and coordinator epoch. Nil for other control
    /// records (those of the metadata log) and for damaged ones.
    init?(record bytes: UnsafeRawBufferPointer) {
        var position = 0
        // Length, then attributes, timestamp delta and offset delta, which say nothing here.
        guard Self.varint(bytes, &position) != nil else { return nil }
        position += 1
        guard Self.varint(bytes, &position) != nil, Self.varint(bytes, &position) != nil else { return nil }
        guard let keySize = Self.varint(bytes, &position), keySize >= 4, keySize <= bytes.count - position else {
            return nil
        }
        let type: Int16 = bytes.bigEndian(at: position + 2)
        guard type == 0 || type == 1 else { return nil }
        position += Int(keySize)
        guard let valueSize = Self.varint(bytes, &position), valueSize >= 6, valueSize <= bytes.count - position else {
            return nil
        }
        self.init(isCommit: type == 1, coordinatorEpoch: bytes.bigEndian(at: position + 2))
    }

    /// A zigzag varint of at most 64 bits; moves the position behind it.
    private static func varint(_ bytes: UnsafeRawBufferPointer, _ position: inout Int) -> Int64? {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while position < bytes.count, shift < 64 {
            let byte = bytes[position]
            position += 1
            value |= UInt64(byte & 0x7f) << shift
            if byte & 0x80 == 0 { return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1) }
            shift += 7
        }
        return nil
    }
}
