import NIOPosix
import Synchronization

/// Threads for work that waits for the device; an idle process has none of them.
public final class LazyThreadPool: Sendable {
    private enum State {
        case idle
        case running(NIOThreadPool)
        case stopped
    }

    private let threads: Int
    private let state = Mutex<State>(.idle)

    /// None of the threads is there before the first work.
    public init(threads: Int) {
        self.threads = threads
    }

    /// Whether there was work for the threads, and they have not been stopped.
    public var isRunning: Bool {
        state.withLock { state in
            if case .running = state { return true }
            return false
        }
    }

    /// Runs work on one of the threads. Once they have been stopped it runs on the caller's, `isStopped` being true.
    public func submit(_ work: @escaping @Sendable (_ isStopped: Bool) -> Void) {
        let pool = state.withLock { state -> NIOThreadPool? in
            switch state {
            case .running(let pool): return pool
            case .stopped: return nil
            case .idle:
                let pool = NIOThreadPool(numberOfThreads: threads)
                pool.start()
                state = .running(pool)
                return pool
            }
        }
        guard let pool else { return work(true) }
        pool.submit { work($0 != .active) }
    }

    /// Ends the threads, after the work that has been submitted.
    public func stop() async {
        let pool = state.withLock { state -> NIOThreadPool? in
            defer { state = .stopped }
            if case .running(let pool) = state { return pool }
            return nil
        }
        try? await pool?.shutdownGracefully()
    }
}
