import KafkaCoordination
import KafkaProtocol
import KafkaServer
import KafkaWire

extension FindCoordinatorRequest: GuardedRequest {
    mutating func restrict(_ gate: AccessGate) -> Restriction<FindCoordinatorResponse> {
        guard gate.version >= 4 else {
            guard let rule = Self.refusal(keyType, key, gate) else { return .none }
            return .refused(
                FindCoordinatorResponse(
                    errorCode: rule.error.rawValue, errorMessage: gate.version >= 1 ? rule.message : "", nodeId: -1,
                    host: "", port: -1))
        }
        let type = keyType
        return gate.restrict(&coordinatorKeys, \.coordinators, of: FindCoordinatorResponse()) { key, error in
            .init(
                key: key, nodeId: -1, host: "", port: -1, errorCode: error.rawValue,
                errorMessage: Self.refusal(type, key, gate)?.message ?? "")
        } _: {
            Self.refusal(type, $0, gate)?.error
        }
    }

    private static func refusal(_ type: Int8, _ key: String, _ gate: AccessGate) -> AccessRule? {
        switch type {
        case 0: gate.allows(.describeGroup, key) ? nil : .describeGroup
        case 1: gate.allows(.describeTransactionalId, key) ? nil : .describeTransactionalId
        // Coordinators of share groups' state are for brokers.
        default: gate.allows(.actForCluster) ? nil : .actForCluster
        }
    }
}

extension JoinGroupRequest: GuardedRequest {
    func restrict(_ gate: AccessGate) -> Restriction<JoinGroupResponse> {
        if gate.allows(.readGroup, groupId) { return .none }
        return .refused(
            JoinGroupResponse(
                errorCode: AccessRule.readGroup.error.rawValue, protocolName: gate.version >= 7 ? nil : ""))
    }
}

extension SyncGroupRequest: GuardedRequest {
    func restrict(_ gate: AccessGate) -> Restriction<SyncGroupResponse> {
        if gate.allows(.readGroup, groupId) { return .none }
        return .refused(SyncGroupResponse(errorCode: AccessRule.readGroup.error.rawValue))
    }
}

extension HeartbeatRequest: GuardedRequest {
    func restrict(_ gate: AccessGate) -> Restriction<HeartbeatResponse> {
        if gate.allows(.readGroup, groupId) { return .none }
        return .refused(HeartbeatResponse(errorCode: AccessRule.readGroup.error.rawValue))
    }
}

extension LeaveGroupRequest: GuardedRequest {
    func restrict(_ gate: AccessGate) -> Restriction<LeaveGroupResponse> {
        if gate.allows(.readGroup, groupId) { return .none }
        return .refused(LeaveGroupResponse(errorCode: AccessRule.readGroup.error.rawValue))
    }
}

extension DescribeGroupsRequest: GuardedRequest {
    mutating func restrict(_ gate: AccessGate) -> Restriction<DescribeGroupsResponse> {
        let refused = gate.take(&groups) {
            gate.allows(.describeGroup, $0) ? nil : AccessRule.describeGroup.error
        }.map {
            DescribeGroupsResponse.DescribedGroup(errorCode: $0.error.rawValue, groupId: $0.part)
        }
        guard !groups.isEmpty || refused.isEmpty else { return .refused(DescribeGroupsResponse(groups: refused)) }
        guard !refused.isEmpty || includeAuthorizedOperations else { return .none }
        return .partly(isChanged: !refused.isEmpty) { response in
            for index in response.groups.indices {
                response.groups[index].authorizedOperations = gate.operations(
                    response.groups[index].authorizedOperations,
                    of: gate.access.operations(on: .group, response.groups[index].groupId))
            }
            response.groups += refused
        }
    }
}

extension ListGroupsRequest: GuardedRequest {
    func restrict(_ gate: AccessGate) -> Restriction<ListGroupsResponse> {
        if gate.allows(.describeCluster, isAsked: false) { return .none }
        return .partly(isChanged: false) { response in
            response.groups.removeAll { !gate.allows(.describeGroup, $0.groupId, isAsked: false) }
        }
    }
}

extension DeleteGroupsRequest: GuardedRequest {
    mutating func restrict(_ gate: AccessGate) -> Restriction<DeleteGroupsResponse> {
        gate.restrict(&groupsNames, \.results, of: DeleteGroupsResponse()) {
            .init(groupId: $0, errorCode: $1.rawValue)
        } _: {
            gate.allows(.deleteGroup, $0) ? nil : AccessRule.deleteGroup.error
        }
    }
}

extension ConsumerGroupHeartbeatRequest: GuardedRequest {
    func restrict(_ gate: AccessGate) -> Restriction<ConsumerGroupHeartbeatResponse> {
        func refused(_ rule: AccessRule) -> Restriction<ConsumerGroupHeartbeatResponse> {
            .refused(ConsumerGroupHeartbeatResponse(errorCode: rule.error.rawValue, errorMessage: rule.message))
        }
        guard gate.allows(.readGroup, groupId) else { return refused(.readGroup) }
        // The cluster resolves patterns with the proxy's rights, and the assignment tells the ids of all that match. A
        // member whose pattern is not its due any more is not heard of by the cluster, which ends its membership.
        if hasPattern(gate), !gate.allowsAll(.describeTopic) { return refused(.describeTopic) }
        let named = subscribedTopicNames ?? []
        guard named.allSatisfy({ gate.allows(.describeTopic, $0) }) else { return refused(.describeTopic) }
        return note(gate)
    }

