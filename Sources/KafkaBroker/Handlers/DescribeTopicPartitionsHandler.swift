import KafkaConfiguration
import KafkaCoordination
import KafkaProtocol
import KafkaServer
import KafkaWire

/// DescribeTopicPartitions, version 0 (KIP-966): topics in name order, a page of partitions at a time.
extension BrokerEngine {
    private typealias ResponseTopic = DescribeTopicPartitionsResponse.DescribeTopicPartitionsResponseTopic

    func describeTopicPartitions(
        _ message: DescribeTopicPartitionsRequest, _ request: Request
    ) -> DescribeTopicPartitionsResponse {
        let table = broker.topics.current
        let access = access(request)
        // Names that are not asked for mean all topics that may be looked at.
        let wantsAll = message.topics.isEmpty
        let named = wantsAll ? table.sortedTopics.map(\.name) : Set(message.topics.map(\.name)).sorted()
        let asked = named.filter { access.allows(.describeTopic, $0, tellsRefusal: !wantsAll) }
        var response = page(of: asked, message, table, access)
        if !wantsAll, asked.count < named.count {
            // Whether they exist is not told.
            response.topics += Set(named).subtracting(asked).sorted().map {
                ResponseTopic(errorCode: AccessRule.describeTopic.error.rawValue, name: $0)
            }
        }
        return response
    }

    private func page(
        of asked: [String], _ message: DescribeTopicPartitionsRequest, _ table: TopicTable, _ access: Access?
    ) -> DescribeTopicPartitionsResponse {
        // The cursor says where the page before ended.
        let first = message.cursor?.topicName ?? ""
        let limit = max(1, min(Int(message.responsePartitionLimit), broker.configuration.maxRequestPartitionSizeLimit))
        var response = DescribeTopicPartitionsResponse()
        var remaining = limit
        for name in asked where name >= first {
            guard let topic = table.topic(name: name) else {
                response.topics.append(missing(name, access))
                continue
            }
            if remaining == 0 {
                response.nextCursor = .init(topicName: name, partitionIndex: 0)
                return response
            }
            let start = name == first ? max(0, message.cursor?.partitionIndex ?? 0) : 0
            let page = topic.partitions.filter { $0.index >= start }
            response.topics.append(entry(for: topic, page.prefix(remaining), access))
            if page.count > remaining {
                response.nextCursor = .init(topicName: name, partitionIndex: page[remaining].index)
                return response
            }
            remaining -= page.count
        }
        return response
    }

    private func missing(_ name: String, _ access: Access?) -> ResponseTopic {
        let error: ErrorCode = TopicName.problem(name) == nil ? .unknownTopicOrPartition : .invalidTopicException
        return ResponseTopic(
            errorCode: error.rawValue, name: name, topicAuthorizedOperations: access.operations(on: .topic, name))
    }

    private func entry(for topic: Topic, _ partitions: ArraySlice<Partition>, _ access: Access?) -> ResponseTopic {
        ResponseTopic(
            errorCode: 0, name: topic.name, topicId: topic.id, isInternal: topic.isInternal,
            partitions: partitions.map { partition in
                .init(
                    errorCode: 0, partitionIndex: partition.index, leaderId: broker.identity.nodeId,
                    leaderEpoch: partition.leaderEpoch, replicaNodes: [broker.identity.nodeId],
                    isrNodes: [broker.identity.nodeId], eligibleLeaderReplicas: [], lastKnownElr: [],
                    offlineReplicas: partition.isOffline ? [broker.identity.nodeId] : [])
            },
            topicAuthorizedOperations: access.operations(on: .topic, topic.name))
    }
}
