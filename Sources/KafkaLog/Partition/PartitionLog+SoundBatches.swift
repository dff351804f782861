internal import KafkaRecords
public import NIOCore
internal import Synchronization

/// Bytes of a segment that are no sound batch.
public struct DamagedStretch: Error, Equatable, Sendable {
    /// Base offset of the segment.
    public var segment: Int64
    /// Where they lie in its `.log`.
    public var bytes: Range<Int>
    public var defect: BatchDefect
    /// Whether the stretch ends where a sound batch begins.
    public var isFollowed: Bool
}

extension PartitionLog {
    /// Reads the whole log and hands out every batch that is whole and has the checksum it says, from the log's start
    /// on; one that only has a wrong number of its format, as it was. What lies between is told of and passed over. For a
    /// background thread.
    public func forEachSoundBatch(
        _ body: (ByteBuffer) -> Void, damaged: (DamagedStretch) -> Void
    ) throws(LogError) {
        let (segments, start, end) = try state.withLock { (state) throws(LogError) in
            try state.checkOpen()
            return (state.segments.map { ($0.files, $0.size) }, state.startOffset, state.endOffset)
        }
        for (index, (files, size)) in segments.enumerated() {
            let following = index + 1 < segments.count ? segments[index + 1].0.baseOffset : end
            guard files.baseOffset < following, following > start else { continue }
            do throws(DiskError) {
                var walk = SoundBatchWalk(
                    try files.file(), size: size, segment: files.baseOffset, offsets: files.baseOffset...following - 1,
                    mendsFormat: true)
                try walk.run(
                    { batch, bytes in if batch.lastOffset >= start { body(ByteBuffer(bytes: bytes)) } }, damaged)
            } catch {
                throw .storage(error)
            }
        }
    }

    /// The first bytes of a log's files that are no batch although sound ones come behind them: no write that was cut
    /// off leaves that where every append is synced. Nil when there are none. Opens nothing and changes nothing.
    public static func damageInside(disk: D, directory: String) throws(LogError) -> DamagedStretch? {
        do throws(DiskError) {
            let bases = try disk.list(directory).compactMap { SegmentFileName($0.name) }
                .filter { $0.kind == .log && $0.transition == nil }.map(\.baseOffset).sorted()
            var suspect: DamagedStretch?
            for base in bases {
                let file = try disk.open(directory + "/" + SegmentFileName(base, .log).text, .read)
                var first: DamagedStretch?
                var hasBatches = false
                var walk = SoundBatchWalk(file, size: try file.size(), segment: base, offsets: base...Int64.max)
                try walk.run({ _, _ in hasBatches = true }) { stretch in if first == nil { first = stretch } }
                if let suspect, hasBatches { return suspect }
                if let first, first.isFollowed { return first }
                suspect = suspect ?? first
            }
            return nil
        } catch {
            throw .storage(error)
        }
    }
}

/// Walks the sound batches of a segment, whatever lies between them.
private struct SoundBatchWalk<File: DiskFile> {
    private let file: File
    private let size: Int
    private let segment: Int64
    private let offsets: ClosedRange<Int64>
    private let mendsFormat: Bool

    private static var window: Int { 1 << 20 }

    init(_ file: File, size: Int, segment: Int64, offsets: ClosedRange<Int64>, mendsFormat: Bool = false) {
        self.file = file
        self.size = size
        self.segment = segment
        self.offsets = offsets
        self.mendsFormat = mendsFormat
    }

    mutating func run(
        _ body: (StoredBatch, UnsafeRawBufferPointer) -> Void, _ damaged: (DamagedStretch) -> Void
    ) throws(DiskError) {
        var position = 0
        while position < size {
            do throws(BatchReadError) {
                var reader = BatchReader(file, from: position, to: size, window: Self.window)
                while let (batch, bytes) = try reader.next() { body(batch, bytes) }
                return
            } catch {
                switch error {
                case .disk(let error): throw error
                case .defect(let defect, let place):
                    if mendsFormat, let end = try mended(at: place, body) {
                        position = end
                        continue
                    }
                    let next = try SoundBatchSearch(file: file, end: size, offsets: offsets).first(from: place + 1)
                    damaged(
                        DamagedStretch(
                            segment: segment, bytes: place..<(next ?? size), defect: defect, isFollowed: next != nil))
                    position = next ?? size
                }
            }
        }
    }

    /// Hands out a batch that is whole but for the number of its format; answers where it ends, nil when it is none.
    private func mended(
        at position: Int, _ body: (StoredBatch, UnsafeRawBufferPointer) -> Void
    ) throws(DiskError) -> Int? {
        guard try FormatMending.isPossible(in: file, at: position, size: size, nextOffset: offsets.lowerBound)
        else { return nil }
        let length = try file.readBytes(count: 4, at: position + StoredBatch.Field.length)
        let count = length.withUnsafeBytes { Int($0.bigEndian(Int32.self, at: 0)) } + RecordBatchPrefix.overhead
        var bytes = try file.readBytes(count: count, at: position)
        guard bytes.count == count, count > StoredBatch.headerSize else { return nil }
        bytes[16] = 2
        return bytes.withUnsafeBytes { bytes -> Int? in
            guard let batch = try? StoredBatch(parsing: bytes), offsets.contains(batch.lastOffset) else { return nil }
            body(batch, bytes)
            return position + count
        }
    }
}
