public import KafkaProtocol
public import KafkaWire

/// A request that is refused as a whole: the answer is in the form that its client looks for errors in.
public protocol RefusableRequest: RequestMessage {
    /// The answer that says nothing but the error.
    func refused(_ error: ErrorCode, _ message: String, version: Int16) -> Response
}

extension DescribeLogDirsRequest: RefusableRequest {
    public func refused(_ error: ErrorCode, _ message: String, version: Int16) -> DescribeLogDirsResponse {
        DescribeLogDirsResponse(errorCode: version >= 3 ? error.rawValue : 0, results: [])
    }
}

extension AlterReplicaLogDirsRequest: RefusableRequest {
    public func refused(_ error: ErrorCode, _ message: String, version: Int16) -> AlterReplicaLogDirsResponse {
        AlterReplicaLogDirsResponse(
            results: dirs.flatMap(\.topics).map { topic in
                .init(
                    topicName: topic.name,
                    partitions: topic.partitions.map { .init(partitionIndex: $0, errorCode: error.rawValue) })
            })
    }
}

extension ElectLeadersRequest: RefusableRequest {
    public func refused(_ error: ErrorCode, _ message: String, version: Int16) -> ElectLeadersResponse {
        ElectLeadersResponse(
            errorCode: version >= 1 ? error.rawValue : 0,
            replicaElectionResults: (topicPartitions ?? []).map { topic in
                .init(
                    topic: topic.topic,
                    partitionResult: topic.partitions.map {
                        .init(partitionId: $0, errorCode: error.rawValue, errorMessage: message)
                    })
            })
    }
}

extension AlterPartitionReassignmentsRequest: RefusableRequest {
    public func refused(_ error: ErrorCode, _ message: String, version: Int16) -> AlterPartitionReassignmentsResponse {
        AlterPartitionReassignmentsResponse(
            allowReplicationFactorChange: allowReplicationFactorChange, errorCode: error.rawValue,
            errorMessage: message,
            responses: topics.map { topic in
                .init(
                    name: topic.name,
                    partitions: topic.partitions.map {
                        .init(
                            partitionIndex: $0.partitionIndex, errorCode: error.rawValue, errorMessage: message)
                    })
            })
    }
}

extension ListPartitionReassignmentsRequest: RefusableRequest {
    public func refused(_ error: ErrorCode, _ message: String, version: Int16) -> ListPartitionReassignmentsResponse {
        ListPartitionReassignmentsResponse(
            errorCode: error.rawValue, errorMessage: message,
            topics: (topics ?? []).map { topic in
                .init(name: topic.name, partitions: topic.partitionIndexes.map { .init(partitionIndex: $0) })
            })
    }
}

extension DescribeQuorumRequest: RefusableRequest {
    public func refused(_ error: ErrorCode, _ message: String, version: Int16) -> DescribeQuorumResponse {
        DescribeQuorumResponse(errorCode: error.rawValue, errorMessage: version >= 2 ? message : "")
    }
}

extension UpdateFeaturesRequest: RefusableRequest {
    public func refused(_ error: ErrorCode, _ message: String, version: Int16) -> UpdateFeaturesResponse {
        UpdateFeaturesResponse(errorCode: error.rawValue, errorMessage: message)
    }
}

extension UnregisterBrokerRequest: RefusableRequest {
    public func refused(_ error: ErrorCode, _ message: String, version: Int16) -> UnregisterBrokerResponse {
        UnregisterBrokerResponse(errorCode: error.rawValue, errorMessage: message)
    }
}

extension ListConfigResourcesRequest: RefusableRequest {
    public func refused(_ error: ErrorCode, _ message: String, version: Int16) -> ListConfigResourcesResponse {
        ListConfigResourcesResponse(errorCode: error.rawValue)
    }
}

extension CreateAclsRequest: RefusableRequest {
    public func refused(_ error: ErrorCode, _ message: String, version: Int16) -> CreateAclsResponse {
        CreateAclsResponse(results: creations.map { _ in .init(errorCode: error.rawValue, errorMessage: message) })
    }
}

extension DescribeAclsRequest: RefusableRequest {
    public func refused(_ error: ErrorCode, _ message: String, version: Int16) -> DescribeAclsResponse {
        DescribeAclsResponse(errorCode: error.rawValue, errorMessage: message)
    }
}

extension DeleteAclsRequest: RefusableRequest {
    public func refused(_ error: ErrorCode, _ message: String, version: Int16) -> DeleteAclsResponse {
        DeleteAclsResponse(
            filterResults: filters.map { _ in .init(errorCode: error.rawValue, errorMessage: message) })
    }
}

extension DescribeUserScramCredentialsRequest: RefusableRequest {
    public func refused(_ error: ErrorCode, _ message: String, version: Int16) -> DescribeUserScramCredentialsResponse {
        DescribeUserScramCredentialsResponse(errorCode: error.rawValue, errorMessage: message)
    }
}

extension AlterUserScramCredentialsRequest: RefusableRequest {
    public func refused(_ error: ErrorCode, _ message: String, version: Int16) -> AlterUserScramCredentialsResponse {
        AlterUserScramCredentialsResponse(
            results: Set(deletions.map(\.name) + upsertions.map(\.name)).sorted().map {
                .init(user: $0, errorCode: error.rawValue, errorMessage: message)
            })
    }
}

extension DescribeClientQuotasRequest: RefusableRequest {
    public func refused(_ error: ErrorCode, _ message: String, version: Int16) -> DescribeClientQuotasResponse {
        DescribeClientQuotasResponse(errorCode: error.rawValue, errorMessage: message, entries: nil)
    }
}

extension AlterClientQuotasRequest: RefusableRequest {
    public func refused(_ error: ErrorCode, _ message: String, version: Int16) -> AlterClientQuotasResponse {
        AlterClientQuotasResponse(
            entries: entries.map { entry in
                .init(
                    errorCode: error.rawValue, errorMessage: message,
                    entity: entry.entity.map { .init(entityType: $0.entityType, entityName: $0.entityName) })
            })
    }
}
