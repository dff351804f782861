/// Carries out repairs in a partition's directory that nobody has open. After a crash in the middle, the next start or
/// another repair goes on from what is there.
struct PartitionRepair<D: Disk> {
    let disk: D
    let directory: String
    /// `index.interval.bytes` for indexes that are built anew.
    let indexInterval: Int

    /// The repairs in the order in which they may be done: first what moves bytes, then what is made from them.
    mutating func run(_ repairs: [LogRepair]) throws(DiskError) {
        let quarantine = Quarantine(disk: disk, directory: directory)
        var rebuilds: Set<Int64> = []
        var cuts: [Int64: [Range<Int>]] = [:]
        var writesEpochs = false
        for repair in repairs {
            switch repair {
            case .setAside(let name): _ = try quarantine.setAside(name)
            case .rebuildIndexes(let segment): rebuilds.insert(segment)
            case .mendFormat(let segment, let position):
                let file = try disk.open(path(segment, .log), .write)
                try file.write([2], at: position + 16)
                try file.sync()
                rebuilds.insert(segment)
            case .takeOut(let segment, let from, let to):
                cuts[segment, default: []].append(from..<to)
                rebuilds.insert(segment)
            case .cutTail(let segment, let from):
                let file = try disk.open(path(segment, .log), .write)
                _ = try quarantine.keep(file, named: name(segment, .log), from: from, to: try file.size())
                try file.truncate(to: from)
                try file.sync()
                rebuilds.insert(segment)
            case .writeEpochs: writesEpochs = true
            case .lowerRecoveryPoint: break
            }
        }
        for (segment, ranges) in cuts {
            let excision = SegmentExcision(disk: disk, directory: directory, segment: segment)
            _ = try excision.take(ranges.sorted { $0.lowerBound < $1.lowerBound })
        }
        if !rebuilds.isEmpty || writesEpochs { try rebuild(rebuilds, writesEpochs: writesEpochs) }
        try disk.syncDirectory(directory)
    }

    private func name(_ segment: Int64, _ kind: SegmentFileName.Kind) -> String { SegmentFileName(segment, kind).text }
    private func path(_ segment: Int64, _ kind: SegmentFileName.Kind) -> String {
        directory + "/" + name(segment, kind)
    }

    /// Walks the log from its start, as producers and epochs come from all of it, and writes the indexes of some segments.
    private func rebuild(_ wanted: Set<Int64>, writesEpochs: Bool) throws(DiskError) {
        let bases = try disk.list(directory).compactMap { SegmentFileName($0.name) }
            .filter { $0.kind == .log && $0.transition == nil }.map(\.baseOffset).sorted()
        var producers = ProducerStateTable()
        var epochs = LeaderEpochs()
        for base in bases {
            let size = try disk.status(of: path(base, .log)).size
            if wanted.contains(base) {
                let files = SegmentFiles(disk: disk, directory: directory, baseOffset: base, isNew: false)
                var scan = SegmentScan(files, indexInterval: indexInterval)
                try scan.run(size: size, producers: &producers, epochs: &epochs)
                try files.offsetIndex.sync()
                try files.timeIndex.sync()
                try files.transactionIndex.sync()
            } else {
                var content = SegmentContent(baseOffset: base, size: size)
                try content.read(
                    try disk.open(path(base, .log), .read), opensBatches: false, producers: &producers, epochs: &epochs)
            }
        }
        guard writesEpochs else { return }
        let name = directory + "/leader-epoch-checkpoint"
        if try disk.exists(name) {
            _ = try Quarantine(disk: disk, directory: directory).setAside("leader-epoch-checkpoint")
        }
        try disk.replaceFile(name, in: directory, with: Array(epochs.text.utf8))
    }
}
