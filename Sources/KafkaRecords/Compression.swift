public import NIOCore

/// Compresses and decompresses the bytes of records. Decompression never takes more memory than its limit lets it.
public enum Compression {
    /// Appends `input`'s readable bytes to `output`, compressed. `level` is in Kafka's terms
    /// (`compression.gzip.level`, `compression.lz4.level`, `compression.zstd.level`); nil is Kafka's default.
    public static func compress(
        _ input: ByteBuffer, with type: CompressionType, level: Int? = nil, into output: inout ByteBuffer
    ) throws(RecordError) {
        let level = min(max(level ?? type.defaultLevel, type.levels.lowerBound), type.levels.upperBound)
        try input.withUnsafeReadableBytes { bytes in
            Result { () throws(RecordError) in
                switch type {
                case .none: _ = output.writeBytes(bytes)
                case .gzip: try GzipCodec.compress(bytes, level: level, into: &output)
                case .snappy: try SnappyCodec.compress(bytes, into: &output)
                case .lz4: try LZ4Codec.compress(bytes, level: level, into: &output)
                case .zstd: try ZstdCodec.compress(bytes, level: level, into: &output)
                }
            }
        }.get()
    }

    /// `input`'s readable bytes, decompressed; for `.none` the same bytes, shared.
    /// Throws `.decompressedTooLarge` as soon as more than `limit` bytes would come out.
    public static func decompress(
        _ input: ByteBuffer, with type: CompressionType, limit: Int
    ) throws(RecordError) -> ByteBuffer {
        guard type != .none else { return input }
        return try input.withUnsafeReadableBytes { bytes in
            Result { () throws(RecordError) in
                switch type {
                case .none: input
                case .gzip: try GzipCodec.decompress(bytes, limit: limit)
                case .snappy: try SnappyCodec.decompress(bytes, limit: limit)
                case .lz4: try LZ4Codec.decompress(bytes, limit: limit)
                case .zstd: try ZstdCodec.decompress(bytes, limit: limit)
                }
            }
        }.get()
    }
}

extension CompressionType {
    /// The levels that Kafka's configuration allows (KIP-390); 0 alone for codecs without levels. gzip's -1 is zlib's
    /// own choice.
    public var levels: ClosedRange<Int> {
        switch self {
        case .none, .snappy: 0...0
        case .gzip: -1...9
        case .lz4: 1...17
        case .zstd: -131_072...22
        }
    }

    /// The level where none is configured.
    public var defaultLevel: Int {
        switch self {
        case .none, .snappy: 0
        case .gzip: -1
        case .lz4: LZ4Codec.defaultLevel
        case .zstd: 3
        }
    }
}
