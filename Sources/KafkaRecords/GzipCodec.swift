import CZlib
import NIOCore

/// gzip (RFC 1952) by zlib.
enum GzipCodec {
    /// Window of 32 KiB, and 16 more to say that a gzip header and trailer surround the stream.
    private static let gzipWindow: Int32 = 15 + 16
    private static let magic: (UInt8, UInt8) = (0x1f, 0x8b)

    static func compress(
        _ input: UnsafeRawBufferPointer, level: Int, into output: inout ByteBuffer
    ) throws(RecordError) {
        guard input.count <= Int(Int32.max) else { throw .compressionFailed(.gzip) }
        var stream = z_stream()
        let size = Int32(MemoryLayout<z_stream>.size)
        // zlib remembers the address of the stream it was opened with.
        try withUnsafeMutablePointer(to: &stream) { stream throws(RecordError) in
            let opened = deflateInit2_(
                stream, Int32(clamping: level), Z_DEFLATED, gzipWindow, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
            guard opened == Z_OK else { throw .compressionFailed(.gzip) }
            defer { deflateEnd(stream) }
            setInput(of: stream, to: input)
            var status = Z_STREAM_ERROR
            let bound = Int(deflateBound(stream, UInt(input.count)))
            output.writeWithUnsafeMutableBytes(minimumWritableBytes: bound) { region in
                setOutput(of: stream, to: region)
                status = deflate(stream, Z_FINISH)
                return region.count - Int(stream.pointee.avail_out)
            }
            guard status == Z_STREAM_END else { throw .compressionFailed(.gzip) }
        }
    }

    static func decompress(_ input: UnsafeRawBufferPointer, limit: Int) throws(RecordError) -> ByteBuffer {
        guard input.count <= Int(Int32.max) else { throw .decompressionFailed(.gzip) }
        var stream = z_stream()
        let size = Int32(MemoryLayout<z_stream>.size)
        return try withUnsafeMutablePointer(to: &stream) { stream throws(RecordError) in
            guard inflateInit2_(stream, gzipWindow, ZLIB_VERSION, size) == Z_OK else {
                throw .decompressionFailed(.gzip)
            }
            defer { inflateEnd(stream) }
            setInput(of: stream, to: input)
            var output = BoundedOutput(limit: limit, expected: input.count * 4)
            while true {
                var status = Z_STREAM_ERROR
                try output.fill { region in
                    setOutput(of: stream, to: region)
                    status = inflate(stream, Z_NO_FLUSH)
                    return region.count - Int(stream.pointee.avail_out)
                }
                if status == Z_STREAM_END {
                    guard beginNextMember(stream, of: input) else { return output.finish() }
                } else if status != Z_OK {
                    throw .decompressionFailed(.gzip)
                }
            }
        }
    }

    /// A gzip file may have several members; what follows the last one is ignored, as Java does.
    private static func beginNextMember(
        _ stream: UnsafeMutablePointer<z_stream>, of input: UnsafeRawBufferPointer
    ) -> Bool {
        let left = Int(stream.pointee.avail_in)
        let position = input.count - left
        guard left >= 2, input[position] == magic.0, input[position + 1] == magic.1 else { return false }
        return inflateReset(stream) == Z_OK
    }

    /// The count is within 32 bits.
    private static func setInput(of stream: UnsafeMutablePointer<z_stream>, to input: UnsafeRawBufferPointer) {
        // zlib does not write through this pointer, its C type only lacks the const.
        stream.pointee.next_in = UnsafeMutablePointer(
            mutating: input.baseAddress?.assumingMemoryBound(to: Bytef.self))
        stream.pointee.avail_in = UInt32(clamping: input.count)
    }

    private static func setOutput(of stream: UnsafeMutablePointer<z_stream>, to region: UnsafeMutableRawBufferPointer) {
        stream.pointee.next_out = region.baseAddress?.assumingMemoryBound(to: Bytef.self)
        stream.pointee.avail_out = UInt32(clamping: region.count)
    }
}
