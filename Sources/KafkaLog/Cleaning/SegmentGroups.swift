/// What the grouping of segments asks of one.
struct GroupedSegment: Equatable {
    var baseOffset: Int64
    var size: Int
    var offsetIndexSize: Int
    var timeIndexSize: Int
}

/// Which neighbouring segments become one, so that segments do not shrink for ever with every cleaning: together they
/// keep to `segment.bytes` and `segment.index.bytes`, and to offsets of 31 bits. Kafka's rule.
enum SegmentGroups {
    /// Ranges of the segments, which end at `endOffset` (the first offset that is not cleaned).
    static func ranges(
        _ segments: [GroupedSegment], segmentBytes: Int, indexBytes: Int, endOffset: Int64
    ) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start = 0
        while start < segments.count {
            var total = segments[start]
            var end = start + 1
            while end < segments.count {
                let next = segments[end]
                let nextEnd = end + 1 < segments.count ? segments[end + 1].baseOffset : endOffset
                guard total.size + next.size <= segmentBytes,
                    total.offsetIndexSize + next.offsetIndexSize <= indexBytes,
                    total.timeIndexSize + next.timeIndexSize <= indexBytes,
                    next.size == 0 || nextEnd - 1 - segments[start].baseOffset <= Int64(Int32.max)
                else { break }
                total.size += next.size
                total.offsetIndexSize += next.offsetIndexSize
                total.timeIndexSize += next.timeIndexSize
                end += 1
            }
            ranges.append(start..<end)
            start = end
        }
        return ranges
    }
}
