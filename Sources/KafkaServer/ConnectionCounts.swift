import Synchronization

/// How many connections are open, in all, by listener and by address (`max.connections`, `max.connections.per.ip`).
final class ConnectionCounts: Sendable {
    private struct State {
        var total = 0
        var ebb = ConnectionEbb()
        var byListener: [String: Int] = [:]
        var byAddress: [String: Int] = [:]
        /// By listener, each of which waits at most once.
        var waiting: [String: @Sendable () -> Void] = [:]
    }

    private let state = Mutex(State())

    /// How many connections are open.
    var total: Int { state.withLock { $0.total } }

    /// Whether most connections have gone since it was so last.
    func haveEbbed() -> Bool { state.withLock { $0.ebb.hasEbbed(to: $0.total) } }

    /// Counts a connection. False if its address has too many; it is not counted then.
    func open(_ address: String, _ listener: String, _ bounds: ConnectionBounds) -> Bool {
        let most = bounds.overrides[address] ?? bounds.perAddress
        return state.withLock { state in
            let open = state.byAddress[address] ?? 0
            guard open < most else { return false }
            state.byAddress[address] = open &+ 1
            state.byListener[listener, default: 0] &+= 1
            state.total &+= 1
            state.ebb.rose(to: state.total)
            return true
        }
    }

    /// A counted connection is gone.
    func close(_ address: String, _ listener: String) {
        let waiting = state.withLock { state -> [@Sendable () -> Void] in
            let open = (state.byAddress[address] ?? 1) &- 1
            state.byAddress[address] = open > 0 ? open : nil
            state.byListener[listener, default: 1] &-= 1
            state.total &-= 1
            // Each finds out for itself whether this made room for it.
            let waiting = Array(state.waiting.values)
            state.waiting = [:]
            return waiting
        }
        for wake in waiting { wake() }
    }

    /// Whether a listener has room for another connection. If not, `wake` is called when there may be.
    func hasRoom(_ listener: String, _ bounds: ConnectionBounds, orWake wake: @escaping @Sendable () -> Void) -> Bool {
        state.withLock { state in
            let hasRoom = bounds.isProtected || state.total < max(1, bounds.total)
            if hasRoom, state.byListener[listener] ?? 0 < max(1, bounds.listener) { return true }
            state.waiting[listener] = wake
            return false
        }
    }
}
