public import NIOCore

/// One record, its bytes being slices of the batch they came from.
public struct Record: Equatable, Sendable {
    public struct Header: Equatable, Sendable {
        /// The key as it travels; meant to be UTF-8.
        public var keyBytes: ByteBuffer
        public var value: ByteBuffer?

        public init(keyBytes: ByteBuffer, value: ByteBuffer?) {
            self.keyBytes = keyBytes
            self.value = value
        }

        public init(key: String, value: ByteBuffer?) {
            self.init(keyBytes: ByteBuffer(string: key), value: value)
        }

        /// The key as text; bytes that are no UTF-8 become replacement characters.
        public var key: String { String(buffer: keyBytes) }
    }

    public var offset: Int64
    /// Milliseconds since 1970; -1 where there is none (message format v0).
    public var timestamp: Int64
    public var key: ByteBuffer?
    public var value: ByteBuffer?
    public var headers: [Header]

    public init(
        offset: Int64 = 0, timestamp: Int64 = -1, key: ByteBuffer? = nil, value: ByteBuffer? = nil,
        headers: [Header] = []
    ) {
        self.offset = offset
        self.timestamp = timestamp
        self.key = key
        self.value = value
        self.headers = headers
    }
}
