import KafkaProtocol
import KafkaWire

/// A group of the classic protocol: its members, its generation and its state machine, without its offsets.
///
/// Members and timers are soft state, as in Kafka: they change as requests come and are not rolled back by replay.
/// What is recorded (the snapshot of a generation) becomes visible through `apply(_:)` only.
struct ClassicGroup: Sendable {
    /// What ends the join phase when not every member comes.
    enum JoinTimer: Sendable {
        /// The first rebalance of an empty group waits for more members, in steps of the initial delay.
        case initial(deadline: Int64, delay: Int32, remaining: Int32)
        case rebalance(deadline: Int64)

        var deadline: Int64 {
            switch self {
            case .initial(let deadline, _, _), .rebalance(let deadline): deadline
            }
        }
    }

    let id: String
    private(set) var state = GroupState.empty
    private(set) var previousState = GroupState.empty
    /// When the state was entered; nil for groups that only hold offsets.
    var stateTimestamp: Int64?
    var generation: Int32 = 0
    /// "consumer", "connect", …; nil for groups that only hold offsets.
    var protocolType: String?
    var protocolName: String?
    var leaderId: String?
    var members = MemberTable()
    /// Ids handed out with MEMBER_ID_REQUIRED, with the time at which they lapse.
    var pendingMembers: [String: Int64] = [:]
    /// Members that have not yet sent the SyncGroup of this generation.
    var pendingSync: Set<String> = []
    /// Whether someone joined since the last step of the initial delay.
    var newMemberAdded = false
    var joinTimer: JoinTimer?
    var syncDeadline: Int64?
    /// The topics of all members' subscriptions; nil if the group is no consumer group or they cannot be read.
    var subscribedTopics: Set<String>?
    /// The earliest deadline set since the shard last looked.
    private(set) var armed = Int64.max
    /// The entry of this group in the shard's queue of deadlines; never later than any deadline of the group.
    var wakeUp: Int64?

    init(id: String) {
        self.id = id
    }

    var isConsumerGroup: Bool { protocolType == "consumer" }

    var allMembersJoined: Bool {
        members.awaitingJoin == members.count && pendingMembers.isEmpty
    }

    /// The longest time that any member asks for to join again.
    var rebalanceTimeoutMs: Int32 {
        members.members.reduce(0) { max($0, $1.rebalanceTimeoutMs) }
    }

    mutating func enter(_ next: GroupState, at time: Int64?) {
        previousState = state
        state = next
        stateTimestamp = time
    }

    /// Notes a deadline that the shard's queue may not cover yet.
    mutating func arm(_ deadline: Int64) {
        armed = min(armed, deadline)
    }

    mutating func takeArmed() -> Int64? {
        defer { armed = .max }
        return armed == .max ? nil : armed
    }

    mutating func setSessionDeadline(at position: Int, _ deadline: Int64) {
        members.setSessionDeadline(at: position, deadline)
        arm(deadline)
    }

    /// The member is alive: its session starts anew.
    mutating func restartSession(at position: Int, _ turn: GroupTurn) {
        setSessionDeadline(at: position, turn.after(members.members[position].sessionTimeoutMs))
    }

    /// Nil if the request comes from the member it names; the error otherwise. A static member must be
    /// the current holder of its instance id.
    func fault(member memberId: String, instance instanceId: String?) -> ErrorCode? {
        if let instanceId {
            guard let holder = members.memberId(ofInstance: instanceId) else { return .unknownMemberId }
            guard holder == memberId else { return .fencedInstanceId }
        }
        return members.position(of: memberId) == nil ? .unknownMemberId : nil
    }

    /// Takes a member out, answering whatever it has parked with UNKNOWN_MEMBER_ID so that it joins anew if it lives.
    mutating func dismiss(at position: Int, _ decision: inout CoreDecision) {
        farewell(members.remove(at: position), &decision)
    }

    /// What follows from `member` being out of the table.
    mutating func farewell(_ member: GroupMember, _ decision: inout CoreDecision) {
        if let join = member.parkedJoin {
            decision.reply(join, JoinGroupResponse(refusing: .unknownMemberId))
        }
        if let sync = member.parkedSync {
            decision.reply(sync, .syncGroup(SyncGroupResponse(errorCode: ErrorCode.unknownMemberId.rawValue)))
        }
        pendingSync.remove(member.id)
        if leaderId == member.id {
            leaderId = members.members.first?.id
        }
    }
}
