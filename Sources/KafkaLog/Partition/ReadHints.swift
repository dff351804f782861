/// Where the last few reads ended, so that the next read of the same consumer needs no lookup.
struct ReadHints: Sendable {
    private struct Hint: Sendable {
        var offset: Int64
        var segment: Int64
        var position: Int
    }

    private static var capacity: Int { 8 }
    private var hints = InlineArray<8, Hint>(repeating: Hint(offset: -1, segment: -1, position: 0))
    private var next = 0

    /// The position of the batch that begins with an offset.
    func position(of offset: Int64, in segment: Int64) -> Int? {
        for index in 0..<Self.capacity where hints[index].offset == offset && hints[index].segment == segment {
            return hints[index].position
        }
        return nil
    }

    mutating func remember(_ offset: Int64, in segment: Int64, at position: Int) {
        for index in 0..<Self.capacity where hints[index].offset == offset {
            hints[index] = Hint(offset: offset, segment: segment, position: position)
            return
        }
        hints[next] = Hint(offset: offset, segment: segment, position: position)
        next = (next + 1) % Self.capacity
    }

    mutating func clear() {
        self = ReadHints()
    }
}
