import KafkaProtocol
import KafkaServer
import KafkaWire

extension AddPartitionsToTxnRequest: GuardedRequest {
    func restrict(_ gate: AccessGate) -> Restriction<AddPartitionsToTxnResponse> {
        guard gate.version < 4 else {
            // Only brokers put several transactions into a request.
            return gate.allows(.actForCluster)
                ? .none : .refused(AddPartitionsToTxnResponse(errorCode: AccessRule.actForCluster.error.rawValue))
        }
        let isDenied = !gate.allows(.writeTransactionalId, v3AndBelowTransactionalId)
        let errors = v3AndBelowTopics.map { topic -> ErrorCode? in
            if isDenied { return AccessRule.writeTransactionalId.error }
            return gate.allows(.writeTopic, topic.name) ? nil : AccessRule.writeTopic.error
        }
        guard isDenied || errors.contains(where: { $0 != nil }) else { return .none }
        // A transaction gets all of them or none.
        return .refused(
            AddPartitionsToTxnResponse(
                resultsByTopicV3AndBelow: zip(v3AndBelowTopics, errors).map { topic, error in
                    .init(
                        name: topic.name,
                        resultsByPartition: topic.partitions.map {
                            .init(
                                partitionIndex: $0,
                                partitionErrorCode: (error ?? .operationNotAttempted).rawValue)
                        })
                }))
    }
}

extension AddOffsetsToTxnRequest: GuardedRequest {
    func restrict(_ gate: AccessGate) -> Restriction<AddOffsetsToTxnResponse> {
        guard gate.allows(.writeTransactionalId, transactionalId) else {
            return .refused(AddOffsetsToTxnResponse(errorCode: AccessRule.writeTransactionalId.error.rawValue))
        }
        guard gate.allows(.readGroup, groupId) else {
            return .refused(AddOffsetsToTxnResponse(errorCode: AccessRule.readGroup.error.rawValue))
        }
        return .none
    }
}

extension EndTxnRequest: GuardedRequest {
    func restrict(_ gate: AccessGate) -> Restriction<EndTxnResponse> {
        if gate.allows(.writeTransactionalId, transactionalId) { return .none }
        return .refused(EndTxnResponse(errorCode: AccessRule.writeTransactionalId.error.rawValue))
    }
}

extension DescribeTransactionsRequest: GuardedRequest {
    mutating func restrict(_ gate: AccessGate) -> Restriction<DescribeTransactionsResponse> {
        let refused = gate.take(&transactionalIds) {
            gate.allows(.describeTransactionalId, $0) ? nil : AccessRule.describeTransactionalId.error
        }.map {
            DescribeTransactionsResponse.TransactionState(errorCode: $0.error.rawValue, transactionalId: $0.part)
        }
        guard !transactionalIds.isEmpty || refused.isEmpty else { return .refused(.init(transactionStates: refused)) }
        return .partly(isChanged: !refused.isEmpty) { response in
            for index in response.transactionStates.indices {
                response.transactionStates[index].topics.removeHidden(gate, \.topic)
            }
            response.transactionStates += refused
        }
    }
}

extension ListTransactionsRequest: GuardedRequest {
    func restrict(_ gate: AccessGate) -> Restriction<ListTransactionsResponse> {
        .partly(isChanged: false) { response in
            response.transactionStates.removeAll {
                !gate.allows(.describeTransactionalId, $0.transactionalId, isAsked: false)
            }
        }
    }
}
