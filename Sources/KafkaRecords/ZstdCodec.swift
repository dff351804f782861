import CZstd
import NIOCore

/// Zstandard, by libzstd.
enum ZstdCodec {
    /// What libzstd gives for a frame that does not say its size, and for bytes that are no frame.
    private static let unknownSize = UInt64.max
    private static let notAFrame = UInt64.max - 1

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
        var output = BoundedOutput(limit: limit, expected: try expectedSize(input, limit: limit))
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
            guard ZSTD_isError(status) == 0 else { throw .decompressionFailed(.zstd) }
            // Zero: a frame has ended and is flushed. Others may follow it.
            if status == 0, source.pos == source.size { return output.finish() }
            guard source.pos > before || produced > 0 else { throw .decompressionFailed(.zstd) }
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
