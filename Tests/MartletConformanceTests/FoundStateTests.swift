import KafkaMessageJSON
import KafkaProtocol
import KafkaWire
import NIOCore
import Testing

@testable import MartletConformance

/// What a session found is read off its recorded answers.
@Suite struct FoundStateTests {
    private static func exchange(
        _ api: ApiKey, _ version: Int16, _ request: JSONValue, _ response: JSONValue
    ) throws -> [CapturedFrame] {
        var (sent, received) = (ByteBuffer(), ByteBuffer())
        try sent.writeMessage(
            RequestHeader(requestApiKey: api.rawValue, requestApiVersion: version, correlationId: 1, clientId: "c"),
            version: api.requestHeaderVersion(version))
        sent.writeImmutableBuffer(try MessageJSON.encode(request, apiKey: api, kind: .request, version: version))
        try received.writeMessage(
            ResponseHeader(correlationId: 1), version: api.responseHeaderVersion(version))
        received.writeImmutableBuffer(try MessageJSON.encode(response, apiKey: api, kind: .response, version: version))
        return [
            CapturedFrame(connection: 1, microseconds: 0, direction: .request, bytes: sent),
            CapturedFrame(connection: 1, microseconds: 1, direction: .response, bytes: received),
        ]
    }

    private static func fetch(_ group: String, committed: Int64) throws -> [CapturedFrame] {
        try exchange(
            .offsetFetch, 7, ["groupId": .string(group), "topics": .null],
            [
                "topics": [
                    [
                        "name": "t",
                        "partitions": [
                            ["partitionIndex": 0, "committedOffset": .integer(committed), "metadata": "m"],
                            ["partitionIndex": 1, "committedOffset": -1, "metadata": ""],
                        ],
                    ]
                ]
            ])
    }

    @Test func `offsets that were there before the session committed any`() throws {
        let commit = try Self.exchange(
            .offsetCommit, 7,
            ["groupId": "mine", "generationIdOrMemberEpoch": -1, "memberId": "", "topics": []], ["topics": []])
        let list = try Self.exchange(
            .listGroups, 4, ["statesFilter": []],
            ["errorCode": 0, "groups": [["groupId": "theirs", "protocolType": "consumer", "groupState": "Empty"]]])
        let frames = try list + Self.fetch("theirs", committed: 20) + commit + Self.fetch("mine", committed: 4)
        let groups = FoundGroup.inferred(from: Recording(frames))
        #expect(groups.map(\.name) == ["theirs"])
        #expect(groups.first?.hadMembers == true)
        #expect(groups.first?.offsets.map(\.offset) == [20])
        #expect(groups.first?.offsets.map(\.metadata) == ["m"])
    }

    @Test func `an internal topic that was seen before anything could have made it`() throws {
        let metadata = try Self.exchange(
            .metadata, 9, ["topics": .null],
            [
                "brokers": [],
                "topics": [
                    [
                        "errorCode": 0, "name": "__consumer_offsets", "isInternal": true,
                        "partitions": [
                            ["errorCode": 0, "partitionIndex": 0, "leaderId": 1, "replicaNodes": [1], "isrNodes": [1]]
                        ],
                    ]
                ],
            ])
        let coordinator = try Self.exchange(
            .findCoordinator, 3, ["key": "g", "keyType": 0], ["errorCode": 0, "host": "h", "port": 1, "nodeId": 1])
        let found = FoundInternalTopics.inferred(from: Recording(metadata + coordinator))
        #expect(found.map(\.name) == ["__consumer_offsets"])
        #expect(FoundInternalTopics.inferred(from: Recording(coordinator + metadata)).isEmpty)
    }

    @Test func `what names a topic of an unserved request is suspect, under its id too`() throws {
        var suspects = SuspectNames()
        suspects.note(["topics": [["name": "t", "topicId": "idOfT"], ["name": "u", "topicId": "idOfU"]]])
        let frames = try Self.exchange(
            .addPartitionsToTxn, 3,
            [
                "v3AndBelowTransactionalId": "x", "v3AndBelowProducerId": 1, "v3AndBelowProducerEpoch": 0,
                "v3AndBelowTopics": [["name": "t", "partitions": [0]]],
            ],
            ["resultsByTopicV3AndBelow": []])
        let request = try #require(RequestFrame(frames[0].bytes))
        suspects.add(request, MessageForm.request(request))
        #expect(suspects.cause([["topics": [["name": "t"]]]]) == "AddPartitionsToTxn")
        #expect(suspects.cause([nil, ["responses": [["topicId": "idOfT"]]]]) == "AddPartitionsToTxn")
        #expect(suspects.cause([["topics": [["name": "u"]]], ["topicId": "idOfU"]]) == nil)
    }
}
