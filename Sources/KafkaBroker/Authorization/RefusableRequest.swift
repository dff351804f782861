import KafkaProtocol
import KafkaServer
import KafkaWire

/// A request that is refused as a whole: the answer is in the form that its client looks for errors in.
protocol RefusableRequest: RequestMessage {
    /// The answer that says nothing but the error.
    func refused(_ error: ErrorCode, _ message: String, version: Int16) -> Response
}

extension BrokerEngine {
    /// Decodes a request about the cluster; nil in the first place when it is not whole, and an answer in the second
    /// when its sender may not ask for it.
    private func admitted<Message: RefusableRequest>(
        _ request: Request, _ type: Message.Type
    ) -> (message: Message?, refusal: Message.Response?) {
        guard let message = decode(Message.self, request) else { return (nil, nil) }
        // An API that the table does not know would be nobody's.
        let rule = AccessTable.ofCluster[Message.apiKey] ?? .actForCluster
        guard !access(request).allows(rule) else { return (message, nil) }
        return (message, message.refused(rule.error, rule.message, version: request.apiVersion))
    }

    /// Answers a request about the cluster here and now, if ``AccessTable/ofCluster`` lets its sender ask.
    func answerChecked<Message: RefusableRequest>(
        _ request: Request, _ output: inout ResponseBuffer, _ body: (Message, Request) -> Message.Response
    ) -> Outcome {
        let (message, refusal) = admitted(request, Message.self)
        if let refusal { return output.answer(request, refusal) }
        guard let message else { return malformed(request) }
        return output.answer(request, body(message, request))
    }

    /// Answers a request about the cluster from a task of its own, if ``AccessTable/ofCluster`` lets its sender ask.
    func answerLaterChecked<Message: RefusableRequest>(
        _ request: Request, _ output: inout ResponseBuffer,
        _ body: @escaping @Sendable (Message, Request.Origin) async -> Message.Response
    ) -> Outcome {
        let (message, refusal) = admitted(request, Message.self)
        if let refusal { return output.answer(request, refusal) }
        guard let message else { return malformed(request) }
        let token = request.replyToken
        let origin = origin(request)
        Task { token.reply(await body(message, origin)) }
        return .queued
    }
}

extension DescribeLogDirsRequest: RefusableRequest {
    func refused(_ error: ErrorCode, _ message: String, version: Int16) -> DescribeLogDirsResponse {
        DescribeLogDirsResponse(errorCode: version >= 3 ? error.rawValue : 0, results: [])
    }
}

extension AlterReplicaLogDirsRequest: RefusableRequest {
    func refused(_ error: ErrorCode, _ message: String, version: Int16) -> AlterReplicaLogDirsResponse {
        AlterReplicaLogDirsResponse(
            results: dirs.flatMap(\.topics).map { topic in
                .init(
                    topicName: topic.name,
                    partitions: topic.partitions.map { .init(partitionIndex: $0, errorCode: error.rawValue) })
            })
    }
}

extension ElectLeadersRequest: RefusableRequest {
    func refused(_ error: ErrorCode, _ message: String, version: Int16) -> ElectLeadersResponse {
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
    func refused(_ error: ErrorCode, _ message: String, version: Int16) -> AlterPartitionReassignmentsResponse {
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
    func refused(_ error: ErrorCode, _ message: String, version: Int16) -> ListPartitionReassignmentsResponse {
        ListPartitionReassignmentsResponse(errorCode: error.rawValue, errorMessage: message)
    }
}

extension DescribeQuorumRequest: RefusableRequest {
    func refused(_ error: ErrorCode, _ message: String, version: Int16) -> DescribeQuorumResponse {
        DescribeQuorumResponse(errorCode: error.rawValue, errorMessage: version >= 2 ? message : "")
    }
}

extension UpdateFeaturesRequest: RefusableRequest {
    func refused(_ error: ErrorCode, _ message: String, version: Int16) -> UpdateFeaturesResponse {
        UpdateFeaturesResponse(errorCode: error.rawValue, errorMessage: message)
    }
}

extension UnregisterBrokerRequest: RefusableRequest {
    func refused(_ error: ErrorCode, _ message: String, version: Int16) -> UnregisterBrokerResponse {
        UnregisterBrokerResponse(errorCode: error.rawValue, errorMessage: message)
    }
}

extension ListConfigResourcesRequest: RefusableRequest {
    func refused(_ error: ErrorCode, _ message: String, version: Int16) -> ListConfigResourcesResponse {
        ListConfigResourcesResponse(errorCode: error.rawValue)
    }
}

extension CreateAclsRequest: RefusableRequest {
    func refused(_ error: ErrorCode, _ message: String, version: Int16) -> CreateAclsResponse {
        CreateAclsResponse(results: creations.map { _ in .init(errorCode: error.rawValue, errorMessage: message) })
    }
}

extension DescribeAclsRequest: RefusableRequest {
    func refused(_ error: ErrorCode, _ message: String, version: Int16) -> DescribeAclsResponse {
        DescribeAclsResponse(errorCode: error.rawValue, errorMessage: message)
    }
}

extension DeleteAclsRequest: RefusableRequest {
    func refused(_ error: ErrorCode, _ message: String, version: Int16) -> DeleteAclsResponse {
        DeleteAclsResponse(
            filterResults: filters.map { _ in .init(errorCode: error.rawValue, errorMessage: message) })
    }
}

extension DescribeUserScramCredentialsRequest: RefusableRequest {
    func refused(_ error: ErrorCode, _ message: String, version: Int16) -> DescribeUserScramCredentialsResponse {
        DescribeUserScramCredentialsResponse(errorCode: error.rawValue, errorMessage: message)
    }
}

extension AlterUserScramCredentialsRequest: RefusableRequest {
    func refused(_ error: ErrorCode, _ message: String, version: Int16) -> AlterUserScramCredentialsResponse {
        AlterUserScramCredentialsResponse(
            results: Set(deletions.map(\.name) + upsertions.map(\.name)).sorted().map {
                .init(user: $0, errorCode: error.rawValue, errorMessage: message)
            })
    }
}
