/// What to do about the files that interrupted operations left in a partition's directory. A pure decision by names.
///
/// `.deleted` and `.cleaned` files go. A `.swap` file is finished work of the cleaner, unless a `.cleaned` file at or
/// below its offset says that the work was not finished. Index files without their `.log` go.
struct DirectoryTidying: Equatable {
    /// Files to remove, whatever the content of others.
    private(set) var remove: [String] = []
    /// Files that replace the segments whose offsets they cover.
    private(set) var swaps: [SegmentFileName] = []
    /// Files of segments as they stand.
    private(set) var current: [SegmentFileName] = []

    init(names: [String]) {
        let parsed = names.compactMap { SegmentFileName($0) }
        let cleaned = parsed.filter { $0.transition == .cleaned }.map(\.baseOffset).min()
        for name in parsed {
            switch name.transition {
            case .deleted, .cleaned:
                remove.append(name.text)
            case .swap:
                if let cleaned, name.baseOffset >= cleaned { remove.append(name.text) } else { swaps.append(name) }
            case nil:
                current.append(name)
            }
        }
    }

    /// Takes the swaps' place in, given the offsets that their segments cover; returns the files they replace.
    mutating func applySwaps(covering offsets: Range<Int64>?) -> [String] {
        var replaced: [String] = []
        if let offsets {
            replaced = current.filter { offsets.contains($0.baseOffset) }.map(\.text)
            current.removeAll { offsets.contains($0.baseOffset) }
        }
        for swap in swaps {
            let name = SegmentFileName(swap.baseOffset, swap.kind)
            if !current.contains(name) { current.append(name) }
        }
        return replaced
    }

    /// Base offsets of the segments, ascending.
    var segments: [Int64] { current.filter { $0.kind == .log }.map(\.baseOffset).sorted() }

    /// End offsets of the producer snapshots, ascending.
    var snapshots: [Int64] { current.filter { $0.kind == .snapshot }.map(\.baseOffset).sorted() }

    /// Index files whose segment is not there.
    var orphans: [String] {
        let bases = Set(segments)
        return current.filter { $0.kind != .log && $0.kind != .snapshot && !bases.contains($0.baseOffset) }.map(\.text)
    }

    func holds(_ baseOffset: Int64, _ kind: SegmentFileName.Kind) -> Bool {
        current.contains(SegmentFileName(baseOffset, kind))
    }
}
