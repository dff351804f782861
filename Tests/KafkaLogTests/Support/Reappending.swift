import NIOCore
import Testing

@testable import KafkaLog

/// A partition written again, batch by batch, on a disk in memory, and held against the files it came from.
struct Reappending<Source: Disk> {
    let disk: Source
    let folder: String
    let configuration: LogConfiguration

    func check(_ source: PartitionLog<Source>) throws {
        // As a broker does that leads the partition.
        source.assignLeaderEpoch(0)
        let copy = MemoryDisk()
        try copy.makeDirectory("/p")
        let log = try PartitionLog.open(
            disk: copy, directory: "/p", configuration: configuration,
            options: LoadOptions(isClean: true, now: 1_795_390_000_000)
        ).log
        log.assignLeaderEpoch(0)
        for batch in try source.readAll(isolation: .logEnd) {
            let result = try log.append(
                ByteBuffer(bytes: batch.bytes), leaderEpoch: batch.head.leaderEpoch, origin: .replication,
                now: 1_795_390_000_000)
            #expect(result.baseOffset == batch.head.baseOffset)
        }
        try log.close()
        let endings = [".log", ".index", ".timeindex", ".txnindex", "leader-epoch-checkpoint"]
        func compared(_ names: [String]) -> [String] {
            names.filter { name in endings.contains { name.hasSuffix($0) } }.sorted()
        }
        let names = compared(try disk.list(folder).map(\.name))
        #expect(names == compared(try copy.list("/p").map(\.name)), "\(folder)")
        for name in names {
            #expect(try copy.contents("/p/" + name) == disk.contents(folder + "/" + name), "\(folder)/\(name)")
        }
    }
}
