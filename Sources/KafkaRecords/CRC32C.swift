import CCRC32C
public import NIOCore

/// CRC-32C (Castagnoli), the checksum of record batches, by the fastest instructions of this processor.
public enum CRC32C {
    /// The checksum of `bytes`. `seed` is the finished checksum of what comes before them, so that
    /// `checksum(b, seed: checksum(a))` is that of `a` followed by `b`.
    public static func checksum(_ bytes: UnsafeRawBufferPointer, seed: UInt32 = 0) -> UInt32 {
        ccrc32c(seed, bytes.baseAddress, bytes.count)
    }

    /// The checksum of a buffer's readable bytes; `seed` as above.
    public static func checksum(_ buffer: ByteBuffer, seed: UInt32 = 0) -> UInt32 {
        buffer.withUnsafeReadableBytes { checksum($0, seed: seed) }
    }

    /// Continues `crc` over more bytes.
    public static func extend(_ crc: inout UInt32, with bytes: UnsafeRawBufferPointer) {
        crc = checksum(bytes, seed: crc)
    }

    /// The ways to compute the checksum; which of them exist depends on the processor.
    public enum Implementation: Int32, CaseIterable, Sendable {
        case table = 0
        case sse42 = 1
        case vpclmul256 = 2
        case vpclmul512 = 3
        case arm64 = 4

        /// Whether this processor can run it.
        public var isAvailable: Bool { ccrc32c_available(rawValue) != 0 }

        /// The one that `CRC32C.checksum` uses here.
        public static var selected: Implementation { Implementation(rawValue: ccrc32c_selected()) ?? .table }
    }

    /// The checksum by a chosen implementation, for tests and measurements; by the table where that one is missing.
    public static func checksum(
        _ bytes: UnsafeRawBufferPointer, seed: UInt32, using implementation: Implementation
    ) -> UInt32 {
        ccrc32c_using(implementation.rawValue, seed, bytes.baseAddress, bytes.count)
    }
}
