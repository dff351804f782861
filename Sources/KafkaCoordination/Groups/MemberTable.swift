import NIOCore

/// The members of a group in the order in which they joined, with everything that is counted over them.
struct MemberTable: Sendable {
    private(set) var members: [GroupMember] = []
    private var positions: [String: Int] = [:]
    private var staticIds: [String: String] = [:]
    /// For each protocol, how many members offer it.
    private var offers: [String: Int] = [:]
    /// How many members have a JoinGroup parked.
    private(set) var awaitingJoin = 0

    var count: Int { members.count }
    var isEmpty: Bool { members.isEmpty }
    var indices: Range<Int> { members.indices }

    func position(of memberId: String) -> Int? {
        positions[memberId]
    }

    func memberId(ofInstance instanceId: String) -> String? {
        staticIds[instanceId]
    }

    /// Whether every member offers the protocol.
    func allOffer(_ name: String) -> Bool {
        offers[name, default: 0] == members.count
    }

    mutating func append(_ member: GroupMember) {
        positions[member.id] = members.count
        if let instanceId = member.instanceId {
            staticIds[instanceId] = member.id
        }
        if member.parkedJoin != nil {
            awaitingJoin += 1
        }
        count(member.protocols, by: 1)
        members.append(member)
    }

    mutating func remove(at position: Int) -> GroupMember {
        let member = members.remove(at: position)
        forget(member)
        for index in position..<members.count {
            positions[members[index].id] = index
        }
        return member
    }

    /// Removes every member that `isGone`, in one pass, and returns them in their order.
    mutating func removeAll(where isGone: (GroupMember) -> Bool) -> [GroupMember] {
        var gone: [GroupMember] = []
        members.removeAll { member in
            guard isGone(member) else { return false }
            gone.append(member)
            return true
        }
        guard !gone.isEmpty else { return [] }
        gone.forEach { forget($0) }
        for index in members.indices {
            positions[members[index].id] = index
        }
        return gone
    }

    private mutating func forget(_ member: GroupMember) {
        positions[member.id] = nil
        if let instanceId = member.instanceId, staticIds[instanceId] == member.id {
            staticIds[instanceId] = nil
        }
        if member.parkedJoin != nil {
            awaitingJoin -= 1
        }
        count(member.protocols, by: -1)
    }

    /// Puts `member` where another one is; both are the same static member.
    mutating func replace(at position: Int, with member: GroupMember) {
        let previous = members[position]
        positions[previous.id] = nil
        positions[member.id] = position
        if let instanceId = member.instanceId {
            staticIds[instanceId] = member.id
        }
        awaitingJoin += (member.parkedJoin == nil ? 0 : 1) - (previous.parkedJoin == nil ? 0 : 1)
        count(previous.protocols, by: -1)
        count(member.protocols, by: 1)
        members[position] = member
    }

    mutating func setProtocols(at position: Int, _ protocols: [GroupMember.OfferedProtocol]) {
        count(members[position].protocols, by: -1)
        count(protocols, by: 1)
        members[position].protocols = protocols
    }

    mutating func setTimeouts(at position: Int, session: Int32, rebalance: Int32) {
        members[position].sessionTimeoutMs = session
        members[position].rebalanceTimeoutMs = rebalance
    }

    /// Parks a JoinGroup and returns the one it displaces.
    mutating func parkJoin(at position: Int, _ join: ParkedJoin) -> ParkedJoin? {
        let displaced = members[position].parkedJoin
        members[position].parkedJoin = join
        if displaced == nil {
            awaitingJoin += 1
        }
        return displaced
    }

    mutating func takeJoin(at position: Int) -> ParkedJoin? {
        guard let join = members[position].parkedJoin else { return nil }
        members[position].parkedJoin = nil
        awaitingJoin -= 1
        return join
    }

    /// Parks a SyncGroup and returns the one it displaces.
    mutating func parkSync(at position: Int, _ token: Ticket) -> Ticket? {
        let displaced = members[position].parkedSync
        members[position].parkedSync = token
        return displaced
    }

    mutating func takeSync(at position: Int) -> Ticket? {
        let token = members[position].parkedSync
        members[position].parkedSync = nil
        return token
    }

    mutating func setAssignment(at position: Int, _ assignment: ByteBuffer) {
        members[position].assignment = assignment
    }

    mutating func setSessionDeadline(at position: Int, _ deadline: Int64) {
        members[position].sessionDeadline = deadline
    }

    mutating func settle(at position: Int) {
        members[position].isNew = false
    }

    private mutating func count(_ protocols: [GroupMember.OfferedProtocol], by change: Int) {
        for offered in protocols {
            offers[offered.name, default: 0] += change
            if offers[offered.name] == 0 {
                offers[offered.name] = nil
            }
        }
    }
}
