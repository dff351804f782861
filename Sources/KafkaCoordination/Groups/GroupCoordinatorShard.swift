public import KafkaProtocol
public import KafkaWire

/// All classic groups and committed offsets of one partition of `__consumer_offsets`.
///
/// The runtime that owns a shard serialises its calls, appends the records of each decision and replays them;
/// see `GroupDecision`. `Token` is whatever the runtime needs to answer a request later; every token that is
/// handed in comes back in exactly one reply.
public struct GroupCoordinatorShard<Token: Sendable>: Sendable {
    private var core: GroupCoordinatorCore
    private var lastTicket: Ticket = 0
    /// Who waits, by ticket. Bounded by the requests that the transport lets wait.
    private var tokens: [Ticket: Token] = [:]

    /// An empty shard that waits for the records of its log: call `replay` for each, then `loaded`.
    public init(configuration: GroupCoordinatorConfiguration) {
        core = GroupCoordinatorCore(configuration: configuration)
    }

    /// May be replaced at any time; timers that run keep their times.
    public var configuration: GroupCoordinatorConfiguration {
        get { core.configuration }
        set { core.configuration = newValue }
    }

    /// The number of groups.
    public var groupCount: Int { core.groups.count }

    /// How many groups there are of each state, by the state's name in the protocol.
    public var groupStates: [String: UInt64] {
        core.groups.values.reduce(into: [:]) { $0[$1.state.rawValue, default: 0] &+= 1 }
    }

    /// What requests hear while the shard does not serve, because it loads or has been given up; nil while it does.
    public var unavailability: ErrorCode? { core.unavailability }

    /// The number of requests that wait for their answer.
    public var waitingCount: Int { tokens.count }

    /// When `tick` next has something to do, in milliseconds; nil if nothing waits for time to pass.
    public var nextDeadline: Int64? { core.nextDeadline }
}

// What the runtime carries out.
extension GroupCoordinatorShard {
    /// Decides on a command. `now` is milliseconds of the clock that deadlines are counted by, which must never step;
    /// `wall` is milliseconds since the epoch, for records and for what expires by them, and nil where `now` is that.
    public mutating func handle(
        _ command: GroupCommand<Token>, now: Int64, wall: Int64? = nil
    ) -> GroupDecision<Token> {
        let ticketed: GroupCommand<Ticket> =
            switch command {
            case .joinGroup(let token, let request, let context): .joinGroup(ticket(token), request, context)
            case .syncGroup(let token, let request): .syncGroup(ticket(token), request)
            case .leaveGroup(let token, let request, let version):
                .leaveGroup(ticket(token), request, apiVersion: version)
            case .offsetCommit(let token, let request, let version):
                .offsetCommit(ticket(token), request, apiVersion: version)
            case .offsetDelete(let token, let request): .offsetDelete(ticket(token), request)
            case .deleteGroups(let token, let request): .deleteGroups(ticket(token), request)
            case .topicDeleted(let topic): .topicDeleted(topic)
            }
        return redeem(core.handle(ticketed, now: now, wall: wall ?? now))
    }

    /// Carries out what is due: sessions, rebalances, offsets that expire.
    public mutating func tick(now: Int64, wall: Int64? = nil) -> GroupDecision<Token> {
        redeem(core.tick(now: now, wall: wall ?? now))
    }

    /// All records are replayed: sessions of restored members begin, and requests are served from here on.
    /// The decision can hold records (of a group that has become too large).
    public mutating func loaded(now: Int64, wall: Int64? = nil) -> GroupDecision<Token> {
        redeem(core.loaded(now: now, wall: wall ?? now))
    }

    /// Takes over what a shard was told while this one was loading in its stead; to be called before `loaded`.
    public mutating func takeOver(from waiting: borrowing Self) {
        core.topicsToForget += waiting.core.topicsToForget
    }

