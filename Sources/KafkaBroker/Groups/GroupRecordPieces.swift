import KafkaCoordination
import KafkaRecords
import NIOCore

/// Cuts records of groups into as many as go into one batch each.
enum GroupRecordPieces {
    /// What a record takes besides its key and value, at most: its attributes, lengths and differences.
    private static let recordOverhead = 32

    /// Pieces in order, none of them empty; a record that is too large by itself is a piece of its own. `limit`: bytes
    /// of a batch.
    static func split(_ records: [GroupRecord], limit: Int) -> [ArraySlice<GroupRecord>] {
        let room = limit - RecordBatchHeader.size
        var pieces: [ArraySlice<GroupRecord>] = []
        var start = 0
        var size = 0
        for (index, record) in records.enumerated() {
            // What cannot be encoded is found out when it is written.
            let key = (try? record.encodedKey())?.readableBytes ?? 0
            let value = ((try? record.encodedValue()) ?? nil)?.readableBytes ?? 0
            let next = recordOverhead + key + value
            if index > start, size + next > room {
                pieces.append(records[start..<index])
                (start, size) = (index, 0)
            }
            size += next
        }
        if start < records.count { pieces.append(records[start...]) }
        return pieces
    }
}
