import KafkaProtocol
import KafkaWire
import NIOCore

/// The last tagged fields of a Fetch answer, with the addresses of brokers in them.
///
/// Of an answer that leaves while it arrives the frame's length has left by then, so they are rewritten to exactly the size
/// that they have: what is over is filled by a tagged field that no client knows. Where the new addresses need more room
/// they are left out; a client then asks for metadata, as it does with brokers that send none.
enum FetchTail {
    /// The tag of the addresses (`NodeEndpoints`).
    private static let endpointsTag: UInt32 = 0
    /// The tag of the filling: far above what Kafka gives out, and of two bytes.
    private static let fillingTag: UInt32 = 16_000
    /// What a filling takes at least: its tag, and a length of zero.
    private static let leastFilling = 3

    /// Rewrites them.
    ///
    /// - Parameters:
    ///   - keepsSize: whether as many bytes have to come out as came in.
    ///   - change: is given each usable address; false where it is to be left out.
    /// - Throws: when they cannot be read.
    static func rewrite(
        _ tail: ByteBuffer, version: Int16, keepsSize: Bool, change: (inout NodeAddress) -> Bool
    ) throws(WireError) -> ByteBuffer {
        var fields: [(tag: UInt32, bytes: ByteBuffer)] = []
        var rest = tail
        for _ in 0..<(try readVarint(&rest)) {
            let tag = try readVarint(&rest)
            let size = try readVarint(&rest)
            guard let bytes = rest.readSlice(length: Int(size)) else {
                throw WireError.truncated(needed: Int(size), available: rest.readableBytes)
            }
            fields.append((tag, bytes))
        }
        guard rest.readableBytes == 0 else { throw WireError.tooLong(rest.readableBytes) }
        guard let index = fields.firstIndex(where: { $0.tag == endpointsTag }) else { return tail }
        let old = fields[index].bytes
        guard let new = try changed(old, version: version, change: change) else { return tail }
        let spare =
            old.readableBytes &- new.readableBytes &+ sizeOfVarint(old.readableBytes)
            &- sizeOfVarint(new.readableBytes)
        if spare == 0 || !keepsSize {
            fields[index].bytes = new
        } else if spare >= leastFilling, let filling = filling(of: spare) {
            fields[index].bytes = new
            fields.append((fillingTag, filling))
        } else {
            fields.remove(at: index)
            let whole = 1 &+ sizeOfVarint(old.readableBytes) &+ old.readableBytes
            guard let filling = filling(of: whole) else {
                throw WireError.truncated(needed: leastFilling, available: whole)
            }
            fields.append((fillingTag, filling))
        }
        return written(fields)
    }

    /// The endpoints with other addresses; nil when none changes.
    private static func changed(
        _ bytes: ByteBuffer, version: Int16, change: (inout NodeAddress) -> Bool
    ) throws(WireError) -> ByteBuffer? {
        var endpoints = try bytes.withWireReader { (reader: inout WireReader) throws(WireError) in
            try reader.readStructs(
                FetchResponse.NodeEndpoint.self, version: version, minimumSize: 8, flexible: true)
        }
        var leftOut: Set<Int32> = []
        let changed = endpoints.changeAddresses { address in
            if !change(&address) { leftOut.insert(address.nodeId) }
        }
        guard changed || !leftOut.isEmpty else { return nil }
        endpoints.removeAll { leftOut.contains($0.nodeId) }
        var buffer = ByteBuffer()
        _ = try buffer.write(capacityHint: bytes.readableBytes &+ 64) { (writer: inout WireWriter) throws(WireError) in
            try writer.writeStructs(endpoints, version: version, flexible: true)
        }
        return buffer
    }

    private static func written(_ fields: [(tag: UInt32, bytes: ByteBuffer)]) -> ByteBuffer {
        var buffer = ByteBuffer()
        writeVarint(UInt32(clamping: fields.count), to: &buffer)
        for field in fields {
            writeVarint(field.tag, to: &buffer)
            writeVarint(UInt32(clamping: field.bytes.readableBytes), to: &buffer)
            buffer.writeImmutableBuffer(field.bytes)
        }
        return buffer
    }

    /// Zeros that make a field of `size` bytes with their tag and length; nil where lengths do not allow it.
    private static func filling(of size: Int) -> ByteBuffer? {
        for lengthSize in 1...5 {
            let count = size &- 2 &- lengthSize
            if count >= 0, sizeOfVarint(count) == lengthSize {
                return ByteBuffer(repeating: 0, count: count)
            }
        }
        return nil
    }

    private static func sizeOfVarint(_ value: Int) -> Int {
        var size = 1
        var rest = value >> 7
        while rest > 0 {
            size &+= 1
            rest >>= 7
        }
        return size
    }

    private static func readVarint(_ buffer: inout ByteBuffer) throws(WireError) -> UInt32 {
        var result: UInt64 = 0
        for shift in stride(from: 0, through: 28, by: 7) {
            guard let byte: UInt8 = buffer.readInteger() else { throw WireError.truncated(needed: 1, available: 0) }
            result |= UInt64(byte & 0x7F) << UInt64(shift)
            if byte & 0x80 == 0 {
                guard let value = UInt32(exactly: result) else { throw WireError.varintTooLong }
                return value
            }
        }
        throw WireError.varintTooLong
    }

    private static func writeVarint(_ value: UInt32, to buffer: inout ByteBuffer) {
        var rest = value
        while rest >= 0x80 {
            buffer.writeInteger(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        buffer.writeInteger(UInt8(truncatingIfNeeded: rest))
    }
}
