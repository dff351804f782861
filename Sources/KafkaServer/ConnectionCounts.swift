import Synchronization

/// How many connections are open, in all and by address (`max.connections`, `max.connections.per.ip`).
final class ConnectionCounts: Sendable {
    private struct State {
        var total = 0
        var byAddress: [String: Int] = [:]
        var waiting: [@Sendable () -> Void] = []
    }

    private let limit: Int
    private let perAddress: Int
    private let overrides: [String: Int]
    private let state = Mutex(State())

    init(settings: ServerSettings) {
        limit = max(1, settings.maxConnections)
        perAddress = settings.maxConnectionsPerIP
        overrides = settings.maxConnectionsPerIPOverrides
    }

    /// How many connections are open.
    var total: Int { state.withLock { $0.total } }

    /// Counts a connection. False if its address has too many; it is not counted then.
    func open(_ address: String) -> Bool {
        let most = overrides[address] ?? perAddress
        return state.withLock { state in
            let open = state.byAddress[address] ?? 0
            guard open < most else { return false }
            state.byAddress[address] = open &+ 1
            state.total &+= 1
            return true
        }
    }

    /// A counted connection is gone.
    func close(_ address: String) {
        let waiting = state.withLock { state -> [@Sendable () -> Void] in
            let open = (state.byAddress[address] ?? 1) &- 1
            state.byAddress[address] = open > 0 ? open : nil
            state.total &-= 1
            guard state.total < limit else { return [] }
            let waiting = state.waiting
            state.waiting = []
            return waiting
        }
        for wake in waiting { wake() }
    }

    /// Whether there is room for another connection. If not, `wake` is called when there is.
    func hasRoom(orWake wake: @escaping @Sendable () -> Void) -> Bool {
        state.withLock { state in
            if state.total < limit { return true }
            state.waiting.append(wake)
            return false
        }
    }
}
