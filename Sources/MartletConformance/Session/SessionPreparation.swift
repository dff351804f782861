import KafkaMessageJSON
import KafkaProtocol
import KafkaRecords
import KafkaWire
import NIOCore

/// Brings a fresh broker into the state that a session found.
struct SessionPreparation: Sendable {
    private static let timeout: JSONValue = 30_000
    private static let attempts = 50

    /// What Kafka sets on `__transaction_state`.
    private static let internalConfigs: [(key: String, value: String)] = [
        ("cleanup.policy", "compact"), ("compression.type", "uncompressed"), ("min.insync.replicas", "1"),
        ("segment.bytes", "104857600"), ("unclean.leader.election.enable", "false"),
    ]

    let calls: BrokerCalls

    /// Makes topics with their records, and groups with their offsets.
    func prepare(_ session: SessionDescription, recording: Recording?) async throws {
        let groups = recording.map(FoundGroup.inferred) ?? []
        let seen = recording.map(FoundInternalTopics.inferred) ?? []
        try await makeInternal(
            session.internalTopics + seen.filter { one in !session.internalTopics.contains { $0.name == one.name } })
        try await make(session.topics)
        for topic in session.topics {
            for log in topic.logs { try await fill(topic.name, log) }
        }
        for group in groups { try await make(group) }
    }

    /// Internal topics come into being when somebody asks for a coordinator; one whose coordinator is not served is
    /// made like any other topic.
    private func makeInternal(_ topics: [(name: String, partitions: Int64)]) async throws {
        for topic in topics {
            let keyType: JSONValue = topic.name == "__transaction_state" ? 1 : 0
            _ = try await calls.send(
                .findCoordinator, ["keyType": keyType, "coordinatorKeys": ["martlet-replay"]])
            if try await exists(topic.name) { continue }
            try await make([
                FoundTopic(name: topic.name, partitions: topic.partitions, configs: Self.internalConfigs, logs: [])
            ])
        }
    }

    private func exists(_ topic: String) async throws -> Bool {
        let response = try await calls.send(
            .metadata,
            [
                "topics": [["topicId": "AAAAAAAAAAAAAAAAAAAAAA", "name": .string(topic)]],
                "allowAutoTopicCreation": false,
            ])
        return response["topics"]?[0]?["errorCode"]?.integerValue == 0
    }

    func make(_ topics: [FoundTopic]) async throws {
        guard !topics.isEmpty else { return }
        let list = topics.map { topic -> JSONValue in
            let configs = topic.configs.map { ["name": .string($0.key), "value": .string($0.value)] as JSONValue }
            return [
                "name": .string(topic.name), "numPartitions": .integer(topic.partitions), "replicationFactor": 1,
                "assignments": [], "configs": .array(configs),
            ]
        }
        let response = try await calls.send(
            .createTopics, ["topics": .array(list), "timeoutMs": Self.timeout, "validateOnly": false])
        for topic in response["topics"]?.elements ?? [] {
            let name = topic["name"]?.stringValue ?? ""
            try check(topic["errorCode"], "topic \(name)", allowing: .topicAlreadyExists)
        }
    }

    func fill(_ topic: String, _ log: FoundTopic.Log) async throws {
        let records = log.filled
        guard !records.isEmpty else { return }
        var batch = RecordBatchBuilder()
        for record in records { try batch.append(record) }
        let partition = JSONValue.integer(Int64(log.partition))
        let bytes = Base64.encode(try batch.build().readableBytesView)
        let data: JSONValue = [
            "name": .string(topic), "partitionData": [["index": partition, "records": .string(bytes)]],
        ]
        // Above version 12 topics go by their ids.
        let response = try await calls.send(
            .produce, ["transactionalId": .null, "acks": -1, "timeoutMs": Self.timeout, "topicData": [data]], atMost: 12
        )
        try check(response["responses"]?[0]?["partitionResponses"]?[0]?["errorCode"], "records of \(topic)")
        guard log.logStartOffset > 0 else { return }
        let cut: JSONValue = [
            "name": .string(topic),
            "partitions": [["partitionIndex": partition, "offset": .integer(log.logStartOffset)]],
        ]
        let cutting = try await calls.send(.deleteRecords, ["topics": [cut], "timeoutMs": Self.timeout])
        try check(cutting["topics"]?[0]?["partitions"]?[0]?["errorCode"], "the log start of \(topic)")
    }

