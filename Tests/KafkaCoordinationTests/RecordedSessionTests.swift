import KafkaCoordination
import KafkaProtocol
import KafkaWire
import NIOCore
import Testing

/// Real clients' requests, in their order and at their times, must get the answers that a real 3.9 gave, byte for byte.
/// Only the order of members and of committed partitions is put right first: Kafka's comes from its hash tables.
struct RecordedSessionTests {
    @Test(arguments: try RecordedSession.all())
    func isAnsweredAsByKafka(_ session: RecordedSession) throws {
        // As the broker of the recording was configured.
        var harness = try GroupHarness(GroupCoordinatorConfiguration(initialRebalanceDelayMs: 0))
        let start = harness.now
        var waiting: [(token: Int, request: RecordedFrame)] = []
        for request in session.frames where request.isRequest {
            let answer = session.response(to: request)
            if let answer, try isOfTheBroker(answer) { continue }
            try harness.pass(start + request.milliseconds - harness.now)
            if let immediate = try harness.ask(request) {
                #expect(immediate.hex == answer?.body.hex, "\(request.apiKey.name) \(request.correlationId)")
            } else if let token = try harness.command(request, answer) {
                waiting.append((token, request))
            }
        }
        try harness.pass(1_000)
        for (token, request) in waiting {
            let answer = session.response(to: request)
            let ours = try harness.answers[token]?.encoded(request.version)
            #expect(
                try ours.map { try inOrder($0, request) }?.hex == answer.map { try inOrder($0.body, request) }?.hex,
                "\(request.apiKey.name) \(request.correlationId)")
        }
        #expect(harness.answeredTwice.isEmpty)
    }

    private func inOrder(_ body: ByteBuffer, _ request: RecordedFrame) throws -> ByteBuffer {
        var sorted = ByteBuffer()
        switch request.apiKey {
        case .joinGroup:
            var response = try body.decodeMessage(JoinGroupResponse.self, version: request.version)
            response.members.sort { $0.memberId < $1.memberId }
            try sorted.writeMessage(response, version: request.version)
        case .offsetCommit:
            var response = try body.decodeMessage(OffsetCommitResponse.self, version: request.version)
            for topic in response.topics.indices {
                response.topics[topic].partitions.sort { $0.partitionIndex < $1.partitionIndex }
            }
            try sorted.writeMessage(response, version: request.version)
        default:
            return body
        }
        return sorted
    }

    /// Answers that come before or beside the coordinator: it was not ready, or the topic did not exist.
    private func isOfTheBroker(_ answer: RecordedFrame) throws -> Bool {
        let broker: [ErrorCode] = [
            .coordinatorNotAvailable, .notCoordinator, .coordinatorLoadInProgress, .unknownTopicOrPartition,
        ]
        let codes: [Int16]
        switch answer.apiKey {
        case .joinGroup:
            codes = [try answer.body.decodeMessage(JoinGroupResponse.self, version: answer.version).errorCode]
        case .offsetCommit:
            codes = try answer.body.decodeMessage(OffsetCommitResponse.self, version: answer.version)
                .topics.flatMap { $0.partitions.map(\.errorCode) }
        case .offsetFetch:
            let response = try answer.body.decodeMessage(OffsetFetchResponse.self, version: answer.version)
            codes = [response.errorCode] + response.groups.map(\.errorCode)
        default:
            codes = []
        }
        return codes.contains { broker.contains(ErrorCode(rawValue: $0)) }
    }
}

extension GroupHarness {
    /// The answer to a request that is answered on the spot; nil for the others.
    fileprivate mutating func ask(_ request: RecordedFrame) throws -> ByteBuffer? {
        let version = request.version
        var answer = ByteBuffer()
        switch request.apiKey {
        case .heartbeat:
            let body = try request.body.decodeMessage(HeartbeatRequest.self, version: version)
            try answer.writeMessage(shard.heartbeat(body, now: now), version: version)
        case .offsetFetch:
            let body = try request.body.decodeMessage(OffsetFetchRequest.self, version: version)
            let response =
                version < 8
                ? shard.fetchOffsets(body)
                : OffsetFetchResponse(
                    groups: body.groups.map { shard.fetchOffsets($0, requireStable: body.requireStable) })
            try answer.writeMessage(response, version: version)
        default:
            return nil
        }
        return answer
    }

    /// Hands a request over and returns its token.
    fileprivate mutating func command(_ request: RecordedFrame, _ answer: RecordedFrame?) throws -> Int? {
        let version = request.version
        switch request.apiKey {
        case .joinGroup:
            let body = try request.body.decodeMessage(JoinGroupRequest.self, version: version)
            let told = try answer?.body.decodeMessage(JoinGroupResponse.self, version: version).memberId ?? ""
            let prefix = (body.groupInstanceId ?? request.clientId) + "-"
            let context = GroupRequestContext(
                apiVersion: version, clientId: request.clientId, clientHost: "/127.0.0.1",
                newMemberUuid: String(told.dropFirst(prefix.count)))
            return try send { .joinGroup($0, body, context) }
        case .syncGroup:
            let body = try request.body.decodeMessage(SyncGroupRequest.self, version: version)
            return try send { .syncGroup($0, body) }
        case .leaveGroup:
            let body = try request.body.decodeMessage(LeaveGroupRequest.self, version: version)
            return try send { .leaveGroup($0, body, apiVersion: version) }
        case .offsetCommit:
            let body = try request.body.decodeMessage(OffsetCommitRequest.self, version: version)
            return try send { .offsetCommit($0, body, apiVersion: version) }
        default:
            return nil
        }
    }
}

extension GroupResponse {
    /// The body of the answer at a version.
    func encoded(_ version: Int16) throws -> ByteBuffer {
        var buffer = ByteBuffer()
        switch self {
        case .joinGroup(let response): try buffer.writeMessage(response, version: version)
        case .syncGroup(let response): try buffer.writeMessage(response, version: version)
        case .leaveGroup(let response): try buffer.writeMessage(response, version: version)
        case .offsetCommit(let response): try buffer.writeMessage(response, version: version)
        case .offsetDelete(let response): try buffer.writeMessage(response, version: version)
        case .deleteGroups(let response): try buffer.writeMessage(response, version: version)
        }
        return buffer
    }
}
