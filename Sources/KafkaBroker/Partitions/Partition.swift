import KafkaLog
import KafkaWire
import Synchronization

/// The log type of this broker: Kafka's files on the machine's own file system.
typealias BrokerLog = PartitionLog<PosixDisk>

/// One partition as requests meet it: its log, and who waits for more of it.
final class Partition: Sendable {
    let topicName: String
    let index: Int32
    let leaderEpoch: Int32
    /// nil while the log's directory is offline.
    let log: BrokerLog?

    private let isKnownDamaged = Atomic<Bool>(false)
    private let waiterCount = Atomic<Int>(0)
    private let waiters = Mutex<[ObjectIdentifier: DelayedFetch]>([:])

    init(topicName: String, index: Int32, leaderEpoch: Int32, log: BrokerLog?) {
        self.topicName = topicName
        self.index = index
        self.leaderEpoch = leaderEpoch
        self.log = log
    }

    var isOffline: Bool { log == nil }

    /// A read met bytes that are no batch. True the first time, which is worth a line.
    func noteDamage() -> Bool {
        !isKnownDamaged.exchange(true, ordering: .relaxed)
    }

    /// Judges the leader epoch a client believes in (KIP-320); -1 means that it has none.
    func error(forLeaderEpoch epoch: Int32) -> ErrorCode {
        if epoch < 0 || epoch == leaderEpoch { return .none }
        return epoch < leaderEpoch ? .fencedLeaderEpoch : .unknownLeaderEpoch
    }

    /// Lets a parked fetch hear of every append from now on.
    func add(_ waiter: DelayedFetch) {
        waiters.withLock { waiters in
            waiters[ObjectIdentifier(waiter)] = waiter
            waiterCount.store(waiters.count, ordering: .sequentiallyConsistent)
        }
    }

    func remove(_ waiter: DelayedFetch) {
        waiters.withLock { waiters in
            waiters[ObjectIdentifier(waiter)] = nil
            waiterCount.store(waiters.count, ordering: .sequentiallyConsistent)
        }
    }

    /// Tells parked fetches that the partition grew by this many bytes, or (nil) that it changed otherwise.
    func notifyWaiters(appended bytes: Int?) {
        guard waiterCount.load(ordering: .sequentiallyConsistent) > 0 else { return }
        let told = waiters.withLock { Array($0.values) }
        for waiter in told { waiter.partitionChanged(appended: bytes) }
    }
}
