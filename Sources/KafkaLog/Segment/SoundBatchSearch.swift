internal import KafkaRecords

/// Looks for the next sound batch behind bytes that are none.
struct SoundBatchSearch<File: DiskFile> {
    let file: File
    /// Bytes of the file.
    let end: Int
    /// Offsets that a batch may have to belong to the segment.
    let offsets: ClosedRange<Int64>

    /// Bytes looked at in one piece.
    private static var window: Int { 1 << 20 }

    /// The first position at or past `start` at which a whole batch with a right checksum and a fitting offset begins.
    func first(from start: Int) throws(DiskError) -> Int? {
        var position = start
        while end - position >= RecordBatchPrefix.size {
            let bytes = try file.readBytes(count: min(Self.window, end - position), at: position)
            guard bytes.count >= RecordBatchPrefix.size else { return nil }
            if let found = try search(bytes, at: position) { return found }
            // The last bytes may be the beginning of a head.
            position += bytes.count - RecordBatchPrefix.size + 1
        }
        return nil
    }

    private func search(_ bytes: [UInt8], at position: Int) throws(DiskError) -> Int? {
        for index in 0...(bytes.count - RecordBatchPrefix.size) where bytes[index + 16] <= 2 {
            let isPlausible = bytes.withUnsafeBytes { bytes in
                let length = Int(bytes.bigEndian(Int32.self, at: index + 8))
                return length >= 14 && length <= end - position - index - RecordBatchPrefix.overhead
                    && offsets.contains(bytes.bigEndian(Int64.self, at: index))
            }
            if isPlausible, try isSound(position + index) { return position + index }
        }
        return nil
    }

    /// Whether a whole batch with a right checksum begins at a position.
    func isSound(_ position: Int) throws(DiskError) -> Bool {
        var walker = BatchWalker(file, from: position, to: end)
        do throws(BatchReadError) {
            guard let batch = try walker.next(), offsets.contains(batch.lastOffset) else { return false }
            return try walker.isIntact(batch)
        } catch {
            if case .disk(let error) = error { throw error }
            return false
        }
    }
}
