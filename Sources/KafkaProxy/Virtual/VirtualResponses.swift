import KafkaMessageJSON
import KafkaProtocol
import KafkaWire

/// What has to be done to answers for a virtual cluster beyond the change of names.
struct VirtualResponses {
    let prefix: NamePrefix
    let topicIds: TenantTopicIds

    private static let clientMetrics: Int8 = 16

    func change(_ message: inout any ResponseMessage, _ kept: VirtualClusterFilter.Kept) {
        let acls = VirtualAcls(prefix: prefix, version: 0)
        switch message {
        case var find as FindCoordinatorResponse:
            find.coordinators = find.coordinators.compactMap { coordinator in
                guard !coordinator.key.isEmpty else { return coordinator }
                let own = FindCoordinatorRequest.changed(coordinator.key, kept.keyType) { prefix.removed(from: $1) }
                guard let own else { return nil }
                var coordinator = coordinator
                coordinator.key = own
                return coordinator
            }
            message = find
        case var list as ListGroupsResponse:
            // The group of no name is everyone's.
            list.groups.removeAll { $0.groupId.isEmpty }
            message = list
        case var describe as DescribeAclsResponse:
            acls.change(&describe)
            message = describe
        case var create as CreateAclsResponse:
            acls.change(&create, kept.places)
            message = create
        case var delete as DeleteAclsResponse:
            acls.change(&delete, kept.places)
            message = delete
        case var describe as ConsumerGroupDescribeResponse:
            for group in describe.groups.indices {
                for member in describe.groups[group].members.indices {
                    let pattern = describe.groups[group].members[member].subscribedTopicRegex
                    describe.groups[group].members[member].subscribedTopicRegex = pattern.flatMap {
                        $0.isEmpty ? $0 : PrefixedPattern.own($0, prefix)
                    }
                }
            }
            message = describe
        case var describe as DescribeTopicPartitionsResponse:
            // Behind the last topic of the virtual cluster there is nothing more.
            if let cursor = describe.nextCursor, prefix.own(cursor.topicName) == nil { describe.nextCursor = nil }
            message = describe
        case var list as ListConfigResourcesResponse:
            list.configResources.removeAll { $0.resourceType == Self.clientMetrics }
            message = list
        default: break
        }
    }
}
