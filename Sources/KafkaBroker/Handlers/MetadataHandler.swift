import KafkaConfiguration
import KafkaCoordination
import KafkaProtocol
import KafkaServer
import KafkaWire

/// Metadata, versions 0 to 13: the brokers and the topics asked for, by name, by id or all.
///
/// A topic that does not exist is created on the way if client and broker both allow it. Kafka answers
/// UNKNOWN_TOPIC_OR_PARTITION meanwhile and lets the client ask again; here the answer waits for the topic.
extension BrokerEngine {
    func metadata(_ request: Request, _ output: inout ResponseBuffer) -> Outcome {
        guard let message = decode(MetadataRequest.self, request) else { return malformed(request) }
        let origin = origin(request)
        let wanted = namesToCreate(message, access(request))
        guard !wanted.isEmpty else { return output.answer(request, response(message, origin)) }
        let token = request.replyToken
        Task {
            for name in wanted { await broker.createAutomatically(name) }
            token.reply(response(message, origin))
        }
        return .queued
    }

    private func namesToCreate(_ message: MetadataRequest, _ access: Access?) -> [String] {
        guard message.allowAutoTopicCreation, broker.configuration.autoCreateTopicsEnable else { return [] }
        let table = broker.topics.current
        return (message.topics ?? []).compactMap(\.name).filter { name in
            // The transaction coordinator's topic must not come into being as a topic like any other.
            table.topic(name: name) == nil && TopicName.problem(name) == nil && name != TopicName.transactionState
                && (broker.configuration.defaultReplicationFactor == 1 || TopicName.isInternal(name))
                && access.allows(.describeTopic, name, tellsGrant: false, tellsRefusal: false)
                && Self.mayCreate(name, access, isTold: false)
        }
    }

    /// - Parameter isTold: whether the audit log is to hear of it; of what is asked twice it hears once.
    private static func mayCreate(_ name: String, _ access: Access?, isTold: Bool = true) -> Bool {
        access.allows(.createInCluster, tellsRefusal: false)
            || access.allows(.createTopic, name, tellsGrant: isTold, tellsRefusal: isTold)
    }

    private func response(_ message: MetadataRequest, _ request: Request.Origin) -> MetadataResponse {
        let table = broker.topics.current
        var response = MetadataResponse(
            brokers: [brokerEntry(request)], clusterId: broker.identity.clusterId,
            controllerId: broker.identity.nodeId)
        let access = access(request)
        let operations = { (name: String) in
            message.includeTopicAuthorizedOperations
                ? access.operations(on: .topic, name) : AuthorizedOperations.notRequested
        }
        let wantsAll = message.topics == nil || (request.apiVersion == 0 && message.topics?.isEmpty == true)
        if wantsAll {
            response.topics = table.sortedTopics.filter {
                access.allows(.describeTopic, $0.name, tellsRefusal: false)
            }.map { entry(for: $0, operations: operations) }
        } else {
            // A topic asked for twice is answered once, as in Kafka.
            var seen = Set<AskedTopic>()
            for asked in message.topics ?? []
            where seen.insert(AskedTopic(name: asked.name, id: asked.topicId)).inserted {
                response.topics.append(
                    entry(
                        for: asked, in: table, request, access, mayCreate: message.allowAutoTopicCreation,
                        operations: operations))
            }
        }
        if message.includeClusterAuthorizedOperations {
            response.clusterAuthorizedOperations = access.clusterOperations()
        }
        return response
    }

    private struct AskedTopic: Hashable {
        let name: String?
        let id: Uuid
    }

    private func brokerEntry(_ request: Request.Origin) -> MetadataResponse.MetadataResponseBroker {
        let endpoint = broker.advertisedEndpoint(listener: request.context.listener)
        return .init(
            nodeId: broker.identity.nodeId, host: endpoint.host, port: endpoint.port, rack: broker.identity.rack)
    }

    private func entry(
        for asked: MetadataRequest.MetadataRequestTopic, in table: TopicTable, _ request: Request.Origin,
        _ access: Access?, mayCreate: Bool, operations: (String) -> Int32
    ) -> MetadataResponse.MetadataResponseTopic {
        let refused = AccessRule.describeTopic.error.rawValue
        guard let name = asked.name else {
            if let topic = table.topic(id: asked.topicId) {
                guard access.allows(.describeTopic, topic.name) else {
                    return .init(
                        errorCode: refused, name: request.apiVersion >= 12 ? nil : "", topicId: asked.topicId)
                }
                return entry(for: topic, operations: operations)
            }
            // Before version 12 an answer without a name cannot be written.
            return .init(
                errorCode: ErrorCode.unknownTopicId.rawValue, name: request.apiVersion >= 12 ? nil : "",
                topicId: asked.topicId)
        }
        guard access.allows(.describeTopic, name) else { return .init(errorCode: refused, name: name) }
        if let topic = table.topic(name: name) { return entry(for: topic, operations: operations) }
        if mayCreate, broker.configuration.autoCreateTopicsEnable, !Self.mayCreate(name, access) {
            return .init(errorCode: AccessRule.createTopic.error.rawValue, name: name)
        }
        let code = error(forMissing: name, mayCreate: mayCreate).rawValue
        return .init(errorCode: code, name: name, isInternal: TopicName.isInternal(name))
    }

    /// The error of a topic that is not there, although it was created if it could be.
    private func error(forMissing name: String, mayCreate: Bool) -> ErrorCode {
        guard TopicName.problem(name) == nil else { return .invalidTopicException }
        let wouldCreate = mayCreate && broker.configuration.autoCreateTopicsEnable
        return wouldCreate && broker.configuration.defaultReplicationFactor != 1
            ? .invalidReplicationFactor : .unknownTopicOrPartition
    }

    private func entry(
        for topic: Topic, operations: (String) -> Int32
    ) -> MetadataResponse.MetadataResponseTopic {
        .init(
            errorCode: 0, name: topic.name, topicId: topic.id, isInternal: topic.isInternal,
            partitions: topic.partitions.map { partition in
                .init(
                    errorCode: 0, partitionIndex: partition.index, leaderId: broker.identity.nodeId,
                    leaderEpoch: partition.leaderEpoch, replicaNodes: [broker.identity.nodeId],
                    isrNodes: [broker.identity.nodeId],
                    offlineReplicas: partition.isOffline ? [broker.identity.nodeId] : [])
            },
            topicAuthorizedOperations: operations(topic.name))
    }
}
