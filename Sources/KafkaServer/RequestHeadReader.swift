import KafkaWire
import NIOCore

/// Reads request headers of one connection. A client names itself the same way in every request, so its name becomes
/// a `String` once.
struct RequestHeadReader {
    /// The client id of the header read last.
    private(set) var clientId: String?
    private var clientIdBytes: [UInt8]?

    /// Whether a request's body holds no bytes that outlive its handling, or is too large to copy: it may stay a slice
    /// of the receive buffer. All others get a copy of their own, lest a member's subscription of forty bytes keeps a
    /// whole receive buffer alive.
    static func bodyIsReadAtOnce(_ apiKey: Int16) -> Bool {
        switch apiKey {
        // Produce, Fetch, ListOffsets, Metadata, OffsetCommit, OffsetFetch, FindCoordinator, Heartbeat, ApiVersions
        case 0, 1, 2, 3, 8, 9, 10, 12, 18: true
        default: false
        }
    }

    /// Reads the header at `start` of a frame of `length` bytes. Nil when it does not fit or makes no sense.
    mutating func read(_ buffer: ByteBuffer, at start: Int, length: Int) -> RequestHead? {
        buffer.withUnsafeReadableBytes { readable in
            let from = start &- buffer.readerIndex
            guard from >= 0, length >= 8, from &+ length <= readable.count else { return nil }
            return read(UnsafeRawBufferPointer(rebasing: readable[from..<from &+ length]))
        }
    }

    private mutating func read(_ frame: UnsafeRawBufferPointer) -> RequestHead? {
        var head = RequestHead(
            apiKey: Int16(bigEndian: frame.loadUnaligned(fromByteOffset: 0, as: Int16.self)),
            apiVersion: Int16(bigEndian: frame.loadUnaligned(fromByteOffset: 2, as: Int16.self)),
            correlationId: Int32(bigEndian: frame.loadUnaligned(fromByteOffset: 4, as: Int32.self)),
            size: 8)
        let headerVersion = RequestHeaderVersions.version(apiKey: head.apiKey, apiVersion: head.apiVersion)
        guard headerVersion >= 1 else { return head }
        guard frame.count >= 10 else { return nil }
        let idLength = Int(Int16(bigEndian: frame.loadUnaligned(fromByteOffset: 8, as: Int16.self)))
        guard idLength >= -1, frame.count >= 10 &+ max(0, idLength) else { return nil }
        head.size = 10 &+ max(0, idLength)
        if idLength < 0 {
            clientId = nil
            clientIdBytes = nil
        } else if !remember(UnsafeRawBufferPointer(rebasing: frame[10..<10 &+ idLength])) {
            return nil
        }
        if headerVersion >= 2 {
            guard let end = Self.skipTaggedFields(frame, from: head.size) else { return nil }
            head.size = end
        }
        return head
    }

    private mutating func remember(_ bytes: UnsafeRawBufferPointer) -> Bool {
        if let known = clientIdBytes, known.count == bytes.count, known.elementsEqual(bytes) { return true }
        guard let text = String(validating: bytes, as: UTF8.self) else { return false }
        clientId = text
        clientIdBytes = Array(bytes)
        return true
    }

    /// Passes over the tagged fields of a flexible header; none is known in requests.
    private static func skipTaggedFields(_ frame: UnsafeRawBufferPointer, from start: Int) -> Int? {
        var position = start
        guard let count = readVarint(frame, &position) else { return nil }
        var left = count
        while left > 0 {
            guard readVarint(frame, &position) != nil, let size = readVarint(frame, &position),
                size <= frame.count &- position
            else { return nil }
            position &+= size
            left &-= 1
        }
        return position
    }

    private static func readVarint(_ frame: UnsafeRawBufferPointer, _ position: inout Int) -> Int? {
        var value = 0
        var shift = 0
        while position < frame.count, shift < 35 {
            let byte = frame[position]
            position &+= 1
            value |= Int(byte & 0x7f) << shift
            if byte < 0x80 { return value }
            shift &+= 7
        }
        return nil
    }
}
