import KafkaMessageJSON
import KafkaProtocol
import KafkaWire

/// What has to be done to requests of a virtual cluster beyond the change of names: patterns over names, rules about
/// them, and requests that would reach further than the virtual cluster does.
struct VirtualRequests {
    let prefix: NamePrefix
    let topicIds: TenantTopicIds
    let version: Int16

    /// Changes a request and notes what its answer needs.
    ///
    /// - Returns: the verdict, where the request is not to go on; nil where it is.
    func change(_ message: inout any RequestMessage, _ kept: inout VirtualClusterFilter.Kept) -> RequestVerdict? {
        switch message {
        case let find as FindCoordinatorRequest: kept.keyType = find.keyType
        case var acls as CreateAclsRequest:
            kept.places = VirtualAcls(prefix: prefix, version: version).change(&acls)
            message = acls
        case var acls as DeleteAclsRequest:
            kept.places = VirtualAcls(prefix: prefix, version: version).change(&acls)
            message = acls
        case var acls as DescribeAclsRequest:
            guard VirtualAcls(prefix: prefix, version: version).change(&acls) else {
                return .answer(DescribeAclsResponse())
            }
            message = acls
        case let alter as AlterConfigsRequest: message = withoutShared(alter, &kept)
        case let alter as IncrementalAlterConfigsRequest: message = withoutShared(alter, &kept)
        case var heartbeat as ConsumerGroupHeartbeatRequest:
            guard let pattern = heartbeat.subscribedTopicRegex, !pattern.isEmpty else { return nil }
            guard let own = PrefixedPattern.make(pattern, prefix) else {
                return .answer(
                    ConsumerGroupHeartbeatResponse(
                        errorCode: ErrorCode.invalidRegularExpression.rawValue,
                        errorMessage: "the pattern is not understood", memberEpoch: heartbeat.memberEpoch))
            }
            heartbeat.subscribedTopicRegex = own
            message = heartbeat
        case var list as ListTransactionsRequest:
            guard let pattern = list.transactionalIdPattern, !pattern.isEmpty else { return nil }
            guard let own = PrefixedPattern.make(pattern, prefix) else {
                return .answer(
                    ListTransactionsResponse(errorCode: ErrorCode.invalidRegularExpression.rawValue))
            }
            list.transactionalIdPattern = own
            message = list
        case var describe as DescribeTopicPartitionsRequest:
            guard describe.topics.isEmpty, describe.cursor == nil else { return nil }
            describe.cursor = .init(topicName: "", partitionIndex: 0)
            message = describe
        case let delete as DeleteGroupsRequest: message = named(delete, &kept)
        case let describe as DescribeGroupsRequest: message = named(describe, &kept)
        case let fetch as ShareFetchRequest: message = known(fetch, &kept)
        case let acknowledge as ShareAcknowledgeRequest: message = known(acknowledge, &kept)
        default: break
        }
        return nil
    }

    /// Changes a request whose names have the prefix already.
    func finish(_ message: inout any RequestMessage) {
        // All topics, from the first of the virtual cluster on: names are in order.
        guard var describe = message as? DescribeTopicPartitionsRequest, describe.topics.isEmpty,
            describe.cursor?.topicName.isEmpty == true
        else { return }
        describe.cursor?.topicName = prefix.text
        message = describe
    }

    /// The configs of brokers and the like are everyone's.
    private func withoutShared(
        _ request: AlterConfigsRequest, _ kept: inout VirtualClusterFilter.Kept
    ) -> AlterConfigsRequest {
        var request = request
        let shared = request.resources.filter { NamedThing(configResource: $0.resourceType) == nil }
        guard !shared.isEmpty else { return request }
        request.resources.removeAll { NamedThing(configResource: $0.resourceType) == nil }
        kept.refused = AlterConfigsResponse(
            responses: shared.map {
                .init(
                    errorCode: ErrorCode.clusterAuthorizationFailed.rawValue, errorMessage: VirtualAcls.refusal,
                    resourceType: $0.resourceType, resourceName: $0.resourceName)
            })
        return request
    }

    private func withoutShared(
        _ request: IncrementalAlterConfigsRequest, _ kept: inout VirtualClusterFilter.Kept
    ) -> IncrementalAlterConfigsRequest {
        var request = request
        let shared = request.resources.filter { NamedThing(configResource: $0.resourceType) == nil }
        guard !shared.isEmpty else { return request }
        request.resources.removeAll { NamedThing(configResource: $0.resourceType) == nil }
        kept.refused = IncrementalAlterConfigsResponse(
            responses: shared.map {
                .init(
                    errorCode: ErrorCode.clusterAuthorizationFailed.rawValue, errorMessage: VirtualAcls.refusal,
                    resourceType: $0.resourceType, resourceName: $0.resourceName)
            })
        return request
    }

    /// The request without the group of no name, which holds offsets of all virtual clusters.
    private func named(
        _ request: DeleteGroupsRequest, _ kept: inout VirtualClusterFilter.Kept
    ) -> DeleteGroupsRequest {
        guard request.groupsNames.contains("") else { return request }
        var request = request
        request.groupsNames.removeAll { $0.isEmpty }
        kept.refused = DeleteGroupsResponse(
            results: [.init(groupId: "", errorCode: ErrorCode.invalidGroupId.rawValue)])
        return request
    }

    private func named(
        _ request: DescribeGroupsRequest, _ kept: inout VirtualClusterFilter.Kept
    ) -> DescribeGroupsRequest {
        guard request.groups.contains("") else { return request }
        var request = request
        request.groups.removeAll { $0.isEmpty }
        kept.refused = DescribeGroupsResponse(
            groups: [.init(errorCode: ErrorCode.invalidGroupId.rawValue, groupId: "")])
        return request
    }

    /// The request without topics whose ids the virtual cluster was not told.
    private func known(
        _ request: ShareFetchRequest, _ kept: inout VirtualClusterFilter.Kept
    ) -> ShareFetchRequest {
        var request = request
        request.forgottenTopicsData.removeAll { !topicIds.contains($0.topicId) }
        let unknown = request.topics.filter { !topicIds.contains($0.topicId) }
        guard !unknown.isEmpty else { return request }
        request.topics.removeAll { !topicIds.contains($0.topicId) }
        kept.refused = ShareFetchResponse(
            responses: unknown.map { topic in
                .init(
                    topicId: topic.topicId,
                    partitions: topic.partitions.map {
                        .init(
                            partitionIndex: $0.partitionIndex, errorCode: ErrorCode.unknownTopicId.rawValue,
                            records: .empty)
                    })
            })
        return request
    }

    private func known(
        _ request: ShareAcknowledgeRequest, _ kept: inout VirtualClusterFilter.Kept
    ) -> ShareAcknowledgeRequest {
        var request = request
        let unknown = request.topics.filter { !topicIds.contains($0.topicId) }
        guard !unknown.isEmpty else { return request }
        request.topics.removeAll { !topicIds.contains($0.topicId) }
        kept.refused = ShareAcknowledgeResponse(
            responses: unknown.map { topic in
                .init(
                    topicId: topic.topicId,
                    partitions: topic.partitions.map {
                        .init(
                            partitionIndex: $0.partitionIndex, errorCode: ErrorCode.unknownTopicId.rawValue)
                    })
            })
        return request
    }
}
