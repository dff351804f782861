internal import KafkaRecords
internal import NIOCore

/// Everything that the bytes of a segment tell, read once and changed by nobody.
struct SegmentContent {
    /// A sound batch, in few bytes: a segment may hold millions.
    struct Batch {
        private let start: UInt32
        private let relativeOffset: Int32
        let maxTimestamp: Int64

        init(_ head: StoredBatch, position: Int, base: Int64) {
            start = UInt32(clamping: position)
            relativeOffset = Int32(clamping: head.lastOffset - base)
            maxTimestamp = head.maxTimestamp
        }

        var position: Int { Int(start) }
        func lastOffset(_ base: Int64) -> Int64 { base + Int64(relativeOffset) }
    }

    /// Bytes that are no sound batch.
    struct Damage: Equatable {
        var from: Int
        var to: Int
        var defect: BatchDefect
        /// A sound batch but for the number of its format.
        var isMendable = false
        /// Whole batches follow in the segment.
        var isFollowed: Bool
    }

    let baseOffset: Int64
    let size: Int
    private(set) var batches: [Batch] = []
    private(set) var damages: [Damage] = []
    /// Batches whose checksum holds while their records make no sense.
    private(set) var unreadable: [(position: Int, error: RecordError)] = []
    private(set) var largest = LargestTimestamp.none
    private(set) var aborted: [AbortedTransaction] = []
    /// Behind the last batch.
    private(set) var nextOffset: Int64

    /// Bytes that one batch may decompress to.
    private static var decompressionLimit: Int { 256 << 20 }

    init(baseOffset: Int64, size: Int) {
        self.baseOffset = baseOffset
        self.size = size
        nextOffset = baseOffset
    }

    /// Reads all of a file. `opensBatches`: records are decompressed and counted, too.
    mutating func read<File: DiskFile>(
        _ file: File, opensBatches: Bool, producers: inout ProducerStateTable, epochs: inout LeaderEpochs
    ) throws(DiskError) {
        var position = 0
        while position < size {
            do throws(BatchReadError) {
                try walk(file, from: &position, opensBatches, &producers, &epochs)
            } catch {
                switch error {
                case .disk(let error): throw error
                case .defect(let defect, _): position = try skip(file, defect, at: position)
                }
            }
        }
    }

    private mutating func walk<File: DiskFile>(
        _ file: File, from position: inout Int, _ opensBatches: Bool, _ producers: inout ProducerStateTable,
        _ epochs: inout LeaderEpochs
    ) throws(BatchReadError) {
        var walker = BatchWalker(file, from: position, to: size, window: 256 << 10)
        while let head = try walker.next() {
            let isInOrder = head.isCurrentFormat ? head.baseOffset >= nextOffset : head.lastOffset >= nextOffset
            guard try walker.isIntact(head) else { throw .defect(.checksum, position: position) }
            guard isInOrder, head.lastOffset - baseOffset <= Int64(Int32.max) else {
                throw .defect(.offsetOutOfOrder(head.baseOffset), position: position)
            }
            let marker = try walker.marker(of: head)
            if opensBatches { try open(head, file, at: position) }
            if head.isCurrentFormat { _ = epochs.assign(head.leaderEpoch, startOffset: head.baseOffset) }
            aborted += producers.replay(head, marker: marker)
            if head.maxTimestamp > largest.timestamp {
                largest = LargestTimestamp(timestamp: head.maxTimestamp, offset: head.lastOffset)
            }
            batches.append(Batch(head, position: position, base: baseOffset))
            nextOffset = head.nextOffset
            position = walker.position
        }
    }

    /// Notes the bytes from a bad batch to the next sound one, and answers where that begins.
    private mutating func skip<File: DiskFile>(
        _ file: File, _ defect: BatchDefect, at position: Int
    ) throws(DiskError) -> Int {
        if try FormatMending.isPossible(in: file, at: position, size: size, nextOffset: nextOffset) {
            let length = try file.readBytes(count: 4, at: position + 8).withUnsafeBytes {
                $0.bigEndian(Int32.self, at: 0)
            }
            let end = position + RecordBatchPrefix.overhead + Int(length)
            damages.append(Damage(from: position, to: end, defect: defect, isMendable: true, isFollowed: end < size))
            return end
        }
        let search = SoundBatchSearch(
            file: file, end: size, offsets: nextOffset...max(nextOffset, baseOffset + Int64(Int32.max)))
        let next = try search.first(from: position + 1)
        damages.append(Damage(from: position, to: next ?? size, defect: defect, isFollowed: next != nil))
        return next ?? size
    }

    private mutating func open<File: DiskFile>(
        _ head: StoredBatch, _ file: File, at position: Int
    ) throws(BatchReadError) {
        let bytes: [UInt8]
        do throws(DiskError) { bytes = try file.readBytes(count: head.size, at: position) } catch { throw .disk(error) }
        do throws(RecordError) {
            if head.isCurrentFormat {
                var reader = try RecordBatchReader(
                    ByteBuffer(bytes: bytes), decompressionLimit: Self.decompressionLimit, verifyChecksum: false)
                while try reader.next() != nil {}
            } else {
                var set = LegacyMessageSet(
                    ByteBuffer(bytes: bytes), decompressionLimit: Self.decompressionLimit, verifyChecksum: false)
                while try set.next() != nil {}
            }
        } catch {
            unreadable.append((position, error))
        }
    }

    /// The batch that begins at a byte.
    func batch(at position: Int) -> Batch? {
        let index = partition { $0.position < position }
        return index < batches.count && batches[index].position == position ? batches[index] : nil
    }

    /// The batch that holds an offset, or the one behind it.
    func batch(holding offset: Int64) -> Batch? {
        let index = partition { $0.lastOffset(baseOffset) < offset }
        return index < batches.count ? batches[index] : nil
    }

    private func partition(_ isBefore: (Batch) -> Bool) -> Int {
        var low = 0
        var high = batches.count
        while low < high {
            let middle = (low + high) / 2
            if isBefore(batches[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
