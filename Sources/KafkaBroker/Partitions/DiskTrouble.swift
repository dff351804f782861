import KafkaLog
import Logging
import Synchronization

/// Says in the broker's own log that the disk refuses writes: clients hear KAFKA_STORAGE_ERROR, the operator has to
/// hear the cause. A disk stays full for many requests, so one line in ten seconds is enough.
final class DiskTrouble: Sendable {
    /// Least time between two lines, in milliseconds.
    static let leastInterval: Int64 = 10_000

    private struct State {
        var lastSaid = Int64.min
        var unsaid = 0
    }

    private let logger: Logger
    private let state = Mutex(State())

    init(logger: Logger) {
        self.logger = logger
    }

    /// Takes note of a failed call; other errors of a log are the client's affair.
    func note(_ error: LogError, now: Int64) {
        guard case .storage(let failure) = error else { return }
        let unsaid = state.withLock { state -> Int? in
            let (sinceLast, overflow) = now.subtractingReportingOverflow(state.lastSaid)
            guard overflow || sinceLast >= Self.leastInterval || sinceLast < 0 else {
                state.unsaid += 1
                return nil
            }
            defer { state = State(lastSaid: now, unsaid: 0) }
            return state.unsaid
        }
        guard let unsaid else { return }
        logger.error(
            failure.isDiskFull
                ? "the disk is full: produces are refused with KAFKA_STORAGE_ERROR until there is space; reads go on"
                : "the disk failed: a produce was refused with KAFKA_STORAGE_ERROR",
            metadata: ["error": "\(failure)", "more": "\(unsaid)"])
    }
}
