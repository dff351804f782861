/// Finds the bytes of a segment that are no sound batch although sound ones come behind them, and that were on the
/// device once: no write that was cut off left them, so what follows them is as good as it was.
struct DamageSearch<File: DiskFile> {
    struct Damage: Equatable {
        var bytes: Range<Int>
        var defect: BatchDefect
    }

    let file: File
    /// Bytes of the segment.
    let size: Int
    /// The largest offset that the segment can hold.
    let lastOffset: Int64
    /// Everything below this offset was on the device.
    let durableEnd: Int64

    /// Whether batches of transactions lie behind damaged bytes.
    private(set) var sawTransactions = false

    /// All of them from the first defect of the segment on. `nextOffset`: behind the last sound batch before it.
    mutating func run(from start: Int, _ defect: BatchDefect, nextOffset: Int64) throws(DiskError) -> [Damage] {
        var damages: [Damage] = []
        var next = nextOffset
        var found: (position: Int, defect: BatchDefect)? = (start, defect)
        while let damage = found, next <= lastOffset {
            let search = SoundBatchSearch(file: file, end: size, offsets: next...lastOffset)
            guard let sound = try end(of: damage.position, search), let offset = try search.offset(at: sound),
                offset <= durableEnd
            else { break }
            damages.append(Damage(bytes: damage.position..<sound, defect: damage.defect))
            found = try walk(from: sound, &next)
        }
        return damages
    }

    /// Where the next sound batch begins. Where the damaged one's size leads to one, that is it: records may hold what
    /// looks like batches.
    private func end(of position: Int, _ search: SoundBatchSearch<File>) throws(DiskError) -> Int? {
        let head = try file.readBytes(count: min(StoredBatch.headerSize, size - position), at: position)
        if let batch = head.withUnsafeBytes({ bytes in try? StoredBatch(parsing: bytes) }) {
            let end = position + batch.size
            if end == size { return nil }
            if end < size, try search.isSound(end) { return try between(position, end, search) ?? end }
        }
        return try search.first(from: position + 1)
    }

    /// A size that went bad may lead past sound batches to a later one: then they follow each other up to it exactly.
    private func between(_ position: Int, _ end: Int, _ search: SoundBatchSearch<File>) throws(DiskError) -> Int? {
        guard let first = try search.first(from: position + 1), first < end else { return nil }
        var walker = BatchWalker(file, from: first, to: end)
        do throws(BatchReadError) {
            while let batch = try walker.next() {
                guard try walker.isIntact(batch) else { return nil }
            }
        } catch {
            if case .disk(let error) = error { throw error }
            return nil
        }
        return walker.position == end ? first : nil
    }

    /// Goes over sound batches to the next damage; nil at the end, and at a batch that only has to be put right.
    private mutating func walk(
        from start: Int, _ next: inout Int64
    ) throws(DiskError) -> (position: Int, defect: BatchDefect)? {
        var walker = BatchWalker(file, from: start, to: size, window: 256 << 10)
        var position = start
        do throws(BatchReadError) {
            while let batch = try walker.next() {
                guard try walker.isIntact(batch) else { throw .defect(.checksum, position: position) }
                let first = batch.isCurrentFormat ? batch.baseOffset : batch.lastOffset
                guard first >= next, batch.lastOffset <= lastOffset else {
                    throw .defect(.offsetOutOfOrder(batch.baseOffset), position: position)
                }
                if batch.isTransactional || batch.isControl { sawTransactions = true }
                next = batch.nextOffset
                position = walker.position
            }
            return nil
        } catch {
            switch error {
            case .disk(let error): throw error
            case .defect(let defect, _):
                let isMendable = try FormatMending.isPossible(in: file, at: position, size: size, nextOffset: next)
                return isMendable ? nil : (position, defect)
            }
        }
    }
}

extension SoundBatchSearch {
    /// The first offset of the batch at a position, the last one in old formats; nil when there is none.
    fileprivate func offset(at position: Int) throws(DiskError) -> Int64? {
        let head = try file.readBytes(count: min(StoredBatch.headerSize, end - position), at: position)
        return head.withUnsafeBytes { bytes in try? StoredBatch(parsing: bytes).baseOffset }
    }
}
