import KafkaRecords
import NIOCore

/// Records that are described in words: `t-0 holds offsets 0..9 …; u-0 holds 0..7 with log start offset 4`.
///
/// Record i has the timestamp 1700000000000 + i, the key k<i> and the value v<i>.
enum DescribedData {
    private static let firstTimestamp: Int64 = 1_700_000_000_000

    static func fill(_ topics: inout [FoundTopic], from text: String) {
        for sentence in text.split(separator: ";") {
            let words = sentence.split(separator: " ")
            guard let verb = words.firstIndex(of: "holds"), verb > 0,
                let range = words[verb...].lazy.compactMap(Self.range).first,
                let dash = words[verb - 1].lastIndex(of: "-"),
                let partition = Int32(words[verb - 1][words[verb - 1].index(after: dash)...]),
                let topic = topics.firstIndex(where: { $0.name == words[verb - 1][..<dash] })
            else { continue }
            let start = logStart(words) ?? range.lowerBound
            topics[topic].logs.append(
                .init(
                    partition: partition, logStartOffset: start, endOffset: range.upperBound + 1,
                    records: range.map(record)))
        }
    }

    private static func record(_ offset: Int64) -> Record {
        Record(
            offset: offset, timestamp: firstTimestamp + offset, key: ByteBuffer(string: "k\(offset)"),
            value: ByteBuffer(string: "v\(offset)"))
    }

    /// Reads `0..9`.
    private static func range(_ word: Substring) -> ClosedRange<Int64>? {
        let ends = word.split(separator: ".")
        guard word.contains(".."), ends.count == 2, let low = Int64(ends[0]), let high = Int64(ends[1]), low >= 0,
            low <= high, high < 1_000_000
        else { return nil }
        return low...high
    }

    private static func logStart(_ words: [Substring]) -> Int64? {
        let phrase: [Substring] = ["log", "start", "offset"]
        guard let place = words.indices.first(where: { words[$0...].starts(with: phrase) }),
            words.indices.contains(place + phrase.count)
        else { return nil }
        return Int64(words[place + phrase.count])
    }
}
