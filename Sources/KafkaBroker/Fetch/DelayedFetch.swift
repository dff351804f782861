import KafkaServer
import NIOCore
import Synchronization

/// A fetch that waits for enough bytes, for an error, or for its time to run out.
///
/// Appends on any thread only count bytes here; the work of answering happens on the connection's own loop.
final class DelayedFetch: Sendable {
    let connectionId: UInt64
    private let loop: any EventLoop
    private let registry: DelayedFetchRegistry
    private let partitions: [Partition]
    /// Tries to answer; true when it did. With `force` it must, whatever there is. Runs on the loop.
    private let attempt: @Sendable (_ force: Bool) -> Bool

    /// Bytes that must still arrive before another attempt is worth it.
    private let missingBytes: Atomic<Int>
    private let attemptScheduled = Atomic<Bool>(false)
    private let state = Mutex<State>(State())

    private struct State {
        var isDone = false
        var timeout: Scheduled<Void>?
    }

    init(
        token: ReplyToken, connectionId: UInt64, registry: DelayedFetchRegistry, partitions: [Partition],
        missingBytes: Int, attempt: @escaping @Sendable (_ force: Bool) -> Bool
    ) {
        self.connectionId = connectionId
        self.loop = token.eventLoop
        self.registry = registry
        self.partitions = partitions
        self.missingBytes = Atomic(missingBytes)
        self.attempt = attempt
    }

    /// Begins to wait. An append that came before the partitions knew of this fetch is found by one more attempt.
    func park(for wait: TimeAmount) {
        registry.add(self)
        for partition in partitions { partition.add(self) }
        let timeout = loop.scheduleTask(in: wait) { self.run(force: true) }
        let isDone = state.withLock { state in
            state.timeout = timeout
            return state.isDone
        }
        if isDone { timeout.cancel() }
        run(force: false)
    }

    /// Told by a partition, on any thread.
    func partitionChanged(appended bytes: Int?) {
        if let bytes {
            let left = missingBytes.subtract(bytes, ordering: .sequentiallyConsistent).newValue
            guard left <= 0 else { return }
        }
        scheduleAttempt(force: false)
    }

    /// Ends the wait with whatever there is: the broker stops.
    func answerNow() {
        loop.execute { self.run(force: true) }
    }

    /// Ends the wait without an answer: the connection is gone.
    func cancel() {
        finish()
    }

    private func scheduleAttempt(force: Bool) {
        guard !attemptScheduled.exchange(true, ordering: .sequentiallyConsistent) else { return }
        loop.execute {
            self.attemptScheduled.store(false, ordering: .sequentiallyConsistent)
            self.run(force: force)
        }
    }

    private func run(force: Bool) {
        guard !state.withLock({ $0.isDone }) else { return }
        if attempt(force) { finish() }
    }

    private func finish() {
        let (first, timeout) = state.withLock { state in
            defer { state.isDone = true }
            return (!state.isDone, state.timeout)
        }
        guard first else { return }
        timeout?.cancel()
        for partition in partitions { partition.remove(self) }
        registry.remove(self)
    }
}

/// Every fetch that waits, so that closing connections and a stopping broker find theirs.
final class DelayedFetchRegistry: Sendable {
    private let fetches = Mutex<[UInt64: [ObjectIdentifier: DelayedFetch]]>([:])

    func add(_ fetch: DelayedFetch) {
        fetches.withLock { $0[fetch.connectionId, default: [:]][ObjectIdentifier(fetch)] = fetch }
    }

    func remove(_ fetch: DelayedFetch) {
        fetches.withLock { fetches in
            fetches[fetch.connectionId]?[ObjectIdentifier(fetch)] = nil
            if fetches[fetch.connectionId]?.isEmpty == true { fetches[fetch.connectionId] = nil }
        }
    }

    func connectionClosed(_ id: UInt64) {
        let waiting = fetches.withLock { $0[id].map { Array($0.values) } } ?? []
        for fetch in waiting { fetch.cancel() }
    }

    func answerAll() {
        let waiting = fetches.withLock { $0.values.flatMap(\.values) }
        for fetch in waiting { fetch.answerNow() }
    }
}
