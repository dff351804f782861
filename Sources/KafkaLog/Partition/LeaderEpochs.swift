/// Which leader epoch began at which offset: the content of `leader-epoch-checkpoint`, a pure value.
struct LeaderEpochs: Equatable, Sendable {
    struct Entry: Equatable, Sendable {
        var epoch: Int32
        var startOffset: Int64
    }

    /// Ascending in epoch and in offset.
    private(set) var entries: [Entry] = []

    var latest: Entry? { entries.last }

    /// Notes that batches of an epoch begin at an offset. True when that was news.
    mutating func assign(_ epoch: Int32, startOffset: Int64) -> Bool {
        guard epoch >= 0, startOffset >= 0 else { return false }
        if let latest, latest.epoch == epoch, startOffset >= latest.startOffset { return false }
        while let last = entries.last, last.epoch >= epoch || last.startOffset >= startOffset { entries.removeLast() }
        entries.append(Entry(epoch: epoch, startOffset: startOffset))
        return true
    }

    /// Those with batches in a log that ends at an offset. The others come back with the leader.
    func withBatches(before endOffset: Int64) -> ArraySlice<Entry> {
        entries.prefix { $0.startOffset < endOffset }
    }

    /// Drops epochs that begin at or past the log's end. True when something changed.
    mutating func truncate(fromEnd endOffset: Int64) -> Bool {
        let before = entries.count
        while let last = entries.last, last.startOffset >= endOffset { entries.removeLast() }
        return entries.count != before
    }

    /// Lets the epoch that holds the log's start begin there. True when something changed.
    mutating func truncate(fromStart startOffset: Int64) -> Bool {
        guard let index = entries.lastIndex(where: { $0.startOffset <= startOffset }) else { return false }
        let before = entries
        entries.removeFirst(index)
        entries[0].startOffset = startOffset
        return entries != before
    }

    /// The epoch that an offset was written in.
    func epoch(of offset: Int64) -> Int32? {
        entries.last { $0.startOffset <= offset }?.epoch
    }

    /// The end offset of an epoch, and the largest epoch known up to it (KIP-101, KIP-279). Nil when nothing is known.
    func endOffset(of epoch: Int32, logEnd: Int64) -> Entry? {
        guard epoch >= 0 else { return nil }
        if let latest, latest.epoch == epoch { return Entry(epoch: epoch, startOffset: logEnd) }
        guard let higher = entries.first(where: { $0.epoch > epoch }) else { return nil }
        let floor = entries.last { $0.epoch <= epoch }
        return Entry(epoch: floor?.epoch ?? epoch, startOffset: higher.startOffset)
    }

    /// The file's text: version, count, one line per entry.
    var text: String {
        entries.reduce(into: "0\n\(entries.count)\n") { $0 += "\($1.epoch) \($1.startOffset)\n" }
    }

    init() {}

    /// Nil for a text of another form.
    init?(text: String) {
        guard let lines = CheckpointText(text), lines.version == 0 else { return nil }
        for line in lines.entries {
            let fields = line.split(separator: " ")
            guard fields.count == 2, let epoch = Int32(fields[0]), let offset = Int64(fields[1]) else { return nil }
            guard epoch >= 0, offset >= 0 else { return nil }
            _ = assign(epoch, startOffset: offset)
        }
    }
}
