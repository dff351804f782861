public import KafkaWire

/// What a Fetch request asks for once sessions are resolved.
public enum FetchContext: Sendable {
    /// Read what the request lists; the answer's session id is 0.
    case sessionless
    /// Read what the request lists; then `FetchSessionCache.create` may give the answer a session id.
    case full
    /// Read what the session lists; then `FetchSessionCache.finish` says what to include.
    case incremental(IncrementalFetch)
    /// Answer with this error, session id 0 and nothing else.
    case refused(ErrorCode)
}

/// An incremental fetch under way.
public struct IncrementalFetch: Sendable {
    /// The session, for the answer.
    public let sessionId: Int32
    /// What identifies this request among those of the session.
    let epoch: Int32
    /// What to read, in this order. Let go of it before `finish`, which otherwise has to copy the session.
    public let partitions: FetchSessionPartitions

    /// The key to `FetchSessionCache.finish`, without the partitions.
    public var ticket: FetchTicket { FetchTicket(sessionId: sessionId, epoch: epoch) }
}

/// Stands for one incremental fetch.
public struct FetchTicket: Sendable {
    /// The session, for the answer.
    public let sessionId: Int32
    let epoch: Int32
}

/// The partitions of a session in their reading order.
public struct FetchSessionPartitions: RandomAccessCollection, Sendable {
    private let partitions: [FetchSessionPartition]
    private let order: [Int]

    init(_ session: FetchSession) {
        partitions = session.partitions
        order = session.order
    }

    public var startIndex: Int { 0 }
    public var endIndex: Int { order.count }

    public subscript(place: Int) -> FetchSessionPartition {
        partitions[order[place]]
    }
}

/// The answer to an incremental fetch.
public enum IncrementalAnswer: Sendable {
    /// These, by their place among the partitions of the fetch; in the session's name.
    case include([Int])
    /// Another request of the session came in between: INVALID_FETCH_SESSION_EPOCH with the session's id and no topics.
    case invalidEpoch
}
