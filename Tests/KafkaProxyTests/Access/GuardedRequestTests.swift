import KafkaCoordination
import KafkaProtocol
import KafkaServer
import KafkaWire
import Testing

@testable import KafkaProxy

@Suite struct GuardedRequestTests {
    private let refused = ErrorCode.topicAuthorizationFailed.rawValue
    private let unknownId = ErrorCode.unknownTopicId.rawValue

    @Test(arguments: [Int16(9), 13]) func `what may not be written is not forwarded`(version: Int16) throws {
        let gate = try TestGate([TestGate.may(.write, .topic, "orders")]).gate(.produce, version: version)
        func topic(_ name: String, _ id: Uuid) -> ProduceRequest.TopicProduceData {
            .init(
                name: version < 13 ? name : "", topicId: version < 13 ? .zero : id,
                partitionData: [.init(index: 3, records: .empty)])
        }
        var request = ProduceRequest(
            acks: 1, topicData: [topic("hidden", TestGate.hidden), topic("orders", TestGate.orders)])
        var restriction = request.restrict(gate)
        #expect(restriction.passes)
        #expect(request.topicData.count == 1)
        var answer = try #require(
            restriction.answer(
                to: .init(responses: [.init(partitionResponses: [.init(index: 3, errorCode: 0, baseOffset: 7)])])))
        #expect(answer.responses.flatMap(\.partitionResponses).map(\.errorCode) == [0, refused])
        if version < 13 {
            #expect(answer.responses.last?.name == "hidden")
        } else {
            #expect(answer.responses.last?.topicId == TestGate.hidden)
        }

        request = ProduceRequest(acks: 1, topicData: [topic("hidden", TestGate.hidden)])
        restriction = request.restrict(gate)
        #expect(!restriction.passes)
        answer = try #require(restriction.answer(to: .init()))
        #expect(answer.responses.flatMap(\.partitionResponses).map(\.errorCode) == [refused])

