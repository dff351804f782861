public import KafkaProtocol
import KafkaWire

/// The incremental fetch sessions of a broker, or of one event loop (KIP-227).
///
/// A request without a session costs one comparison and no allocation.
public struct FetchSessionCache: Sendable {
    /// `max.incremental.fetch.session.cache.slots`
    private let slots: Int
    /// How long a session must have been idle, or old, to make room for another. Two minutes in Kafka.
    private let evictionAgeMs: Int64
    /// The most partitions that all sessions together may hold.
    private let maximumPartitions: Int
    private var sessions: [Int32: FetchSession] = [:]
    /// Sessions that their client closed while it still waits for an answer in them, the oldest first.
    private var closing: [FetchSession] = []
    /// More of those are forgotten: their answers then tell less.
    private static let mostClosing = 64
    /// The partitions of all sessions.
    public private(set) var partitionCount = 0
    /// How many sessions made room for others so far.
    public private(set) var evictions = 0

    /// An empty cache.
    public init(slots: Int = 1_000, evictionAgeMs: Int64 = 120_000, maximumPartitions: Int = 1_000_000) {
        self.slots = slots
        self.evictionAgeMs = evictionAgeMs
        self.maximumPartitions = maximumPartitions
    }

    /// The number of sessions.
    public var count: Int { sessions.count }

    /// What the request wants read. `now` is milliseconds of any steady clock.
    public mutating func open(_ request: FetchRequest, apiVersion: Int16, now: Int64) -> FetchContext {
        guard request.sessionEpoch != 0, request.sessionEpoch != -1 else {
            if request.sessionId != 0 {
                close(request.sessionId)
            }
            return request.sessionEpoch == 0 && slots > 0 ? .full : .sessionless
        }
        guard let index = sessions.index(forKey: request.sessionId) else {
            return .refused(.fetchSessionIdNotFound)
        }
        guard sessions.values[index].epoch == request.sessionEpoch else {
            return .refused(.invalidFetchSessionEpoch)
        }
        guard sessions.values[index].usesTopicIds == (apiVersion >= 13) else {
            return .refused(.fetchSessionTopicIdError)
        }
        let before = sessions.values[index].count
        sessions.values[index].take(request.topics)
        sessions.values[index].forget(request.forgottenTopicsData)
        partitionCount += sessions.values[index].count - before
        if sessions.values[index].count == 0 {
            remove(request.sessionId)
            return .sessionless
        }
        if sessions.values[index].count > before, partitionCount > maximumPartitions {
            // The client falls back to a full fetch.
            remove(request.sessionId)
            return .refused(.fetchSessionIdNotFound)
        }
        sessions.values[index].lastUsed = now
        sessions.values[index].isBeingRead = true
        sessions.values[index].epoch = Self.next(request.sessionEpoch)
        return .incremental(
            IncrementalFetch(
                sessionId: request.sessionId, epoch: sessions.values[index].epoch,
                partitions: FetchSessionPartitions(sessions.values[index])))
    }

    /// Ends a full fetch: gives the session id for the answer, 0 if there is no room for a session.
    /// `outcomes` go by the order of the request's partitions. `randomId` is any random number.
    public mutating func create(
        for request: FetchRequest, apiVersion: Int16, outcomes: [FetchOutcome], isFollower: Bool = false,
        randomId: Int32, now: Int64
    ) -> Int32 {
        let wanted = request.topics.reduce(0) { $0 + $1.partitions.count }
        guard wanted > 0, wanted <= maximumPartitions - partitionCount,
            sessions.count < slots || makeRoom(for: wanted, isFollower: isFollower, now)
        else { return 0 }
        let id = freeId(startingAt: randomId)
        var session = FetchSession(id: id, isPrivileged: isFollower, usesTopicIds: apiVersion >= 13, now: now)
        session.take(request.topics)
        var place = 0
        for topic in request.topics {
            for partition in topic.partitions {
                if outcomes.indices.contains(place) {
                    session.note(outcomes[place], topic, partition.partition)
                }
                place += 1
            }
        }
        partitionCount += session.count
        sessions[id] = session
        return id
    }

    /// Ends an incremental fetch: `outcomes` go by the order of its partitions.
    public mutating func finish(_ ticket: FetchTicket, outcomes: [FetchOutcome]) -> IncrementalAnswer {
        if let index = closing.firstIndex(where: { $0.id == ticket.sessionId && $0.epoch == ticket.epoch }) {
            var session = closing.remove(at: index)
            return .include(session.select(outcomes))
        }
        guard let index = sessions.index(forKey: ticket.sessionId) else {
            // Closed or evicted meanwhile, which the client learns with its next request; what was read is still true.
            return .include(outcomes.indices.filter { outcomes[$0].isNewsByItself })
        }
        guard sessions.values[index].epoch == ticket.epoch else { return .invalidEpoch }
        sessions.values[index].isBeingRead = false
        return .include(sessions.values[index].select(outcomes))
    }

    /// Lets a test stand at the end of the epochs.
    package mutating func setEpoch(of id: Int32, to epoch: Int32) {
        sessions[id]?.epoch = epoch
    }

    /// The client wants no more of the session, but the answer to what it asked before is still to come.
    private mutating func close(_ id: Int32) {
        if let session = sessions[id], session.isBeingRead {
            if closing.count >= Self.mostClosing { closing.removeFirst() }
            closing.append(session)
        }
        remove(id)
    }

    private mutating func remove(_ id: Int32) {
        if let session = sessions.removeValue(forKey: id) {
            partitionCount -= session.count
        }
    }

    /// After 2^31 - 1 comes 1: 0 would be a new session.
    private static func next(_ epoch: Int32) -> Int32 {
        epoch < 0 || epoch == .max ? 1 : epoch + 1
    }

    private func freeId(startingAt random: Int32) -> Int32 {
        var id = max(random & .max, 1)
        while sessions[id] != nil {
            id = id == .max ? 1 : id + 1
        }
        return id
    }

    /// Kafka's rules: a session idle for long goes first; then the smallest that has lived long enough,
    /// if the new one is larger. Followers may also displace young sessions of consumers.
    private mutating func makeRoom(for wanted: Int, isFollower: Bool, _ now: Int64) -> Bool {
        let all = sessions.values
        guard let stalest = all.min(by: { ($0.lastUsed, $0.id) < ($1.lastUsed, $1.id) }) else { return false }
        var victim = stalest
        if now - stalest.lastUsed <= evictionAgeMs {
            let evictable = all.filter {
                $0.lastUsed - $0.createdAt > evictionAgeMs || (isFollower && !$0.isPrivileged)
            }
            guard let least = evictable.min(by: { Self.worth($0) < Self.worth($1) }),
                Self.worth(least) < (isFollower ? 1 : 0, wanted, 0)
            else { return false }
            victim = least
        }
        remove(victim.id)
        evictions += 1
        return true
    }

    private static func worth(_ session: FetchSession) -> (Int, Int, Int32) {
        (session.isPrivileged ? 1 : 0, session.count, session.id)
    }
}
