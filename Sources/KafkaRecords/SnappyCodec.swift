import CSnappy
import NIOCore

/// Snappy, as Kafka clients write it: the Java client in the framing of snappy-java (a header, then blocks with their
/// lengths), others as one bare block. Both are read; the framing is written.
enum SnappyCodec {
    /// The first eight bytes of the framing; a version and the least compatible version follow, four bytes each.
    private static let magic: [UInt8] = [0x82, 0x53, 0x4e, 0x41, 0x50, 0x50, 0x59, 0x00]
    private static let headerSize = 16
    private static let version: Int32 = 1
    /// Uncompressed bytes of a block, as snappy-java cuts them.
    private static let blockSize = 32 * 1024
    /// No operation of the format yields more than 64 bytes out of three: a block that claims more is no block, and
    /// no memory is taken for it.
    private static let greatestRatio = 22

    static func compress(_ input: UnsafeRawBufferPointer, into output: inout ByteBuffer) throws(RecordError) {
        output.writeBytes(magic)
        output.writeInteger(version)
        output.writeInteger(version)
        var position = 0
        while position < input.count {
            let block = UnsafeRawBufferPointer(rebasing: input[position..<min(input.count, position + blockSize)])
            let lengthIndex = output.writerIndex
            output.writeInteger(UInt32(0))
            let written = try compressBlock(block, into: &output)
            output.setInteger(UInt32(clamping: written), at: lengthIndex)
            position += block.count
        }
    }

    /// Writes one bare block and returns its size in bytes.
    static func compressBlock(_ block: UnsafeRawBufferPointer, into output: inout ByteBuffer) throws(RecordError) -> Int
    {
        var status = SNAPPY_INVALID_INPUT
        let bound = snappy_max_compressed_length(block.count)
        let written = output.writeWithUnsafeMutableBytes(minimumWritableBytes: bound) { region in
            var length = region.count
            status = snappy_compress(
                block.baseAddress?.assumingMemoryBound(to: CChar.self), block.count,
                region.baseAddress?.assumingMemoryBound(to: CChar.self), &length)
            return status == SNAPPY_OK ? length : 0
        }
        guard status == SNAPPY_OK else { throw .compressionFailed(.snappy) }
        return written
    }

    static func decompress(_ input: UnsafeRawBufferPointer, limit: Int) throws(RecordError) -> ByteBuffer {
        var output = BoundedOutput(limit: limit, expected: input.count * 2)
        guard hasHeader(input, at: 0) else {
            try decompressBlock(input, into: &output)
            return output.finish()
        }
        var position = headerSize
        while position < input.count {
            // Streams that were joined bring their header along.
            if hasHeader(input, at: position) {
                position += headerSize
                continue
            }
            guard input.count - position >= 4 else { throw .decompressionFailed(.snappy) }
            let length: Int32 = input.bigEndian(at: position)
            position += 4
            guard length > 0, Int(length) <= input.count - position else { throw .decompressionFailed(.snappy) }
            let block = UnsafeRawBufferPointer(rebasing: input[position..<position + Int(length)])
            try decompressBlock(block, into: &output)
            position += Int(length)
        }
        return output.finish()
    }

    private static func hasHeader(_ input: UnsafeRawBufferPointer, at position: Int) -> Bool {
        input.count - position >= headerSize && input[position..<position + magic.count].elementsEqual(magic)
    }

    private static func decompressBlock(
        _ block: UnsafeRawBufferPointer, into output: inout BoundedOutput
    ) throws(RecordError) {
        let source = block.baseAddress?.assumingMemoryBound(to: CChar.self)
        var claimed = 0
        guard snappy_uncompressed_length(source, block.count, &claimed) == SNAPPY_OK,
            claimed / greatestRatio <= block.count
        else { throw .decompressionFailed(.snappy) }
        var status = SNAPPY_INVALID_INPUT
        try output.fill(exactly: claimed) { region in
            var length = region.count
            // An empty region has no address, which the library is not promised to take.
            var nothing: CChar = 0
            status = withUnsafeMutablePointer(to: &nothing) { spare in
                snappy_uncompress(
                    source, block.count, region.baseAddress?.assumingMemoryBound(to: CChar.self) ?? spare, &length)
            }
            return status == SNAPPY_OK ? length : 0
        }
        guard status == SNAPPY_OK else { throw .decompressionFailed(.snappy) }
    }
}
