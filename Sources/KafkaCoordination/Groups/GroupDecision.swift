import KafkaProtocol

/// Stands for a token inside the coordinator.
typealias Ticket = Int

/// A decision as the coordinator makes it.
typealias CoreDecision = GroupDecision<Ticket>

/// What came of a command or of the passing of time.
///
/// The runtime appends `records` (all of them or none), replays each, and then sends `replies` in order.
/// If the append fails it hands the decision to `GroupCoordinatorShard.appendFailed` and sends the replies of
/// the decision that it gets instead. Until one of the two is done the shard must see no other command.
public struct GroupDecision<Token: Sendable>: Sendable {
    /// One answer for one waiting request.
    public struct Reply: Sendable {
        /// Who gets it.
        public let token: Token
        /// What it says.
        public let response: GroupResponse
        /// Whether it says that the decision's records are stored.
        let awaitsAppend: Bool
    }

    /// To be appended to the shard's partition as one batch, unless the decision is divisible.
    public internal(set) var records: [GroupRecord] = []
    /// The records may be appended as several batches, each replayed once it is in the log: they are tombstones, of which
    /// there can be more than a batch takes, and of which some are better than none.
    public internal(set) var isDivisible = false
    /// To be sent once the records are appended and replayed.
    public internal(set) var replies: [Reply] = []
    /// What to set right in the shard if the append fails.
    var recovery = GroupRecovery.none

    mutating func reply(_ token: Token, _ response: GroupResponse, awaitsAppend: Bool = false) {
        replies.append(Reply(token: token, response: response, awaitsAppend: awaitsAppend))
    }
}

extension CoreDecision {
    mutating func reply(_ join: ParkedJoin, _ response: JoinGroupResponse, awaitsAppend: Bool = false) {
        var response = response
        if join.apiVersion < 7, response.protocolName == nil {
            // The field cannot be null before v7 (KIP-559).
            response.protocolName = ""
        }
        reply(join.token, .joinGroup(response), awaitsAppend: awaitsAppend)
    }
}

/// How to undo what membership state went through ahead of records that then were not written.
enum GroupRecovery: Sendable {
    case none
    /// The group was created by the command.
    case dropGroup(String)
    /// The assignments of a generation were not stored: its members have to come again.
    case abandonSync(group: String)
    /// A static member came back under a new id in a stable group; `previous` is what stood in its place.
    case restoreMember(group: String, replacedBy: String, previous: GroupMember)
}

extension CoreDecision {
    /// Every reply so far says something that holds only once the records are stored.
    mutating func awaitAppendWithAll() {
        replies = replies.map { Reply(token: $0.token, response: $0.response, awaitsAppend: true) }
    }
}
