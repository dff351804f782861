import CLZ4
import NIOCore

/// The LZ4 frame format, by liblz4.
enum LZ4Codec {
    /// Kafka's default level means the fast compressor, every other one the thorough one.
    static let defaultLevel = 9

    static func compress(
        _ input: UnsafeRawBufferPointer, level: Int, into output: inout ByteBuffer
    ) throws(RecordError) {
        var preferences = LZ4F_preferences_t()
        // As the Java client frames: independent blocks of 64 KiB, no checksums.
        preferences.frameInfo.blockSizeID = LZ4F_max64KB
        preferences.frameInfo.blockMode = LZ4F_blockIndependent
        preferences.compressionLevel = level == defaultLevel ? 0 : Int32(clamping: min(level, Int(LZ4HC_CLEVEL_MAX)))
        let bound = LZ4F_compressFrameBound(input.count, &preferences)
        var written = 0
        output.writeWithUnsafeMutableBytes(minimumWritableBytes: bound) { region in
            written = LZ4F_compressFrame(
                region.baseAddress, region.count, input.baseAddress, input.count, &preferences)
            return LZ4F_isError(written) == 0 ? written : 0
        }
        guard LZ4F_isError(written) == 0 else { throw .compressionFailed(.lz4) }
    }

    /// `ignoringHeaderChecksum` is for message format v0, whose writers computed that checksum over the wrong bytes.
    static func decompress(
        _ input: UnsafeRawBufferPointer, limit: Int, ignoringHeaderChecksum: Bool = false
    ) throws(RecordError) -> ByteBuffer {
        var context: OpaquePointer?
        guard LZ4F_isError(LZ4F_createDecompressionContext(&context, UInt32(LZ4F_VERSION))) == 0 else {
            throw .decompressionFailed(.lz4)
        }
        defer { LZ4F_freeDecompressionContext(context) }
        var output = BoundedOutput(limit: limit, expected: input.count * 4)
        var rest = input
        if ignoringHeaderChecksum, let header = LZ4FrameHeader.repaired(input) {
            let fed = header.withUnsafeBytes { feed(context, header: $0) }
            guard fed == header.count else { throw .decompressionFailed(.lz4) }
            rest = UnsafeRawBufferPointer(rebasing: input[header.count...])
        }
        // Nothing behind the end of the frame is looked at, as in the Java client.
        while true {
            var consumed = rest.count
            var produced = 0
            var hint = 0
            try output.fill { region in
                produced = region.count
                hint = LZ4F_decompress(context, region.baseAddress, &produced, rest.baseAddress, &consumed, nil)
                return LZ4F_isError(hint) == 0 ? produced : 0
            }
            guard LZ4F_isError(hint) == 0 else { throw .decompressionFailed(.lz4) }
            if hint == 0 { return output.finish() }
            guard consumed > 0 || produced > 0 else { throw .decompressionFailed(.lz4) }
            rest = UnsafeRawBufferPointer(rebasing: rest[consumed...])
        }
    }

    /// Feeds the frame's header alone, which yields no output; returns how many bytes of it were taken.
    private static func feed(_ context: OpaquePointer?, header: UnsafeRawBufferPointer) -> Int {
        var consumed = header.count
        var produced = 0
        let hint = LZ4F_decompress(context, nil, &produced, header.baseAddress, &consumed, nil)
        return LZ4F_isError(hint) == 0 ? consumed : 0
    }
}
