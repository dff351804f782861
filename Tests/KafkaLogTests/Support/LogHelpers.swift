@testable import KafkaLog

/// The head of a batch in a read, and its bytes.
struct ReadBatch: Equatable {
    var head: StoredBatch
    var bytes: [UInt8]
}

extension PartitionLog {
    /// Reads everything from an offset to the high watermark, in steps of `maxBytes`, checking on the way that
    /// whole batches come and that the log goes on where it says.
    func readAll(
        from offset: Int64? = nil, maxBytes: Int = 1 << 20, isolation: FetchIsolation = .highWatermark
    ) throws -> [ReadBatch] {
        var next = offset ?? logStartOffset
        var batches: [ReadBatch] = []
        while true {
            let read = try read(from: next, maxBytes: maxBytes, isolation: isolation)
            guard let file = read.file, read.length > 0 else { return batches }
            let bytes = try file.readBytes(count: read.length, at: read.position)
            guard bytes.count == read.length else { throw LogError.invalidBatch(.truncated) }
            var position = 0
            while position < bytes.count {
                let head = try bytes.withUnsafeBytes { try StoredBatch(parsing: .init(rebasing: $0[position...])) }
                guard head.size <= bytes.count - position else { throw LogError.invalidBatch(.truncated) }
                batches.append(ReadBatch(head: head, bytes: Array(bytes[position..<position + head.size])))
                position += head.size
            }
            next = read.nextOffset
        }
    }
}

extension Disk {
    func contents(_ path: String) throws -> [UInt8] {
        try readSmallFile(path) ?? []
    }
}

/// A seeded generator (SplitMix64), so that a failing history can be run again.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var value = state
        value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
        value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
        return value ^ (value >> 31)
    }
}
