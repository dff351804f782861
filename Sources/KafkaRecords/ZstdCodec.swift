import CZstd
import NIOCore

/// Zstandard, by libzstd.
enum ZstdCodec {
    /// What libzstd gives for a frame that does not say its size, and for bytes that are no frame.
    private static let unknownSize = UInt64.max
    private static let notAFrame = UInt64.max - 1
    /// The largest window that is kept beside the output, as a power of two: 8 MiB, what all levels up to 19 stay within.
    private static let greatestWindow: Int32 = 23
    /// The first four bytes of a frame.
    private static let frameMagic: UInt32 = 0xFD2F_B528

    /// The Java client leaves the content's size out of the frame; with it, readers need one pass only.
    static func compress(
        _ input: UnsafeRawBufferPointer, level: Int, writesContentSize: Bool = true, into output: inout ByteBuffer
    ) throws(RecordError) {
        guard let context = ZSTD_createCCtx() else { throw .compressionFailed(.zstd) }
        defer { ZSTD_freeCCtx(context) }
        let parameters = [
            ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, Int32(clamping: level)),
            ZSTD_CCtx_setParameter(context, ZSTD_c_contentSizeFlag, writesContentSize ? 1 : 0),
        ]
        guard parameters.allSatisfy({ ZSTD_isError($0) == 0 }) else { throw .compressionFailed(.zstd) }
        var written = 0
        output.writeWithUnsafeMutableBytes(minimumWritableBytes: ZSTD_compressBound(input.count)) { region in
            written = ZSTD_compress2(context, region.baseAddress, region.count, input.baseAddress, input.count)
            return ZSTD_isError(written) == 0 ? written : 0
        }
        guard ZSTD_isError(written) == 0 else { throw .compressionFailed(.zstd) }
    }

    static func decompress(_ input: UnsafeRawBufferPointer, limit: Int) throws(RecordError) -> ByteBuffer {
        guard let context = ZSTD_createDCtx() else { throw .decompressionFailed(.zstd) }
        defer { ZSTD_freeDCtx(context) }
        let expected = try expectedSize(input, limit: limit)
        try checkFrames(input)
        guard ZSTD_isError(ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, windowBound(limit: limit))) == 0 else {
            throw .decompressionFailed(.zstd)
        }
        var output = BoundedOutput(limit: limit, expected: expected)
        var source = ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
        while true {
            let before = source.pos
            var produced = 0
            var status = 0
            try output.fill { region in
                var destination = ZSTD_outBuffer(dst: region.baseAddress, size: region.count, pos: 0)
                status = ZSTD_decompressStream(context, &destination, &source)
                produced = destination.pos
                return produced
            }
            if ZSTD_getErrorCode(status) == ZSTD_error_frameParameter_windowTooLarge {
                return try decompressAtOnce(input, limit: limit, expected: expected, context)
            }
            guard ZSTD_isError(status) == 0 else { throw .decompressionFailed(.zstd) }
            // Zero: a frame has ended and is flushed. Others may follow it.
            if status == 0, source.pos == source.size { return output.finish() }
            guard source.pos > before || produced > 0 else { throw .decompressionFailed(.zstd) }
        }
    }

    /// That the input is whole frames of the format of RFC 8878. The library may know the formats before it as well, and
    /// keeps windows for them that nothing bounds; no Kafka client ever wrote those.
    private static func checkFrames(_ input: UnsafeRawBufferPointer) throws(RecordError) {
        var rest = input
        while !rest.isEmpty {
            guard rest.count >= 4 else { throw .decompressionFailed(.zstd) }
            let number = UInt32(littleEndian: rest.loadUnaligned(as: UInt32.self))
            let isSkippable = number & 0xFFFF_FFF0 == 0x184D_2A50
            let size = ZSTD_findFrameCompressedSize(rest.baseAddress, rest.count)
            guard number == frameMagic || isSkippable, ZSTD_isError(size) == 0, size > 0, size <= rest.count else {
                throw .decompressionFailed(.zstd)
            }
            rest = UnsafeRawBufferPointer(rebasing: rest[size...])
        }
    }

    /// No window larger than the limit is needed for what stays within it.
    private static func windowBound(limit: Int) -> Int32 {
        min(greatestWindow, Int32(Int.bitWidth - 1 - max(limit, 1 << 10).leadingZeroBitCount))
    }

    /// For frames that ask for a window of up to 128 MiB, whatever is in them: here the output is the window, and gets
    /// larger until all fits in.
    private static func decompressAtOnce(
        _ input: UnsafeRawBufferPointer, limit: Int, expected: Int, _ context: OpaquePointer
    ) throws(RecordError) -> ByteBuffer {
        let limit = min(limit, Int(Int32.max))
        var capacity = min(limit, max(expected, 4096))
        while true {
            var output = BoundedOutput(limit: limit, expected: capacity)
            var status = 0
            try output.fill(exactly: capacity) { region in
                status = ZSTD_decompressDCtx(
                    context, region.baseAddress, region.count, input.baseAddress, input.count)
                return ZSTD_isError(status) == 0 ? status : 0
            }
            if ZSTD_isError(status) == 0 { return output.finish() }
            guard ZSTD_getErrorCode(status) == ZSTD_error_dstSize_tooSmall else { throw .decompressionFailed(.zstd) }
            guard capacity < limit else { throw .decompressedTooLarge(limit: limit) }
            capacity = min(limit, capacity * 2)
        }
    }

    /// A guess for the first allocation: the size that the frame claims is believed up to a usual ratio, so that
    /// a few bytes cannot reserve the whole limit.
    static func expectedSize(_ input: UnsafeRawBufferPointer, limit: Int) throws(RecordError) -> Int {
        let usual = input.count * 32
        let claimed = ZSTD_getFrameContentSize(input.baseAddress, input.count)
        switch claimed {
        case notAFrame: throw .decompressionFailed(.zstd)
        case unknownSize: return input.count * 4
        default:
            guard claimed <= UInt64(clamping: limit) else { throw .decompressedTooLarge(limit: limit) }
            return min(usual, Int(clamping: claimed) + 1)
        }
    }
}