    private func make(_ group: FoundGroup) async throws {
        let name = JSONValue.string(group.name)
        try await awaitCoordinator(of: group.name)
        let member = group.hadMembers ? try await join(name) : nil
        try await commit(group, member)
        guard let member else { return }
        _ = try await calls.send(.leaveGroup, ["groupId": name, "members": [["memberId": member.id]]], atMost: 5)
    }

    private func awaitCoordinator(of group: String) async throws {
        for _ in 0..<Self.attempts {
            let response = try await calls.send(
                .findCoordinator, ["keyType": 0, "coordinatorKeys": [.string(group)]])
            if response["coordinators"]?[0]?["errorCode"]?.integerValue == 0 { return }
            try await Task.sleep(for: .milliseconds(100))
        }
        throw ConformanceError.notPrepared("no coordinator of group \(group)")
    }

    /// Takes part in a group as its only member.
    private func join(_ group: JSONValue) async throws -> (id: JSONValue, generation: JSONValue) {
        var id: JSONValue = ""
        for _ in 0..<2 {
            // A subscription to nothing: version 0, no topics, no data.
            let response = try await calls.send(
                .joinGroup,
                [
                    "groupId": group, "sessionTimeoutMs": 30_000, "rebalanceTimeoutMs": 30_000, "memberId": id,
                    "protocolType": "consumer", "protocols": [["name": "range", "metadata": "AAAAAAAA/////w=="]],
                ])
            id = response["memberId"] ?? ""
            guard response["errorCode"]?.integerValue == 0 else { continue }
            let generation = response["generationId"] ?? -1
            _ = try await calls.send(
                .syncGroup,
                [
                    "groupId": group, "generationId": generation, "memberId": id, "protocolType": "consumer",
                    "protocolName": "range", "assignments": [["memberId": id, "assignment": "AAAAAAAA/////w=="]],
                ])
            return (id, generation)
        }
        throw ConformanceError.notPrepared("nobody can join group \(group.text)")
    }

    private func commit(_ group: FoundGroup, _ member: (id: JSONValue, generation: JSONValue)?) async throws {
        let topics = Dictionary(grouping: group.offsets, by: \.topic).map { name, offsets -> JSONValue in
            let partitions = offsets.map { offset -> JSONValue in
                [
                    "partitionIndex": .integer(offset.partition), "committedOffset": .integer(offset.offset),
                    "committedLeaderEpoch": .integer(offset.leaderEpoch), "committedMetadata": .string(offset.metadata),
                ]
            }
            return ["name": .string(name), "partitions": .array(partitions)]
        }
        // Above version 9 topics go by their ids.
        let response = try await calls.send(
            .offsetCommit,
            [
                "groupId": .string(group.name), "generationIdOrMemberEpoch": member?.generation ?? -1,
                "memberId": member?.id ?? "", "topics": .array(topics),
            ], atMost: 9)
        try check(response["topics"]?[0]?["partitions"]?[0]?["errorCode"], "offsets of group \(group.name)")
    }

    private func check(_ code: JSONValue?, _ what: String, allowing allowed: ErrorCode = ErrorCode(rawValue: 0)) throws
    {
        let code = ErrorCode(rawValue: Int16(clamping: code?.integerValue ?? -1))
        guard code.rawValue == 0 || code == allowed else { throw ConformanceError.notPrepared("\(what): \(code)") }
    }
}