        request = ProduceRequest(acks: 0, topicData: [topic("hidden", TestGate.hidden)])
        #expect(request.restrict(gate).answer(to: .init()) == nil)
        request = ProduceRequest(
            transactionalId: "t", acks: -1, topicData: [topic("orders", TestGate.orders)])
        answer = try #require(request.restrict(gate).answer(to: .init()))
        #expect(
            answer.responses.flatMap(\.partitionResponses).map(\.errorCode)
                == [ErrorCode.transactionalIdAuthorizationFailed.rawValue])
        guard version >= 13 else { return }
        request = ProduceRequest(acks: 1, topicData: [topic("", Uuid(high: 9, low: 9))])
        answer = try #require(request.restrict(gate).answer(to: .init()))
        #expect(answer.responses.flatMap(\.partitionResponses).map(\.errorCode) == [unknownId])
    }

    @Test func `metadata shows what may be looked at`() throws {
        let test = try TestGate([TestGate.may(.read, .topic, "orders")])
        let upstream = MetadataResponse(
            topics: [
                .init(errorCode: 0, name: "hidden", topicId: TestGate.hidden, topicAuthorizedOperations: -1),
                .init(errorCode: 0, name: "orders", topicId: TestGate.orders, topicAuthorizedOperations: -1),
            ],
            clusterAuthorizedOperations: -1)
        var request = MetadataRequest(topics: nil, allowAutoTopicCreation: true)
        var answer = try #require(
            request.restrict(test.gate(.metadata, version: 9)).answer(to: upstream))
        #expect(answer.topics.map(\.name) == ["orders"])
        // Read and the Describe that comes with it; nothing of the cluster.
        #expect(answer.topics.first?.topicAuthorizedOperations == 1 << 3 | 1 << 8)
        #expect(answer.clusterAuthorizedOperations == 0)

        request = MetadataRequest(topics: [.init(name: "hidden"), .init(name: "orders")])
        let restriction = request.restrict(test.gate(.metadata, version: 9))
        #expect(request.topics?.map(\.name) == ["orders"])
        #expect(!request.allowAutoTopicCreation)
        answer = try #require(
            restriction.answer(to: .init(topics: [.init(errorCode: 3, name: "orders")])))
        #expect(answer.topics.map(\.name) == ["orders", "hidden"])
        #expect(answer.topics.map(\.errorCode) == [refused, refused])

        // An id that is not known is looked up by the cluster, whose answer must not tell the name.
        let stranger = Uuid(high: 9, low: 9)
        request = MetadataRequest(topics: [.init(topicId: stranger, name: nil)], allowAutoTopicCreation: false)
        answer = try #require(
            request.restrict(test.gate(.metadata, version: 12)).answer(
                to: .init(topics: [.init(errorCode: 0, name: "hidden", topicId: stranger, partitions: [.init()])])))
        #expect(answer.topics.map(\.name) == [nil])
        #expect(answer.topics.map(\.errorCode) == [refused])
        #expect(answer.topics.first?.partitions.isEmpty == true)
    }

    @Test func `metadata before version 4 does not create what may not be created`() throws {
        let reader = try TestGate([TestGate.may(.read, .topic, "orders")]).gate(.metadata, version: 3)
        var request = MetadataRequest(topics: [.init(name: "orders")])
        #expect(request.restrict(reader).answer(to: .init()) == nil)
        let maker = try TestGate([
            TestGate.may(.read, .topic, "orders"), TestGate.may(.create, .topic, "orders"),
        ]).gate(.metadata, version: 3)
        #expect(request.restrict(maker).passes)
        request = MetadataRequest(topics: [.init(name: "hidden")])
        let none = try TestGate([]).gate(.metadata, version: 0)
        let answer = try #require(
            request.restrict(none).answer(to: .init(topics: [.init(errorCode: 0, name: "orders")])))
        #expect(answer.topics.map(\.name) == ["hidden"])
    }

    @Test func `offsets of all topics are those that may be looked at`() throws {
        let test = try TestGate([
            TestGate.may(.read, .topic, "orders"), TestGate.may(.read, .group, "g"),
        ])
        var request = OffsetFetchRequest(
            groups: [
                .init(groupId: "g", topics: nil), .init(groupId: "other", topics: nil),
            ])
        let restriction = request.restrict(test.gate(.offsetFetch, version: 9))
        #expect(request.groups.map(\.groupId) == ["g"])
        let answer = try #require(
            restriction.answer(
                to: .init(groups: [.init(groupId: "g", topics: [.init(name: "hidden"), .init(name: "orders")])])))
        #expect(answer.groups.map(\.groupId) == ["g", "other"])
        #expect(answer.groups.first?.topics.map(\.name) == ["orders"])
        #expect(answer.groups.last?.errorCode == ErrorCode.groupAuthorizationFailed.rawValue)
    }

    @Test func `a transaction gets all of its partitions or none`() throws {
        let test = try TestGate([
            TestGate.may(.write, .topic, "orders"), TestGate.may(.write, .transactionalId, "t"),
        ])
        let request = AddPartitionsToTxnRequest(
            v3AndBelowTransactionalId: "t",
            v3AndBelowTopics: [.init(name: "orders", partitions: [0]), .init(name: "hidden", partitions: [1])])
        let answer = try #require(
            request.restrict(test.gate(.addPartitionsToTxn, version: 3)).answer(to: .init()))
        #expect(
            answer.resultsByTopicV3AndBelow.flatMap(\.resultsByPartition).map(\.partitionErrorCode)
                == [ErrorCode.operationNotAttempted.rawValue, refused])
    }

    @Test func `a page of topics does not tell where the next one begins`() throws {
        let test = try TestGate([TestGate.may(.read, .topic, "orders")])
        var request = DescribeTopicPartitionsRequest()
        let answer = try #require(
            request.restrict(test.gate(.describeTopicPartitions, version: 0)).answer(
                to: .init(
                    topics: [.init(errorCode: 0, name: "hidden"), .init(errorCode: 0, name: "orders")],
                    nextCursor: .init(topicName: "other", partitionIndex: 0))))
        #expect(answer.topics.map(\.name) == ["orders"])
        #expect(answer.nextCursor == nil)
    }

    @Test func `a group whose topics may not all be looked at is not told`() throws {
        let test = try TestGate([
            TestGate.may(.read, .topic, "orders"), TestGate.may(.describe, .group, "g"),
        ])
        var request = ConsumerGroupDescribeRequest(groupIds: ["g"])
        func member(_ topics: [String]) -> ConsumerGroupDescribeResponse.Member {
            .init(memberId: "m", clientId: "c", clientHost: "h", subscribedTopicNames: topics)
        }
        let restriction = request.restrict(test.gate(.consumerGroupDescribe, version: 1))
        var answer = try #require(
            restriction.answer(to: .init(groups: [.init(errorCode: 0, groupId: "g", members: [member(["orders"])])])))
        #expect(answer.groups.first?.members.count == 1)
        answer = try #require(
            restriction.answer(
                to: .init(groups: [.init(errorCode: 0, groupId: "g", members: [member(["orders", "hidden"])])])))
        #expect(answer.groups.first?.members.isEmpty == true)
        #expect(answer.groups.first?.errorCode == refused)
    }

    @Test func `patterns are for those who may look at every topic`() throws {
        let request = ConsumerGroupHeartbeatRequest(groupId: "g", memberId: "m", subscribedTopicRegex: "o.*")
        func code(_ bindings: [AclBinding], _ request: ConsumerGroupHeartbeatRequest) throws -> Int16? {
            let test = try TestGate(bindings + [TestGate.may(.read, .group, "g")])
            return request.restrict(test.gate(.consumerGroupHeartbeat, version: 1)).answer(to: .init())?.errorCode
        }
        let all = TestGate.may(.read, .topic, "*")
        let orders = TestGate.may(.read, .topic, "orders")
        let hidden = AclBinding(
            .topic, "hidden", .prefixed, principal: "User:*", operation: .all, permission: .deny)
        #expect(try code([all], request) == 0)
        #expect(try code([orders], request) == refused)
        #expect(try code([all, hidden], request) == refused)
        // An empty pattern takes back the one before.
        let none = ConsumerGroupHeartbeatRequest(groupId: "g", memberId: "m", subscribedTopicRegex: "")
        #expect(try code([orders], none) == 0)
    }

    @Test func `a pattern is taken back with the ACL that let it through`() throws {
        let group = TestGate.may(.read, .group, "g")
        let all = TestGate.may(.read, .topic, "*")
        let test = try TestGate([all, group])
        let patterns = PatternMembers()
        func code(
            _ epoch: Int32, _ pattern: String? = nil, member: String = "m", version: Int16 = 1, given: String? = nil
        ) -> Int16? {
            let request = ConsumerGroupHeartbeatRequest(
                groupId: "g", memberId: member, memberEpoch: epoch, subscribedTopicRegex: pattern)
            let gate = test.gate(.consumerGroupHeartbeat, version: version, patterns: patterns)
            return request.restrict(gate).answer(to: .init(memberId: given ?? member))?.errorCode
        }
        // At version 0 the cluster gives the member its id.
        #expect(code(0, "o.*") == 0 && code(0, "o.*", member: "", version: 0, given: "told") == 0)
        #expect(code(0, member: "named") == 0)
        #expect(code(1) == 0 && code(1, member: "told") == 0)
        test.authorizer.use([TestGate.may(.read, .topic, "orders"), group])
        #expect(code(2) == refused && code(2, member: "told") == refused)
        #expect(code(2, member: "named") == 0)
        // It may leave, and may go on without a pattern.
        #expect(code(-1, member: "told") == 0)
        #expect(code(2, "") == 0 && code(3) == 0)
        // Given back in time it is as if nothing had been.
        test.authorizer.use([all, group])
        #expect(code(4, "o.*") == 0)
        test.authorizer.use([group])
        #expect(code(4) == refused)
        test.authorizer.use([all, group])
        #expect(code(4) == 0)
    }

    @Test func `a share session gives nothing that may not be read any more`() throws {
        let group = TestGate.may(.read, .group, "g")
        let test = try TestGate([TestGate.may(.read, .topic, "orders"), group])
        var request = ShareFetchRequest(groupId: "g", memberId: "m", shareSessionEpoch: 3)
        let restriction = request.restrict(test.gate(.shareFetch, version: 1))
        let upstream = ShareFetchResponse(
            responses: [TestGate.orders, TestGate.hidden, Uuid(high: 9, low: 9)].map { id in
                .init(
                    topicId: id,
                    partitions: [
                        .init(
                            partitionIndex: 2, errorCode: 0, records: .empty,
                            acquiredRecords: [.init(firstOffset: 4, lastOffset: 5, deliveryCount: 1)])
                    ])
            })
        var partitions = try #require(restriction.answer(to: upstream)).responses.flatMap(\.partitions)
        #expect(partitions.map(\.errorCode) == [0, refused, unknownId])
        #expect(partitions.map { $0.records?.count } == [0, nil, nil])
        #expect(partitions.map(\.acquiredRecords.count) == [1, 0, 0])
        test.authorizer.use([group])
        partitions = try #require(restriction.answer(to: upstream)).responses.flatMap(\.partitions)
        #expect(partitions.map(\.errorCode) == [refused, refused, unknownId])
    }
}