    /// The shard is given up: every parked request is answered with NOT_COORDINATOR, and so is all that follows.
    public mutating func close() -> GroupDecision<Token> {
        redeem(core.close())
    }

    /// The records of `decision` could not be appended: nothing that they say holds. `error` is the log's answer,
    /// as a Produce would carry it. Returns what to send instead of the decision's replies; it has no records.
    public mutating func appendFailed(
        _ decision: GroupDecision<Token>, error: ErrorCode, now: Int64, wall: Int64? = nil
    ) -> GroupDecision<Token> {
        let answer = GroupCoordinatorCore.answer(toAppendError: error)
        var outcome = GroupDecision<Token>()
        for reply in decision.replies {
            outcome.reply(reply.token, reply.awaitsAppend ? reply.response.failed(answer) : reply.response)
        }
        outcome.replies += redeem(core.recover(decision.recovery, answer, now: now, wall: wall ?? now)).replies
        return outcome
    }

    private mutating func ticket(_ token: Token) -> Ticket {
        lastTicket += 1
        tokens[lastTicket] = token
        return lastTicket
    }

    private mutating func redeem(_ decision: CoreDecision) -> GroupDecision<Token> {
        var redeemed = GroupDecision<Token>()
        redeemed.records = decision.records
        redeemed.recovery = decision.recovery
        redeemed.isDivisible = decision.isDivisible
        redeemed.replies.reserveCapacity(decision.replies.count)
        for reply in decision.replies {
            if let token = tokens.removeValue(forKey: reply.token) {
                redeemed.reply(token, reply.response, awaitsAppend: reply.awaitsAppend)
            }
        }
        return redeemed
    }
}

// What is answered on the spot.
extension GroupCoordinatorShard {
    /// Answers a heartbeat, v0 to v4: two look-ups, no record, no timer.
    public mutating func heartbeat(_ request: HeartbeatRequest, now: Int64) -> HeartbeatResponse {
        core.heartbeat(request, now: now)
    }

    /// The committed offsets of one group, for OffsetFetch v8 and later; `topics` nil asks for all of them,
    /// which come in order of name and partition. Names and ids of topics come back as they were given;
    /// with all topics the ids are zero and left to the caller.
    public func fetchOffsets(
        _ request: OffsetFetchRequest.OffsetFetchRequestGroup, requireStable: Bool
    ) -> OffsetFetchResponse.OffsetFetchResponseGroup {
        core.fetchOffsets(request, requireStable: requireStable)
    }

    /// OffsetFetch before v8, which asks for one group.
    public func fetchOffsets(_ request: OffsetFetchRequest) -> OffsetFetchResponse {
        core.fetchOffsets(request)
    }

    /// One group for DescribeGroups. Before v6 a group that does not exist is Dead without an error (KIP-1043).
    public func describe(groupId: String, apiVersion: Int16) -> DescribeGroupsResponse.DescribedGroup {
        core.describe(groupId: groupId, apiVersion: apiVersion)
    }

    /// The groups of this shard for ListGroups, in order of id. Filters are matched without regard to case;
    /// an empty one lets everything through.
    public func listGroups(
        statesFilter: [String], typesFilter: [String]
    ) -> [ListGroupsResponse.ListedGroup] {
        core.listGroups(statesFilter: statesFilter, typesFilter: typesFilter)
    }
}

// What is in the log.
extension GroupCoordinatorShard {
    /// Takes in a record that is in the log: at load each one in its order, later those of each decision.
    /// `producerId` is that of the record's batch if the batch is transactional, and -1 otherwise: an offset committed
    /// in a transaction counts when the transaction's marker comes.
    public mutating func replay(_ record: GroupRecord, producerId: Int64 = -1) {
        core.replay(record, producerId: producerId)
    }

    /// The control record that ends a transaction.
    public mutating func replayTransactionEnd(producerId: Int64, committed: Bool) {
        core.replayTransactionEnd(producerId: producerId, committed: committed)
    }
}
