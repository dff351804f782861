/// What the cleaner of compacted logs may use. Each property is named after its key, without `log.cleaner.`.
public struct CleanerSettings: Sendable, Equatable {
    public var enable: Bool
    public var threads: Int
    public var backoffMs: Int64
    /// Bytes, over all threads.
    public var dedupeBufferSize: Int
    /// Bytes, over all threads.
    public var ioBufferSize: Int
    public var ioBufferLoadFactor: Double
    /// Bytes read and written each second, over all threads.
    public var ioMaxBytesPerSecond: Double

    init(_ layers: ConfigLayers) {
        func double(_ name: String) -> Double {
            if case .double(let number)? = layers.value(name) { return number }
            return 0
        }
        enable = layers.boolean("log.cleaner.enable")
        threads = Int(layers.integer("log.cleaner.threads") ?? 1)
        backoffMs = layers.integer("log.cleaner.backoff.ms") ?? 0
        dedupeBufferSize = Int(layers.integer("log.cleaner.dedupe.buffer.size") ?? 0)
        ioBufferSize = Int(layers.integer("log.cleaner.io.buffer.size") ?? 0)
        ioBufferLoadFactor = double("log.cleaner.io.buffer.load.factor")
        ioMaxBytesPerSecond = double("log.cleaner.io.max.bytes.per.second")
    }
}
