/// A codec of record batches, with its number in a batch's attributes (bits 0 to 2).
public enum CompressionType: Int8, CaseIterable, Sendable {
    case none = 0
    case gzip = 1
    case snappy = 2
    case lz4 = 3
    case zstd = 4

    /// As `compression.type` spells it.
    public var name: String {
        switch self {
        case .none: "none"
        case .gzip: "gzip"
        case .snappy: "snappy"
        case .lz4: "lz4"
        case .zstd: "zstd"
        }
    }

    /// From the spelling of `compression.type`; nil for `producer`, `uncompressed` and unknown words.
    public init?(name: String) {
        guard let found = CompressionType.allCases.first(where: { $0.name == name }) else { return nil }
        self = found
    }
}
