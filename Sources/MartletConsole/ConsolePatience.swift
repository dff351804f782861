import NIOCore

/// What a connection of the console waits for, and for how long it may: a pure value.
struct ConsolePatience {
    private enum Phase {
        /// Nothing was asked yet.
        case fresh
        /// A request has begun and is not answered.
        case asked
        /// The last answer has left.
        case idle
        /// The peer is to close its end.
        case closing
    }

    private var phase = Phase.fresh
    private var receivedBytes = 0
    private var unsentWrites = 0
    /// When the phase began, or an answer made headway.
    private(set) var since: NIODeadline

    init(now: NIODeadline) {
        since = now
    }

    /// Bytes came. False where they are more than one request may have.
    mutating func received(_ bytes: Int, _ now: NIODeadline) -> Bool {
        receivedBytes &+= bytes
        if phase == .fresh || phase == .idle {
            // The time that a fresh connection has let pass counts.
            if phase == .idle { since = now }
            phase = .asked
        }
        return receivedBytes <= ConsoleGuard.mostRequestBytes
    }

    /// A part of an answer is about to be sent.
    mutating func sending(_ now: NIODeadline) {
        if unsentWrites == 0 { since = now }
        unsentWrites &+= 1
    }

    /// A part of an answer was sent, or never will be.
    mutating func sent(_ now: NIODeadline) {
        unsentWrites &-= 1
        since = now
        guard unsentWrites == 0 else { return }
        receivedBytes = 0
        if phase == .asked { phase = .idle }
    }

    /// No further answer will be sent.
    mutating func closing(_ now: NIODeadline) {
        phase = .closing
        since = now
    }

    /// Whether it has taken too long.
    func isOver(_ now: NIODeadline) -> Bool {
        if unsentWrites > 0 { return now - since > ConsoleGuard.mostSendingTime }
        return switch phase {
        case .fresh, .asked: now - since > ConsoleGuard.mostRequestTime
        case .idle: now - since > ConsoleGuard.mostIdleTime
        case .closing: now - since > ConsoleGuard.mostClosingTime
        }
    }
}
