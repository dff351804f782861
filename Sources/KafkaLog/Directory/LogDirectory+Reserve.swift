internal import Synchronization

/// Space that is kept for the day on which there is none: an orderly stop has to write snapshots, index entries and
/// checkpoints, and a start a few records, before retention can make room.
extension LogDirectory {
    /// A file of no use but its size; Apache Kafka passes over files beside the partitions' directories.
    static var reserveName: String { ".martlet_reserve" }

    /// What a stop may need, in bytes: a few blocks for each partition, within bounds.
    private var wantedReserve: Int {
        min(1 << 20 + state.withLock { $0.logs.count } << 14, 64 << 20)
    }

    /// Takes the space where it is to be had, and never more than half of what is left. Where that fails there is less.
    public func keepReserve() {
        let name = path + "/" + Self.reserveName
        let wanted = wantedReserve
        do throws(DiskError) {
            let held = try disk.exists(name) ? try disk.status(of: name).size : 0
            guard held < wanted else { return }
            let size = min(wanted, (held + (try disk.freeSpace(at: path))) / 2)
            guard size > held, size >= 64 << 10 else { return }
            let file = try disk.open(name, .create)
            try file.reserve(size)
            try file.truncate(to: size)
        } catch {
            if error.isDiskFull { try? disk.removeIfPresent(name) }
        }
    }

    /// Gives the space back, for a start or a stop that might find none otherwise.
    public func releaseReserveIfShort() {
        guard let free = try? disk.freeSpace(at: path), free >= wantedReserve else { return releaseReserve() }
    }

    func releaseReserve() {
        try? disk.removeIfPresent(path + "/" + Self.reserveName)
    }
}