    /// A negative one says that the member leaves.
    private var leaves: Bool { memberEpoch < 0 }

    /// Whether the member has a pattern after this, as a new one or from before.
    private func hasPattern(_ gate: AccessGate) -> Bool {
        guard !leaves else { return false }
        if let subscribedTopicRegex { return !subscribedTopicRegex.isEmpty }
        return gate.patterns?.contains(memberId, of: groupId) == true
    }

    private func note(_ gate: AccessGate) -> Restriction<ConsumerGroupHeartbeatResponse> {
        guard let patterns = gate.patterns else { return .none }
        if leaves || subscribedTopicRegex?.isEmpty == true {
            patterns.forget(memberId, of: groupId)
        } else if subscribedTopicRegex != nil {
            guard memberId.isEmpty else {
                patterns.note(memberId, of: groupId)
                return .none
            }
            // Before version 1 the cluster gives the member its id.
            let group = groupId
            return .partly(isChanged: false) { response in
                if let id = response.memberId { patterns.note(id, of: group) }
            }
        }
        return .none
    }
}

extension ShareGroupHeartbeatRequest: GuardedRequest {
    func restrict(_ gate: AccessGate) -> Restriction<ShareGroupHeartbeatResponse> {
        func refused(_ rule: AccessRule) -> Restriction<ShareGroupHeartbeatResponse> {
            .refused(ShareGroupHeartbeatResponse(errorCode: rule.error.rawValue, errorMessage: rule.message))
        }
        guard gate.allows(.readGroup, groupId) else { return refused(.readGroup) }
        let named = subscribedTopicNames ?? []
        return named.allSatisfy { gate.allows(.describeTopic, $0) } ? .none : refused(.describeTopic)
    }
}

extension ConsumerGroupDescribeRequest: GuardedRequest {
    mutating func restrict(_ gate: AccessGate) -> Restriction<ConsumerGroupDescribeResponse> {
        let refused = gate.take(&groupIds) {
            gate.allows(.describeGroup, $0) ? nil : AccessRule.describeGroup.error
        }.map {
            ConsumerGroupDescribeResponse.DescribedGroup(
                errorCode: $0.error.rawValue, errorMessage: AccessRule.describeGroup.message, groupId: $0.part)
        }
        guard !groupIds.isEmpty || refused.isEmpty else { return .refused(.init(groups: refused)) }
        return .partly(isChanged: !refused.isEmpty) { response in
            for (index, group) in response.groups.enumerated() where group.errorCode == 0 {
                let topics = group.members.flatMap { member in
                    member.subscribedTopicNames + member.assignment.topicPartitions.map(\.topicName)
                        + member.targetAssignment.topicPartitions.map(\.topicName)
                }
                guard topics.allSatisfy({ gate.allows(.describeTopic, $0, isAsked: false) }) else {
                    // A group is told whole or not at all.
                    response.groups[index] = .init(
                        errorCode: AccessRule.describeTopic.error.rawValue,
                        errorMessage: AccessRule.describeTopic.message, groupId: group.groupId)
                    continue
                }
                response.groups[index].authorizedOperations = gate.operations(
                    group.authorizedOperations, of: gate.access.operations(on: .group, group.groupId))
            }
            response.groups += refused
        }
    }
}

extension ShareGroupDescribeRequest: GuardedRequest {
    mutating func restrict(_ gate: AccessGate) -> Restriction<ShareGroupDescribeResponse> {
        let refused = gate.take(&groupIds) {
            gate.allows(.describeGroup, $0) ? nil : AccessRule.describeGroup.error
        }.map {
            ShareGroupDescribeResponse.DescribedGroup(
                errorCode: $0.error.rawValue, errorMessage: AccessRule.describeGroup.message, groupId: $0.part)
        }
        guard !groupIds.isEmpty || refused.isEmpty else { return .refused(.init(groups: refused)) }
        return .partly(isChanged: !refused.isEmpty) { response in
            for (index, group) in response.groups.enumerated() where group.errorCode == 0 {
                let topics = group.members.flatMap { member in
                    member.subscribedTopicNames + member.assignment.topicPartitions.map(\.topicName)
                }
                guard topics.allSatisfy({ gate.allows(.describeTopic, $0, isAsked: false) }) else {
                    response.groups[index] = .init(
                        errorCode: AccessRule.describeTopic.error.rawValue,
                        errorMessage: AccessRule.describeTopic.message, groupId: group.groupId)
                    continue
                }
                response.groups[index].authorizedOperations = gate.operations(
                    group.authorizedOperations, of: gate.access.operations(on: .group, group.groupId))
            }
            response.groups += refused
        }
    }
}
