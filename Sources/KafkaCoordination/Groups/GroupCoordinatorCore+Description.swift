import KafkaProtocol
import KafkaWire
import NIOCore

extension GroupCoordinatorCore {
    /// One group for DescribeGroups. Before v6 a group that does not exist is Dead without an error (KIP-1043).
    func describe(groupId: String, apiVersion: Int16) -> DescribeGroupsResponse.DescribedGroup {
        if let unavailability {
            return .init(errorCode: unavailability.rawValue, groupId: groupId)
        }
        guard let group = groups[groupId] else {
            guard apiVersion >= 6 else {
                return .init(groupId: groupId, groupState: "Dead")
            }
            return .init(
                errorCode: ErrorCode.groupIdNotFound.rawValue, errorMessage: "Group \(groupId) not found.",
                groupId: groupId, groupState: "Dead")
        }
        let isStable = group.state == .stable
        return .init(
            groupId: groupId, groupState: group.state.rawValue, protocolType: group.protocolType ?? "",
            protocolData: isStable ? group.protocolName ?? "" : "",
            members: group.members.members.map { member in
                .init(
                    memberId: member.id, groupInstanceId: member.instanceId, clientId: member.clientId,
                    clientHost: member.clientHost,
                    memberMetadata: isStable ? member.metadata(for: group.protocolName) ?? .init() : .init(),
                    memberAssignment: member.assignment)
            })
    }

    /// The groups of this shard for ListGroups, in order of id. Filters are matched without regard to case;
    /// an empty one lets everything through.
    func listGroups(
        statesFilter: [String], typesFilter: [String]
    ) -> [ListGroupsResponse.ListedGroup] {
        guard isActive, typesFilter.isEmpty || typesFilter.contains(where: { $0.lowercased() == "classic" })
        else { return [] }
        let states = Set(statesFilter.map { $0.lowercased() })
        return groups.keys.sorted().compactMap { groupId in
            guard let group = groups[groupId],
                states.isEmpty || states.contains(group.state.rawValue.lowercased())
            else { return nil }
            return .init(
                groupId: groupId, protocolType: group.protocolType ?? "", groupState: group.state.rawValue,
                groupType: "classic")
        }
    }
}
