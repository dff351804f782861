internal import Synchronization

extension LogDirectory {
    /// The directory has failed: its partitions are offline until the next start.
    public var isOffline: Bool { state.withLock { $0.isOffline } }

    /// Whether the directory can be written to, tried out with a small file. Throws why not.
    public func probe() throws(DiskError) {
        let probe = path + "/.martlet-probe"
        do {
            let file = try disk.open(probe, .create)
            try file.truncate(to: 0)
            try file.write([0x6f, 0x6b], at: 0)
            try file.sync()
        }
        try disk.remove(probe)
    }

    /// Gives the directory up. Its logs are closed without another write; answers the partitions they belonged to.
    public func takeOffline() -> [TopicPartition] {
        let logs = state.withLock { state in
            defer {
                state.isOffline = true
                state.logs = [:]
                state.unsynced = []
                state.unnamed = []
                state.refusing = [:]
                state.deletions = []
            }
            return state.logs
        }
        for log in logs.values { log.abandon() }
        return logs.keys.sorted()
    }
}
