import NIOCore
import Testing

@testable import KafkaLog

/// The rules by which Kafka accepts, repeats and refuses the batches of idempotent and transactional producers.
@Suite("Producers")
struct ProducerStateTests {
    let disk = MemoryDisk()

    func open(_ options: LoadOptions = LoadOptions(isClean: true, now: 0)) throws -> PartitionLog<MemoryDisk> {
        try disk.makeDirectory("/p")
        return try PartitionLog.open(
            disk: disk, directory: "/p", configuration: LogConfiguration(), options: options
        ).log
    }

    func batch(
        _ sequence: Int32, count: Int32 = 1, id: Int64 = 1, epoch: Int16 = 0, isTransactional: Bool = false
    ) -> ByteBuffer {
        TestBatch(
            count: count, producerId: id, epoch: epoch, sequence: sequence, isTransactional: isTransactional
        ).buffer
    }

    func marker(commit: Bool, id: Int64 = 1, epoch: Int16 = 0, coordinator: Int32 = 0) -> ByteBuffer {
        TestBatch(
            producerId: id, epoch: epoch, isTransactional: true, marker: commit, coordinatorEpoch: coordinator
        ).buffer
    }

    @Test func theLastFiveBatchesAreKnownAgain() throws {
        let log = try open()
        for index in 0..<6 {
            #expect(try log.append(batch(Int32(index * 2), count: 2), leaderEpoch: 0, now: 0).baseOffset == index * 2)
        }
        for index in 1..<6 {
            let again = try log.append(batch(Int32(index * 2), count: 2), leaderEpoch: 0, now: 0)
            #expect(again.isDuplicate)
            #expect(again.baseOffset == index * 2)
            #expect(again.logAppendTime == 1_000)
        }
        // The sixth is forgotten; a known start with another end is no repetition.
        #expect(throws: LogError.outOfOrderSequence(producerId: 1, expectedAfter: 11, received: 0)) {
            try log.append(batch(0, count: 2), leaderEpoch: 0, now: 0)
        }
        #expect(throws: LogError.outOfOrderSequence(producerId: 1, expectedAfter: 11, received: 10)) {
            try log.append(batch(10, count: 1), leaderEpoch: 0, now: 0)
        }
        #expect(throws: LogError.outOfOrderSequence(producerId: 1, expectedAfter: 11, received: 13)) {
            try log.append(batch(13), leaderEpoch: 0, now: 0)
        }
        #expect(log.logEndOffset == 12)
    }

    @Test func anUnknownProducerMayBeginAnywhereAndNumbersWrap() throws {
        let log = try open()
        #expect(try log.append(batch(.max - 1, count: 2), leaderEpoch: 0, now: 0).baseOffset == 0)
        #expect(try log.append(batch(0), leaderEpoch: 0, now: 0).baseOffset == 2)
        #expect(try log.append(batch(.max - 1, count: 2), leaderEpoch: 0, now: 0).isDuplicate)
        // A batch may itself reach over the end of the numbers.
        #expect(try log.append(batch(.max, count: 3, id: 2), leaderEpoch: 0, now: 0).baseOffset == 3)
        #expect(try log.append(batch(2, id: 2), leaderEpoch: 0, now: 0).baseOffset == 6)
        #expect(try log.append(batch(.max, count: 3, id: 2), leaderEpoch: 0, now: 0).isDuplicate)
    }

    @Test func aNewEpochBeginsAtZeroAndEndsTheOld() throws {
        let log = try open()
        _ = try log.append(batch(0, epoch: 3), leaderEpoch: 0, now: 0)
        #expect(throws: LogError.self) { try log.append(batch(1, epoch: 4), leaderEpoch: 0, now: 0) }
        #expect(try log.append(batch(0, epoch: 4), leaderEpoch: 0, now: 0).baseOffset == 1)
        #expect(throws: LogError.invalidProducerEpoch(producerId: 1, current: 4, received: 3)) {
            try log.append(batch(1, epoch: 3), leaderEpoch: 0, now: 0)
        }
    }

    @Test func aSilentProducerIsForgottenUnlessItsTransactionIsOpen() throws {
        let log = try open()
        _ = try log.append(batch(0), leaderEpoch: 0, now: 0)
        _ = try log.append(batch(0, id: 2, isTransactional: true), leaderEpoch: 0, now: 0)
        log.expireProducers(now: 1_000 + 24 * 3600 * 1000)
        #expect(try log.append(batch(7), leaderEpoch: 0, now: 0).baseOffset == 2)
        #expect(throws: LogError.self) {
            try log.append(batch(7, id: 2, isTransactional: true), leaderEpoch: 0, now: 0)
        }
    }

    @Test func transactionsHoldBackTheLastStableOffsetAndAbortsAreTold() throws {
        let log = try open()
        _ = try log.append(batch(0, count: 2, isTransactional: true), leaderEpoch: 0, now: 0)
        _ = try log.append(batch(0, id: 2, isTransactional: true), leaderEpoch: 0, now: 0)
        #expect(log.offsets == LogOffsets(start: 0, end: 3, highWatermark: 3, lastStable: 0))
        #expect(try log.read(from: 0, maxBytes: 1_000, isolation: .committed).length == 0)
        #expect(throws: LogError.invalidTransactionState(producerId: 2)) {
            try log.append(batch(1, id: 2), leaderEpoch: 0, now: 0)
        }
        _ = try log.append(marker(commit: false), leaderEpoch: 0, origin: .coordinator, now: 0)
        #expect(log.lastStableOffset == 2)
        _ = try log.append(marker(commit: true, id: 2), leaderEpoch: 0, origin: .coordinator, now: 0)
        #expect(log.lastStableOffset == 5)
        let aborted = try log.abortedTransactions(from: 0, to: 5)
        #expect(
            aborted == [AbortedTransaction(producerId: 1, firstOffset: 0, lastOffset: 3, lastStableOffset: 2)])
        #expect(try log.abortedTransactions(from: 4, to: 5).isEmpty)
        // The same after a crash, from the batches alone.
        let crashed = disk.afterKill()
        let again = try PartitionLog.open(
            disk: crashed, directory: "/p", configuration: LogConfiguration(), options: LoadOptions(now: 0)
        ).log
        #expect(again.lastStableOffset == 5)
        #expect(try again.abortedTransactions(from: 0, to: 5) == aborted)
    }

    @Test func anOldCoordinatorIsFenced() throws {
        let log = try open()
        _ = try log.append(marker(commit: true, coordinator: 5), leaderEpoch: 0, origin: .coordinator, now: 0)
        #expect(throws: LogError.coordinatorFenced(producerId: 1, current: 5, received: 4)) {
            try log.append(marker(commit: true, coordinator: 4), leaderEpoch: 0, origin: .coordinator, now: 0)
        }
    }

    @Test func snapshotsKeepWhatTheyWereGivenAndNoticeDamage() throws {
        var table = ProducerStateTable()
        for id in 0..<20 {
            var entry = ProducerStateEntry(producerId: Int64(id))
            entry.add(
                .init(lastSequence: Int32(id), lastOffset: Int64(id * 3), offsetDelta: 1, timestamp: 9), epoch: 2)
            entry.coordinatorEpoch = 7
            entry.transactionStart = id.isMultiple(of: 2) ? Int64(id * 3 - 1) : -1
            table.load(entry)
        }
        let bytes = ProducerSnapshot.encode(table.entries.values)
        let decoded = try #require(ProducerSnapshot.decode(bytes))
        #expect(ProducerSnapshot.encode(decoded) == bytes)
        #expect(decoded.count == 20)
        for place in bytes.indices {
            var damaged = bytes
            damaged[place] ^= 0x10
            #expect(ProducerSnapshot.decode(damaged) == nil, "byte \(place)")
            #expect(ProducerSnapshot.decode(Array(bytes[..<place])) == nil)
        }
    }
}
