import NIOCore

/// Encodes records of format v2: sizes first, then the bytes in one go into room of exactly that size.
enum RecordWriter {
    /// Appends a record; false when it is larger than a record can be.
    static func write(_ record: Record, timestampDelta: Int64, offsetDelta: Int32, to buffer: inout ByteBuffer) -> Bool
    {
        let bodySize = bodySize(of: record, timestampDelta, offsetDelta)
        guard let length = Int32(exactly: bodySize) else { return false }
        let size = Varint.size(length) + bodySize
        buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: size) { region in
            var out = Output(region: region)
            out.varint(length)
            out.byte(0)
            out.varlong(timestampDelta)
            out.varint(offsetDelta)
            out.sized(record.key)
            out.sized(record.value)
            out.varint(Int32(truncatingIfNeeded: record.headers.count))
            for header in record.headers {
                out.sized(header.keyBytes)
                out.sized(header.value)
            }
            return out.position
        }
        return true
    }

    /// Bytes of a record with its length.
    static func size(of record: Record, timestampDelta: Int64, offsetDelta: Int32) -> Int {
        let bodySize = bodySize(of: record, timestampDelta, offsetDelta)
        return Varint.size(Int32(clamping: bodySize)) + bodySize
    }

    private static func bodySize(of record: Record, _ timestampDelta: Int64, _ offsetDelta: Int32) -> Int {
        var size = 1 + Varint.size(timestampDelta) + Varint.size(offsetDelta)
        size += sizedSize(record.key) + sizedSize(record.value)
        size += Varint.size(Int32(truncatingIfNeeded: record.headers.count))
        for header in record.headers {
            size += sizedSize(header.keyBytes) + sizedSize(header.value)
        }
        return size
    }

    private static func sizedSize(_ field: ByteBuffer?) -> Int {
        guard let field else { return 1 }
        return Varint.size(Int32(clamping: field.readableBytes)) + field.readableBytes
    }

    /// A cursor over room that was sized before: every write is within it.
    private struct Output {
        let region: UnsafeMutableRawBufferPointer
        var position = 0

        init(region: UnsafeMutableRawBufferPointer) {
            self.region = region
        }

        mutating func byte(_ value: UInt8) {
            region[position] = value
            position += 1
        }

        mutating func varint(_ value: Int32) {
            unsigned(UInt64(UInt32(bitPattern: (value << 1) ^ (value >> 31))))
        }

        mutating func varlong(_ value: Int64) {
            unsigned(UInt64(bitPattern: (value << 1) ^ (value >> 63)))
        }

        private mutating func unsigned(_ value: UInt64) {
            var rest = value
            while rest >= 0x80 {
                byte(UInt8(truncatingIfNeeded: rest) | 0x80)
                rest >>= 7
            }
            byte(UInt8(truncatingIfNeeded: rest))
        }

        mutating func sized(_ field: ByteBuffer?) {
            guard let field else { return varint(-1) }
            varint(Int32(clamping: field.readableBytes))
            field.withUnsafeReadableBytes { bytes in
                UnsafeMutableRawBufferPointer(rebasing: region[position...]).copyMemory(from: bytes)
                position += bytes.count
            }
        }
    }
}
