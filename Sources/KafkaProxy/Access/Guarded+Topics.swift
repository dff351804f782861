import KafkaProtocol
import KafkaServer
import KafkaWire

extension CreateTopicsRequest: GuardedRequest {
    mutating func restrict(_ gate: AccessGate) -> Restriction<CreateTopicsResponse> {
        let mayCreateAny = gate.allows(.createInCluster, isAsked: false)
        let refused = gate.take(&topics) { topic in
            mayCreateAny || gate.allows(.createTopic, topic.name) ? nil : AccessRule.createTopic.error
        }.map { topic, error in
            CreateTopicsResponse.CreatableTopicResult(
                name: topic.name, errorCode: error.rawValue,
                errorMessage: gate.version >= 1 ? AccessRule.createTopic.message : nil)
        }
        guard !topics.isEmpty || refused.isEmpty else { return .refused(CreateTopicsResponse(topics: refused)) }
        guard gate.access != nil else { return .none }
        return .partly(isChanged: !refused.isEmpty) { response in
            if gate.version >= 5 { response.hideSettings(gate) }
            response.topics += refused
        }
    }
}

extension CreateTopicsResponse {
    /// Who created a topic may all the same not be one who may see settings (KIP-525).
    fileprivate mutating func hideSettings(_ gate: AccessGate) {
        for index in topics.indices where topics[index].errorCode == 0 {
            if gate.allows(.describeTopicConfigs, topics[index].name, isAsked: false) { continue }
            topics[index].configs = []
            topics[index].numPartitions = -1
            topics[index].replicationFactor = -1
            topics[index].topicConfigErrorCode = AccessRule.describeTopicConfigs.error.rawValue
        }
    }
}

extension DeleteTopicsRequest: GuardedRequest {
    mutating func restrict(_ gate: AccessGate) -> Restriction<DeleteTopicsResponse> {
        if gate.allows(.deleteInCluster, isAsked: false) { return .none }
        guard gate.version >= 6 else {
            return gate.restrict(&topicNames, \.responses, of: DeleteTopicsResponse()) {
                .init(
                    name: $0, errorCode: $1.rawValue,
                    errorMessage: gate.version >= 5 ? AccessRule.deleteTopic.message : nil)
            } _: {
                gate.allows(.deleteTopic, $0) ? nil : AccessRule.deleteTopic.error
            }
        }
        return gate.restrict(&topics, \.responses, of: DeleteTopicsResponse()) {
            // Whoever asks by id learns the name only of what it may look at.
            .init(
                name: $0.name, topicId: $0.topicId, errorCode: $1.rawValue,
                errorMessage: $1 == AccessRule.deleteTopic.error ? AccessRule.deleteTopic.message : nil)
        } _: {
            gate.error(.deleteTopic, topic: $0.name ?? "", id: $0.topicId, byId: $0.name == nil)
        }
    }
}

extension CreatePartitionsRequest: GuardedRequest {
    mutating func restrict(_ gate: AccessGate) -> Restriction<CreatePartitionsResponse> {
        gate.restrict(&topics, \.results, of: CreatePartitionsResponse()) {
            .init(name: $0.name, errorCode: $1.rawValue, errorMessage: AccessRule.alterTopic.message)
        } _: {
            gate.allows(.alterTopic, $0.name) ? nil : AccessRule.alterTopic.error
        }
    }
}

/// Kinds of resources that have settings, by Kafka's numbers.
private enum ConfigResourceType {
    static let topic: Int8 = 2
    static let group: Int8 = 32
}

extension AccessGate {
    /// What is refused of the settings of a resource; those of brokers and the like are the cluster's.
    fileprivate func refusal(
        _ type: Int8, _ name: String, topic: AccessRule, group: AccessRule, cluster: AccessRule
    ) -> AccessRule? {
        switch type {
        case ConfigResourceType.topic: allows(topic, name) ? nil : topic
        case ConfigResourceType.group: allows(group, name) ? nil : group
        default: allows(cluster) ? nil : cluster
        }
    }

    fileprivate func describeRefusal(_ type: Int8, _ name: String) -> AccessRule? {
        refusal(
            type, name, topic: .describeTopicConfigs, group: .describeGroupConfigs, cluster: .describeClusterConfigs)
    }

    fileprivate func alterRefusal(_ type: Int8, _ name: String) -> AccessRule? {
        refusal(type, name, topic: .alterTopicConfigs, group: .alterGroupConfigs, cluster: .alterClusterConfigs)
    }
}

extension DescribeConfigsRequest: GuardedRequest {
    mutating func restrict(_ gate: AccessGate) -> Restriction<DescribeConfigsResponse> {
        gate.restrict(&resources, \.results, of: DescribeConfigsResponse()) { resource, error in
            .init(
                errorCode: error.rawValue,
                errorMessage: gate.describeRefusal(resource.resourceType, resource.resourceName)?.message,
                resourceType: resource.resourceType, resourceName: resource.resourceName)
        } _: {
            gate.describeRefusal($0.resourceType, $0.resourceName)?.error
        }
    }
}

extension AlterConfigsRequest: GuardedRequest {
    mutating func restrict(_ gate: AccessGate) -> Restriction<AlterConfigsResponse> {
        gate.restrict(&resources, \.responses, of: AlterConfigsResponse()) { resource, error in
            .init(
                errorCode: error.rawValue,
                errorMessage: gate.alterRefusal(resource.resourceType, resource.resourceName)?.message,
                resourceType: resource.resourceType, resourceName: resource.resourceName)
        } _: {
            gate.alterRefusal($0.resourceType, $0.resourceName)?.error
        }
    }
}

extension IncrementalAlterConfigsRequest: GuardedRequest {
    mutating func restrict(_ gate: AccessGate) -> Restriction<IncrementalAlterConfigsResponse> {
        gate.restrict(&resources, \.responses, of: IncrementalAlterConfigsResponse()) { resource, error in
            .init(
                errorCode: error.rawValue,
                errorMessage: gate.alterRefusal(resource.resourceType, resource.resourceName)?.message,
                resourceType: resource.resourceType, resourceName: resource.resourceName)
        } _: {
            gate.alterRefusal($0.resourceType, $0.resourceName)?.error
        }
    }
}
