import KafkaProtocol
import KafkaServer
import KafkaWire

extension OffsetCommitRequest: GuardedRequest {
    mutating func restrict(_ gate: AccessGate) -> Restriction<OffsetCommitResponse> {
        let byId = gate.version >= 10
        let isDenied = !gate.allows(.readGroup, groupId)
        return gate.restrict(&topics, \.topics, of: OffsetCommitResponse()) { topic, error in
            .init(
                name: topic.name, topicId: topic.topicId,
                partitions: topic.partitions.map {
                    .init(partitionIndex: $0.partitionIndex, errorCode: error.rawValue)
                })
        } _: {
            isDenied
                ? AccessRule.readGroup.error
                : gate.error(.readTopic, topic: $0.name, id: $0.topicId, byId: byId)
        }
    }
}

extension TxnOffsetCommitRequest: GuardedRequest {
    mutating func restrict(_ gate: AccessGate) -> Restriction<TxnOffsetCommitResponse> {
        let refusal: ErrorCode? =
            if !gate.allows(.writeTransactionalId, transactionalId) {
                AccessRule.writeTransactionalId.error
            } else if !gate.allows(.readGroup, groupId) {
                AccessRule.readGroup.error
            } else {
                nil
            }
        return gate.restrict(&topics, \.topics, of: TxnOffsetCommitResponse()) { topic, error in
            .init(
                name: topic.name,
                partitions: topic.partitions.map {
                    .init(partitionIndex: $0.partitionIndex, errorCode: error.rawValue)
                })
        } _: {
            refusal ?? (gate.allows(.readTopic, $0.name) ? nil : AccessRule.readTopic.error)
        }
    }
}

extension OffsetDeleteRequest: GuardedRequest {
    mutating func restrict(_ gate: AccessGate) -> Restriction<OffsetDeleteResponse> {
        guard gate.allows(.deleteGroup, groupId) else {
            return .refused(OffsetDeleteResponse(errorCode: AccessRule.deleteGroup.error.rawValue))
        }
        return gate.restrict(&topics, \.topics, of: OffsetDeleteResponse(errorCode: 0)) { topic, error in
            .init(
                name: topic.name,
                partitions: topic.partitions.map {
                    .init(partitionIndex: $0.partitionIndex, errorCode: error.rawValue)
                })
        } _: {
            gate.allows(.readTopic, $0.name) ? nil : AccessRule.readTopic.error
        }
    }
}

extension OffsetFetchRequest: GuardedRequest {
    mutating func restrict(_ gate: AccessGate) -> Restriction<OffsetFetchResponse> {
        gate.version >= 8 ? restrictGroups(gate) : restrictOne(gate)
    }

    /// Before version 8 a request asks for one group.
    private mutating func restrictOne(_ gate: AccessGate) -> Restriction<OffsetFetchResponse> {
        func failed(
            _ topic: OffsetFetchRequestTopic, _ error: ErrorCode
        )
            -> OffsetFetchResponse.OffsetFetchResponseTopic
        {
            .init(
                name: topic.name,
                partitions: topic.partitionIndexes.map {
                    .init(partitionIndex: $0, committedOffset: -1, metadata: "", errorCode: error.rawValue)
                })
        }
        guard gate.allows(.describeGroup, groupId) else {
            // Before version 2 only partitions have errors.
            let error = AccessRule.describeGroup.error
            guard gate.version < 2 else { return .refused(OffsetFetchResponse(errorCode: error.rawValue)) }
            return .refused(OffsetFetchResponse(topics: (topics ?? []).map { failed($0, error) }))
        }
        guard var named = topics else { return .partly(isChanged: false) { $0.topics.removeHidden(gate, \.name) } }
        let restriction = gate.restrict(&named, \.topics, of: OffsetFetchResponse(), failed: failed) {
            gate.allows(.describeTopic, $0.name) ? nil : AccessRule.describeTopic.error
        }
        topics = named
        return restriction
    }

    private mutating func restrictGroups(_ gate: AccessGate) -> Restriction<OffsetFetchResponse> {
        let byId = gate.version >= 10
        let refused = gate.take(&groups) {
            gate.allows(.describeGroup, $0.groupId) ? nil : AccessRule.describeGroup.error
        }.map {
            OffsetFetchResponse.OffsetFetchResponseGroup(
                groupId: $0.part.groupId, topics: [], errorCode: $0.error.rawValue)
        }
        guard !groups.isEmpty || refused.isEmpty else { return .refused(OffsetFetchResponse(groups: refused)) }
        var hidden: [String: [OffsetFetchResponse.OffsetFetchResponseTopics]] = [:]
        var wantsAll: Set<String> = []
        for index in groups.indices {
            guard var named = groups[index].topics else {
                wantsAll.insert(groups[index].groupId)
                continue
            }
            let failures = gate.take(&named) {
                gate.error(.describeTopic, topic: $0.name, id: $0.topicId, byId: byId)
            }.map { Self.failed($0.part, $0.error) }
            guard !failures.isEmpty else { continue }
            groups[index].topics = named
            hidden[groups[index].groupId, default: []] += failures
        }
        guard !refused.isEmpty || !hidden.isEmpty || !wantsAll.isEmpty else { return .none }
        let (missing, all) = (hidden, wantsAll)
        return .partly(isChanged: !refused.isEmpty || !hidden.isEmpty) { response in
            for index in response.groups.indices where response.groups[index].errorCode == 0 {
                let group = response.groups[index].groupId
                if all.contains(group) {
                    if byId {
                        response.groups[index].topics.removeAll {
                            gate.error(.describeTopic, topic: "", id: $0.topicId, byId: true) != nil
                        }
                    } else {
                        response.groups[index].topics.removeHidden(gate, \.name)
                    }
                }
                response.groups[index].topics += missing[group] ?? []
            }
            response.groups += refused
        }
    }

    private static func failed(
        _ topic: OffsetFetchRequestTopics, _ error: ErrorCode
    ) -> OffsetFetchResponse.OffsetFetchResponseTopics {
        .init(
            name: topic.name, topicId: topic.topicId,
            partitions: topic.partitionIndexes.map {
                .init(
                    partitionIndex: $0, committedOffset: -1, committedLeaderEpoch: -1, metadata: "",
                    errorCode: error.rawValue)
            })
    }
}

extension Array {
    /// Takes out the topics that a client may not look at, from an answer that lists all of them.
    mutating func removeHidden(_ gate: AccessGate, _ name: (Element) -> String) {
        removeAll { !gate.allows(.describeTopic, name($0), isAsked: false) }
    }
}
