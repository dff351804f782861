import NIOCore

/// Cuts the bytes of a connection into response frames; a pure value, so that tests drive it with bytes.
struct ResponseFraming: Sendable {
    enum Failure: Error, Equatable {
        case impostor(ClientError.Impostor)
        case tooLarge(Int)
    }

    private var received = ByteBuffer()
    private var limit: Int

    /// Frames longer than `limit` bytes are refused by their length alone.
    init(limit: Int) {
        self.limit = limit
    }

    /// Sets another limit, from the next frame on.
    mutating func allow(_ limit: Int) {
        self.limit = limit
    }

    /// Takes in bytes as they come.
    mutating func append(_ bytes: ByteBuffer) {
        if received.readableBytes == 0 {
            received = bytes
            return
        }
        if received.readerIndex > 0 {
            // Frames cut off before keep the old storage alive: what is left moves to its own.
            received = ByteBuffer(buffer: received)
        }
        received.writeImmutableBuffer(bytes)
    }

    /// The next whole frame without its length, or nil when more bytes are needed.
    mutating func next() throws(Failure) -> ByteBuffer? {
        guard let length = received.getInteger(at: received.readerIndex, as: Int32.self) else { return nil }
        if let impostor = Self.impostor(behind: length) { throw .impostor(impostor) }
        guard length >= 4 else { throw .impostor(.unknown) }
        guard Int(length) <= limit else { throw .tooLarge(Int(length)) }
        guard received.readableBytes >= 4 + Int(length) else { return nil }
        received.moveReaderIndex(forwardBy: 4)
        return received.readSlice(length: Int(length))
    }

    /// What commonly answers on a wrong port, told by its first four bytes.
    static func impostor(behind length: Int32) -> ClientError.Impostor? {
        switch UInt32(bitPattern: length) {
        case 0x1503_0000...0x1503_04ff, 0x1603_0000...0x1603_04ff: .tls
        case 0x4854_5450: .http
        case 0x5353_482d: .ssh
        default: nil
        }
    }
}
