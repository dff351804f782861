import KafkaProxy
import KafkaRecords
import NIOCore

/// The form of capture files; docs/captures.md describes it. All integers are big-endian.
enum CaptureFormat {
    static let version: UInt16 = 1
    static let magic: [UInt8] = [0x4b, 0x43, 0x41, 0x50, 0x0d, 0x0a, 0x1a, 0x0a]
    static let headerSize = 20
    /// Before each record: its length and checksum.
    static let prefixSize = 8
    /// The longest record: the longest frame that is let through, and what stands before it.
    static let mostRecordBytes = 512 << 20

    private enum Kind: UInt8 {
        case opened = 1
        case frame = 2
        case closed = 3
    }

    private static let tokenFlag: UInt8 = 1
    private static let scrubbedFlag: UInt8 = 2

    static func header(startMicroseconds: Int64, keepsSecrets: Bool) -> ByteBuffer {
        var bytes = ByteBuffer()
        bytes.writeBytes(magic)
        bytes.writeInteger(version)
        bytes.writeInteger(UInt16(keepsSecrets ? 1 : 0))
        bytes.writeInteger(startMicroseconds)
        return bytes
    }

    /// A whole record: length, checksum, kind, content.
    static func record(_ entry: CaptureEntry) -> ByteBuffer {
        var bytes = ByteBuffer()
        if case .frame(let frame, _) = entry { bytes.reserveCapacity(frame.bytes.readableBytes + 64) }
        bytes.writeRepeatingByte(0, count: prefixSize)
        switch entry {
        case .opened(let connection):
            bytes.writeInteger(Kind.opened.rawValue)
            write(connection, to: &bytes)
        case .frame(let frame, let notes):
            bytes.writeInteger(Kind.frame.rawValue)
            bytes.writeInteger(UInt32(clamping: frame.connection))
            bytes.writeInteger(frame.microseconds)
            bytes.writeInteger(UInt8(frame.direction == .request ? 0 : 1))
            bytes.writeInteger((notes.isToken ? tokenFlag : 0) | (notes.isScrubbed ? scrubbedFlag : 0))
            bytes.writeInteger(notes.sasl.rawValue)
            bytes.writeInteger(notes.apiKey)
            bytes.writeInteger(notes.apiVersion)
            bytes.writeImmutableBuffer(frame.bytes)
        case .closed(let connection, let microseconds):
            bytes.writeInteger(Kind.closed.rawValue)
            bytes.writeInteger(UInt32(clamping: connection))
            bytes.writeInteger(microseconds)
        }
        let content = bytes.getSlice(at: prefixSize, length: bytes.writerIndex - prefixSize) ?? ByteBuffer()
        bytes.setInteger(UInt32(clamping: content.readableBytes), at: 0)
        bytes.setInteger(CRC32C.checksum(content), at: 4)
        return bytes
    }

    private static func write(_ connection: CapturedConnection, to bytes: inout ByteBuffer) {
        bytes.writeInteger(UInt32(clamping: connection.number))
        bytes.writeInteger(connection.microseconds)
        bytes.writeInteger(connection.nodeId)
        write(connection.listener, to: &bytes)
        write(connection.peerHost, to: &bytes)
        bytes.writeInteger(connection.peerPort)
        write(connection.serverHost, to: &bytes)
        bytes.writeInteger(connection.serverPort)
    }

    private static func write(_ text: String, to bytes: inout ByteBuffer) {
        let utf8 = text.utf8.prefix(Int(UInt16.max))
        bytes.writeInteger(UInt16(utf8.count))
        bytes.writeBytes(utf8)
    }

    /// What reading a record's content, after its checksum was found right, comes to.
    enum Content {
        case entry(CaptureEntry)
        /// A kind that is not known yet, to be passed over.
        case unknown
        case malformed
    }

    static func entry(of content: ByteBuffer) -> Content {
        var bytes = content
        guard let kind: UInt8 = bytes.readInteger() else { return .malformed }
        let entry: CaptureEntry?
        switch Kind(rawValue: kind) {
        case .opened: entry = connection(&bytes).map(CaptureEntry.opened)
        case .frame: entry = frame(&bytes)
        case .closed: entry = closed(&bytes)
        case nil: return .unknown
        }
        return entry.map(Content.entry) ?? .malformed
    }

    private static func frame(_ bytes: inout ByteBuffer) -> CaptureEntry? {
        guard let connection: UInt32 = bytes.readInteger(), let microseconds: Int64 = bytes.readInteger(),
            let direction: UInt8 = bytes.readInteger(), let flags: UInt8 = bytes.readInteger(),
            let sasl = bytes.readInteger(as: UInt8.self).flatMap(SASLState.init(rawValue:)),
            let apiKey: Int16 = bytes.readInteger(), let apiVersion: Int16 = bytes.readInteger(), direction <= 1
        else { return nil }
        return .frame(
            CapturedFrame(
                connection: Int(connection), microseconds: microseconds,
                direction: direction == 0 ? .request : .response, bytes: bytes.slice()),
            FrameNotes(
                apiKey: apiKey, apiVersion: apiVersion, isToken: flags & tokenFlag != 0,
                isScrubbed: flags & scrubbedFlag != 0, sasl: sasl))
    }

    private static func closed(_ bytes: inout ByteBuffer) -> CaptureEntry? {
        guard let connection: UInt32 = bytes.readInteger(), let microseconds: Int64 = bytes.readInteger() else {
            return nil
        }
        return .closed(connection: Int(connection), microseconds: microseconds)
    }

    private static func connection(_ bytes: inout ByteBuffer) -> CapturedConnection? {
        guard let number: UInt32 = bytes.readInteger(), let microseconds: Int64 = bytes.readInteger(),
            let nodeId: Int32 = bytes.readInteger(), let listener = text(&bytes), let peerHost = text(&bytes),
            let peerPort: UInt16 = bytes.readInteger(), let serverHost = text(&bytes),
            let serverPort: UInt16 = bytes.readInteger()
        else { return nil }
        return CapturedConnection(
            number: Int(number), microseconds: microseconds, listener: listener, peerHost: peerHost,
            peerPort: peerPort, serverHost: serverHost, serverPort: serverPort, nodeId: nodeId)
    }

    private static func text(_ bytes: inout ByteBuffer) -> String? {
        guard let length: UInt16 = bytes.readInteger() else { return nil }
        return bytes.readString(length: Int(length))
    }
}
