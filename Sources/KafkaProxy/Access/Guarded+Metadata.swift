import KafkaCoordination
import KafkaProtocol
import KafkaServer
import KafkaWire

extension MetadataRequest: GuardedRequest {
    /// The first version that can say that no topic is to be created.
    static let firstWithoutCreation: Int16 = 4

    mutating func restrict(_ gate: AccessGate) -> Restriction<MetadataResponse> {
        let wantsAll = topics == nil || (gate.version == 0 && topics?.isEmpty == true)
        var asked = topics ?? []
        // An id that is not known here may be known to the cluster, whose answer is checked.
        let refused = gate.take(&asked) { topic in
            guard let name = topic.name ?? gate.topicName(topic.topicId) else { return nil }
            return gate.allows(.describeTopic, name) ? nil : AccessRule.describeTopic.error
        }
        // Where one of them may not be created, none is: the request cannot tell them apart.
        let uncreated = Set(asked.compactMap(\.name).filter { !Self.mayCreate($0, gate) })
        if !uncreated.isEmpty, allowAutoTopicCreation {
            guard gate.version >= Self.firstWithoutCreation else {
                return .hangUp("Metadata before version 4 creates topics, which this client may not")
            }
            allowAutoTopicCreation = false
        }
        let isForbidden = allowAutoTopicCreation ? [] : uncreated
        if !refused.isEmpty { topics = asked }
        // At version 0 no topics would mean all of them.
        let isAnswerless = gate.version == 0 && !wantsAll && asked.isEmpty
        let version = gate.version
        var seen: Set<Uuid> = []
        let failures = refused.map { topic, error in
            MetadataResponse.MetadataResponseTopic(
                errorCode: error.rawValue, name: topic.name ?? (version >= 12 ? nil : ""), topicId: topic.topicId)
        }.filter { $0.name?.isEmpty == false || seen.insert($0.topicId).inserted }
        let wantedCreation = !uncreated.isEmpty
        return .partly(isChanged: !refused.isEmpty || wantedCreation) { response in
            if isAnswerless { response.topics = [] }
            response.restrict(gate, wantsAll: wantsAll, uncreated: isForbidden)
            response.topics += failures
        }
    }

    private static func mayCreate(_ name: String, _ gate: AccessGate) -> Bool {
        gate.allows(.createInCluster, isAsked: false) || gate.allows(.createTopic, name, isAsked: false)
    }
}

extension MetadataResponse {
    /// Takes out what the client may not look at. Topics that it named by ids which were not known are told as refused,
    /// without their names.
    fileprivate mutating func restrict(_ gate: AccessGate, wantsAll: Bool, uncreated: Set<String>) {
        if wantsAll {
            topics.removeAll { topic in
                topic.name.map { !gate.allows(.describeTopic, $0, isAsked: false) } ?? true
            }
        }
        for index in topics.indices {
            let topic = topics[index]
            guard let name = topic.name, !name.isEmpty else { continue }
            guard gate.allows(.describeTopic, name, isAsked: false) else {
                topics[index] = .init(
                    errorCode: AccessRule.describeTopic.error.rawValue, name: gate.version >= 12 ? nil : "",
                    topicId: topic.topicId)
                continue
            }
            if topic.errorCode == ErrorCode.unknownTopicOrPartition.rawValue, uncreated.contains(name) {
                topics[index].errorCode = AccessRule.createTopic.error.rawValue
            }
            topics[index].topicAuthorizedOperations = gate.operations(
                topic.topicAuthorizedOperations, of: gate.access.operations(on: .topic, name))
        }
        clusterAuthorizedOperations = gate.operations(
            clusterAuthorizedOperations, of: gate.access.clusterOperations())
    }
}

extension DescribeTopicPartitionsRequest: GuardedRequest {
    mutating func restrict(_ gate: AccessGate) -> Restriction<DescribeTopicPartitionsResponse> {
        let wantsAll = topics.isEmpty
        let failures = gate.take(&topics) { topic in
            gate.allows(.describeTopic, topic.name) ? nil : AccessRule.describeTopic.error
        }.map { topic, error in
            DescribeTopicPartitionsResponse.DescribeTopicPartitionsResponseTopic(
                errorCode: error.rawValue, name: topic.name)
        }
        if !wantsAll, topics.isEmpty { return .refused(DescribeTopicPartitionsResponse(topics: failures)) }
        return .partly(isChanged: !failures.isEmpty) { response in
            response.topics.removeAll { topic in
                topic.name.map { !gate.allows(.describeTopic, $0, isAsked: false) } ?? true
            }
            for index in response.topics.indices {
                response.topics[index].topicAuthorizedOperations = gate.operations(
                    response.topics[index].topicAuthorizedOperations,
                    of: gate.access.operations(on: .topic, response.topics[index].name ?? ""))
            }
            // Where the next page begins must not give a topic away. The list ends there, as the last page does.
            if let next = response.nextCursor, !gate.allows(.describeTopic, next.topicName, isAsked: false) {
                response.nextCursor = nil
            }
            response.topics += failures
        }
    }
}

extension DescribeClusterRequest: GuardedRequest {
    func restrict(_ gate: AccessGate) -> Restriction<DescribeClusterResponse> {
        guard includeClusterAuthorizedOperations else { return .none }
        return .partly(isChanged: false) {
            $0.clusterAuthorizedOperations = gate.operations(
                $0.clusterAuthorizedOperations, of: gate.access.clusterOperations())
        }
    }
}
