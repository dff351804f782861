/// Where the fields of one record of format v2 lie, in bytes from the start of the region it was read from.
/// Reading it allocates nothing.
struct RecordLayout {
    /// The least bytes that a record can have, its length included.
    static let leastSize = 7
    /// The least bytes of a header in a record: two lengths.
    private static let leastHeaderSize = 2

    var timestampDelta: Int64
    var offsetDelta: Int32
    var key: Range<Int>?
    var value: Range<Int>?
    var headerCount: Int
    /// Where the first header begins.
    var headers: Int

    /// Reads the record at the cursor, headers included, and checks that it is exactly as long as it says.
    init(from cursor: inout RecordCursor) throws(RecordError) {
        let length = Int(try cursor.varint())
        guard length > 0, length <= cursor.remaining else { throw .invalidRecordLength(length) }
        var body = try cursor.part(length)
        // Attributes: no bit has a meaning yet.
        _ = try body.byte()
        timestampDelta = try body.varlong()
        offsetDelta = try body.varint()
        key = try body.sized()
        value = try body.sized()
        headerCount = Int(try body.varint())
        headers = body.position
        guard headerCount >= 0, headerCount <= body.remaining / RecordLayout.leastHeaderSize else {
            throw .malformedRecord
        }
        for _ in 0..<headerCount {
            _ = try RecordLayout.header(from: &body)
        }
        guard body.remaining == 0 else { throw .trailingBytes(body.remaining) }
    }

    static func header(
        from cursor: inout RecordCursor
    ) throws(RecordError) -> (key: Range<Int>, value: Range<Int>?) {
        guard let key = try cursor.sized() else { throw .malformedRecord }
        return (key, try cursor.sized())
    }

    /// Whether `count` records can be in `bytes` bytes: asked before anything is reserved for them.
    static func canHold(_ count: Int32, in bytes: Int) -> Bool {
        count >= 0 && Int(count) <= bytes / leastSize
    }
}
