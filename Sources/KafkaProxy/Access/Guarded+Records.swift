import KafkaCoordination
import KafkaProtocol
import KafkaServer
import KafkaWire

extension ProduceRequest: GuardedRequest {
    mutating func restrict(_ gate: AccessGate) -> Restriction<ProduceResponse> {
        let byId = gate.version >= 13
        let isDenied = transactionalId.map { !gate.allows(.writeTransactionalId, $0) } ?? false
        let restriction = gate.restrict(&topicData, \.responses, of: ProduceResponse(), failed: Self.failed) { topic in
            isDenied
                ? .transactionalIdAuthorizationFailed
                : gate.error(.writeTopic, topic: topic.name, id: topic.topicId, byId: byId)
        }
        if case .none = restriction { return .none }
        // Without an answer, a closed connection is the only way to tell.
        return acks == 0 ? .hangUp("a produce without acknowledgement was refused") : restriction
    }

    private static func failed(_ topic: TopicProduceData, _ error: ErrorCode) -> ProduceResponse.TopicProduceResponse {
        .init(
            name: topic.name, topicId: topic.topicId,
            partitionResponses: topic.partitionData.map {
                .init(index: $0.index, errorCode: error.rawValue, baseOffset: -1)
            })
    }
}

extension DeleteRecordsRequest: GuardedRequest {
    mutating func restrict(_ gate: AccessGate) -> Restriction<DeleteRecordsResponse> {
        gate.restrict(&topics, \.topics, of: DeleteRecordsResponse()) { topic, error in
            .init(
                name: topic.name,
                partitions: topic.partitions.map {
                    .init(partitionIndex: $0.partitionIndex, lowWatermark: -1, errorCode: error.rawValue)
                })
        } _: {
            gate.allows(.deleteTopic, $0.name) ? nil : AccessRule.deleteTopic.error
        }
    }
}

extension ListOffsetsRequest: GuardedRequest {
    mutating func restrict(_ gate: AccessGate) -> Restriction<ListOffsetsResponse> {
        gate.restrict(&topics, \.topics, of: ListOffsetsResponse()) { topic, error in
            .init(
                name: topic.name,
                partitions: topic.partitions.map {
                    .init(partitionIndex: $0.partitionIndex, errorCode: error.rawValue)
                })
        } _: {
            gate.allows(.describeTopic, $0.name) ? nil : AccessRule.describeTopic.error
        }
    }
}

extension OffsetForLeaderEpochRequest: GuardedRequest {
    mutating func restrict(_ gate: AccessGate) -> Restriction<OffsetForLeaderEpochResponse> {
        if gate.allows(.actForCluster, isAsked: false) { return .none }
        return gate.restrict(&topics, \.topics, of: OffsetForLeaderEpochResponse()) { topic, error in
            .init(
                topic: topic.topic,
                partitions: topic.partitions.map { .init(errorCode: error.rawValue, partition: $0.partition) })
        } _: {
            gate.allows(.describeTopic, $0.topic) ? nil : AccessRule.describeTopic.error
        }
    }
}

extension DescribeProducersRequest: GuardedRequest {
    mutating func restrict(_ gate: AccessGate) -> Restriction<DescribeProducersResponse> {
        gate.restrict(&topics, \.topics, of: DescribeProducersResponse()) { topic, error in
            .init(
                name: topic.name,
                partitions: topic.partitionIndexes.map {
                    .init(
                        partitionIndex: $0, errorCode: error.rawValue, errorMessage: AccessRule.readTopic.message)
                })
        } _: {
            gate.allows(.readTopic, $0.name) ? nil : AccessRule.readTopic.error
        }
    }
}

extension InitProducerIdRequest: GuardedRequest {
    func restrict(_ gate: AccessGate) -> Restriction<InitProducerIdResponse> {
        func refused(_ error: ErrorCode) -> Restriction<InitProducerIdResponse> {
            .refused(InitProducerIdResponse(errorCode: error.rawValue, producerId: -1, producerEpoch: -1))
        }
        if let id = transactionalId {
            return gate.allows(.writeTransactionalId, id) ? .none : refused(.transactionalIdAuthorizationFailed)
        }
        // A producer that may write somewhere may write idempotently (KIP-679).
        if gate.allows(.writeIdempotently, isAsked: false) || gate.access?.allowsAny(.write, .topic) ?? true {
            return .none
        }
        return refused(AccessRule.writeIdempotently.error)
    }
}
