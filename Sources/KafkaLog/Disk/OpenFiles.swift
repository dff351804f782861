internal import Synchronization

/// What holds a file open for its next use and can do without.
protocol FileHolder: AnyObject, Sendable {
    /// Lets go of the file, unless it was used since the last call or is in use; true when it is let go of.
    func letGo() -> Bool
}

/// Bounds how many files the logs of a disk keep open: above that, opening one closes another that has not been used for
/// a while. Files that somebody reads stay open until they are done.
public final class OpenFiles: Sendable {
    private struct Slot: Sendable {
        weak var holder: (any FileHolder)?
    }

    private struct State {
        var slots: [Slot] = []
        var hand = 0
    }

    /// Files that may stay open.
    public let limit: Int
    private let state = Mutex(State())

    public init(limit: Int) {
        self.limit = max(1, limit)
    }

    /// Takes a holder in that has just opened its file. It is asked to let go when its turn comes, once; then it has to be
    /// taken in again. May be called under the holder's own lock, as others are only asked where theirs is free.
    func add(_ holder: some FileHolder) {
        state.withLock { state in
            guard state.slots.count >= limit else {
                state.slots.append(Slot(holder: holder))
                return
            }
            // Once round to take the marks of use away, once more to find one without.
            for _ in 0..<2 * limit {
                state.hand = (state.hand + 1) % limit
                guard let other = state.slots[state.hand].holder else {
                    state.slots[state.hand].holder = holder
                    return
                }
                if other.letGo() {
                    state.slots[state.hand].holder = holder
                    return
                }
            }
            // Everything is in use: better one too many than none.
            state.slots.append(Slot(holder: holder))
        }
    }
}
