public import NIOCore

/// Tells from a connection's first bytes that the peer does not speak Kafka's protocol at all.
public enum ForeignProtocol {
    /// The first four bytes of HTTP requests, and of the preface of HTTP/2.
    private static let httpStarts: Set<UInt32> = Set(
        ["GET ", "POST", "HEAD", "PUT ", "DELE", "OPTI", "CONN", "TRAC", "PATC", "PRI "].map { method in
            method.utf8.reduce(0) { $0 << 8 | UInt32($1) }
        })

    /// What the peer seems to speak, if at least four bytes are there and they are known. As lengths of a frame they
    /// would all be above 300 MB.
    public static func detect(_ buffer: ByteBuffer) -> CloseReason? {
        guard let start: UInt32 = buffer.getInteger(at: buffer.readerIndex) else { return nil }
        // A TLS record: type handshake or alert, major version 3.
        if start >> 16 == 0x1603 || start >> 16 == 0x1503 { return .tlsOnPlaintext }
        return httpStarts.contains(start) ? .httpOnKafkaPort : nil
    }

    /// What the peer seems to speak where a TLS handshake should begin; nil for what may be one.
    static func detectInPlaceOfTLS(_ buffer: ByteBuffer) -> CloseReason? {
        guard let first: UInt8 = buffer.getInteger(at: buffer.readerIndex), first != 0x16 else { return nil }
        if let start: UInt32 = buffer.getInteger(at: buffer.readerIndex), httpStarts.contains(start) {
            return .httpOnTLS
        }
        // The length of a frame, which no request is large enough to begin in another way.
        return first == 0 ? .plaintextOnTLS : .handshakeFailed("what came is no TLS")
    }
}
