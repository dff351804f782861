import KafkaProtocol
import KafkaWire
import NIOCore
import Testing

@testable import KafkaClient

@Suite struct GroupMemberTests {
    private static let subscription = try? ConsumerProtocol.encodeSubscription(topics: ["t"], owned: [])

    private static func joined(_ request: ReceivedRequest, _ code: ErrorCode = .none) -> ByteBuffer {
        var response = JoinGroupResponse()
        response.errorCode = code.rawValue
        response.memberId = "m1"
        response.generationId = 3
        response.leader = "m1"
        response.protocolName = "range"
        response.members = [
            .init(memberId: "m1", metadata: subscription ?? ByteBuffer()),
            .init(memberId: "m2", metadata: subscription ?? ByteBuffer()),
        ]
        return request.answer(response)
    }

    /// Hands the asking member what the leader assigned to it.
    private static func synced(_ request: ReceivedRequest) -> ByteBuffer {
        let asked = try? request.body.decodeMessage(SyncGroupRequest.self, version: request.version)
        let own = asked?.assignments.first { $0.memberId == asked?.memberId }
        return request.answer(SyncGroupResponse(assignment: own?.assignment ?? ByteBuffer()))
    }

    private func member(
        _ cluster: ScriptedCluster, _ change: (inout ConsumerConfiguration) -> Void = { _ in }
    ) -> GroupMember {
        var configuration = ConsumerConfiguration()
        configuration.heartbeatInterval = 5
        change(&configuration)
        return GroupMember(cluster: cluster.cluster, group: "g", topics: ["t"], configuration: configuration)
    }

    @Test func joinsWithTheIdItIsGivenAndAssignsAsLeader() async throws {
        let cluster = try await ScriptedCluster.start(partitions: 3) { request, number in
            switch request.api {
            case .joinGroup: Self.joined(request, number == 1 ? .memberIdRequired : .none)
            case .syncGroup: Self.synced(request)
            case .leaveGroup: request.answer(LeaveGroupResponse())
            default: request.answer(HeartbeatResponse())
            }
        }
        let member = member(cluster)
        let assigned = try await member.join()
        #expect(assigned == [TopicPartition(topic: "t", partition: 0), TopicPartition(topic: "t", partition: 1)])
        #expect(try cluster.requests(JoinGroupRequest.self).map(\.memberId) == ["", "m1"])
        let sync = try #require(try cluster.requests(SyncGroupRequest.self).first)
        #expect(sync.generationId == 3)
        #expect(sync.assignments.map(\.memberId) == ["m1", "m2"])
        #expect(await !member.needsJoin)
        await member.leave()
        #expect(try cluster.requests(LeaveGroupRequest.self).first?.members.map(\.memberId) == ["m1"])
        await cluster.stop()
    }

    @Test(arguments: [ErrorCode.rebalanceInProgress, .unknownMemberId, .illegalGeneration])
    func aHeartbeatTellsOfTheGenerationsEnd(code: ErrorCode) async throws {
        let cluster = try await ScriptedCluster.start { request, number in
            switch request.api {
            case .joinGroup: Self.joined(request)
            case .syncGroup: Self.synced(request)
            default: request.answer(HeartbeatResponse(errorCode: number < 2 ? 0 : code.rawValue))
            }
        }
        let member = member(cluster)
        _ = try await member.join()
        for _ in 0..<6000 where await !member.needsJoin { try await Task.sleep(for: .milliseconds(5)) }
        #expect(await member.needsJoin)
        #expect(await member.failure == nil)
        #expect(await member.membership.memberId == (code == .rebalanceInProgress ? "m1" : ""))
        await cluster.stop()
    }

    @Test func aLostIdJoinsAnewWithoutIt() async throws {
        let cluster = try await ScriptedCluster.start { request, number in
            switch request.api {
            case .joinGroup: Self.joined(request)
            case .syncGroup:
                number == 1
                    ? request.answer(SyncGroupResponse(errorCode: ErrorCode.unknownMemberId.rawValue))
                    : Self.synced(request)
            default: request.answer(HeartbeatResponse())
            }
        }
        let member = member(cluster)
        _ = try await member.join()
        #expect(try cluster.requests(JoinGroupRequest.self).map(\.memberId) == ["", ""])
        await cluster.stop()
    }

    @Test func aFencedInstanceGivesUp() async throws {
        let cluster = try await ScriptedCluster.start { request, _ in
            Self.joined(request, .fencedInstanceId)
        }
        let member = member(cluster) { $0.instanceId = "i" }
        await #expect(throws: ClientError.self) { _ = try await member.join() }
        #expect(await member.failure?.errorCode == .fencedInstanceId)
        #expect(try cluster.requests(JoinGroupRequest.self).map(\.groupInstanceId) == ["i"])
        await cluster.stop()
    }
}
