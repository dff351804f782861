import KafkaProtocol
import NIOCore

extension ClassicGroup {
    /// The record of the group as it is, or as it will be with these assignments.
    func snapshot(assignments: [String: ByteBuffer]? = nil, stateTimestamp: Int64? = nil) -> GroupRecord {
        let recorded = members.members.map { member in
            GroupMetadataValue.MemberMetadata(
                memberId: member.id, groupInstanceId: member.instanceId, clientId: member.clientId,
                clientHost: member.clientHost, rebalanceTimeout: member.rebalanceTimeoutMs,
                sessionTimeout: member.sessionTimeoutMs,
                subscription: member.metadata(for: protocolName) ?? ByteBuffer(),
                assignment: assignments.map { $0[member.id] ?? ByteBuffer() } ?? member.assignment)
        }
        return .groupMetadata(
            GroupMetadataKey(group: id),
            GroupMetadataValue(
                protocolType: protocolType ?? "", generation: generation, protocol: protocolName, leader: leaderId,
                currentStateTimestamp: stateTimestamp ?? self.stateTimestamp ?? -1, members: recorded))
    }

    /// The record that a group starts with: nothing but its name.
    var birthRecord: GroupRecord {
        .groupMetadata(
            GroupMetadataKey(group: id),
            GroupMetadataValue(
                protocolType: "", generation: 0, protocol: nil, leader: nil,
                currentStateTimestamp: stateTimestamp ?? -1, members: []))
    }

    /// The group as a record from the log describes it.
    init(id: String, loading value: GroupMetadataValue) {
        self.init(id: id)
        generation = value.generation
        protocolType = value.protocolType.isEmpty ? nil : value.protocolType
        protocolName = value.protocol
        leaderId = value.leader
        for recorded in value.members where members.position(of: recorded.memberId) == nil {
            let offered = GroupMember.OfferedProtocol(
                name: value.protocol ?? "", metadata: recorded.subscription.detached)
            members.append(
                GroupMember(
                    id: recorded.memberId, instanceId: recorded.groupInstanceId, clientId: recorded.clientId,
                    clientHost: recorded.clientHost,
                    // v0 of the record has no rebalance timeout.
                    rebalanceTimeoutMs: recorded.rebalanceTimeout == -1
                        ? recorded.sessionTimeout : max(recorded.rebalanceTimeout, 0),
                    sessionTimeoutMs: recorded.sessionTimeout, protocols: [offered],
                    assignment: recorded.assignment.detached, isNew: false, sessionDeadline: .max))
        }
        if let leader = leaderId, members.position(of: leader) == nil {
            leaderId = members.members.first?.id
        }
        if !members.isEmpty {
            enter(.stable, at: nil)
        }
        stateTimestamp = value.currentStateTimestamp == -1 ? nil : value.currentStateTimestamp
        subscribedTopics = computeSubscribedTopics()
    }

    /// A record of this living group is in the log. Assignments take effect here and nowhere else.
    mutating func apply(_ value: GroupMetadataValue) {
        guard state == .completingRebalance, value.generation == generation, !value.members.isEmpty else { return }
        for recorded in value.members {
            if let position = members.position(of: recorded.memberId) {
                members.setAssignment(at: position, recorded.assignment)
            }
        }
        enter(.stable, at: value.currentStateTimestamp)
    }
}
