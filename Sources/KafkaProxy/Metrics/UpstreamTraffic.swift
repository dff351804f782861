import KafkaServer

/// What one client's session adds to the counts of the broker that it is connected to. Only to be touched on the
/// session's event loop.
struct UpstreamTraffic {
    /// The counts of the broker; nil while there is no connection.
    private var counts: UpstreamCounts?
    /// Requests that wait for a connection.
    private var unsent: UInt64 = 0
    private var inFlight: UInt64 = 0
    /// When the connection was there, and when bytes came last.
    private var openedAt: UInt64 = 0
    private var receivedAt: UInt64 = 0

    /// There is a connection, and what waited for it is sent.
    ///
    /// - Parameter answersDue: requests among them that want an answer.
    mutating func open(_ counts: UpstreamCounts, answersDue: Int) {
        close()
        self.counts = counts
        openedAt = MonotonicTime.nanoseconds
        inFlight = UInt64(answersDue)
        counts.numbers.connections &+= 1
        counts.numbers.inFlight &+= inFlight
        counts.numbers.requests &+= unsent
        unsent = 0
    }

    /// The connection is gone, or nobody wants its answers any more.
    mutating func close() {
        guard let counts else { return }
        counts.numbers.connections &-= 1
        counts.numbers.inFlight &-= inFlight
        inFlight = 0
        self.counts = nil
    }

    mutating func forwarded(wantsAnswer: Bool) {
        guard let counts else {
            unsent &+= 1
            return
        }
        counts.numbers.requests &+= 1
        guard wantsAnswer else { return }
        inFlight &+= 1
        counts.numbers.inFlight &+= 1
    }

    /// What was sent to one broker goes to the next one.
    mutating func repeats(_ requests: Int) {
        unsent = UInt64(requests)
    }

    func sent(_ bytes: Int) {
        counts?.numbers.sentBytes &+= UInt64(bytes)
    }

    mutating func received(_ bytes: Int) {
        guard let counts else { return }
        counts.numbers.receivedBytes &+= UInt64(bytes)
        receivedAt = MonotonicTime.nanoseconds
    }

    /// A request's answer is there.
    ///
    /// - Parameter since: when the request was ready to be passed on, if there was a connection.
    mutating func answered(_ since: UInt64) {
        guard let counts, inFlight > 0 else { return }
        inFlight &-= 1
        counts.numbers.inFlight &-= 1
        let start = max(since, openedAt)
        counts.numbers.answers.observe(receivedAt > start ? receivedAt &- start : 0)
    }

    func loggedIn() {
        counts?.numbers.logins &+= 1
    }
}
