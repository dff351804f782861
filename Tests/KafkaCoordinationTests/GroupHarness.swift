import KafkaCoordination
import KafkaProtocol
import KafkaWire
import NIOCore
import Testing

/// A shard with a clock that tests turn and a log that tests can read: what the broker's runtime does, in the small.
struct GroupHarness {
    typealias Shard = GroupCoordinatorShard<Int>

    var shard: Shard
    var now: Int64 = 1_000_000
    /// Every record appended so far, in its bytes.
    private(set) var log: [(key: ByteBuffer, value: ByteBuffer?)] = []
    /// What each token was told.
    private(set) var answers: [Int: GroupResponse] = [:]
    private(set) var answeredTwice: [Int] = []
    /// If set, appends fail with it.
    var appendError: ErrorCode?
    /// When `pass` stopped for a deadline.
    private(set) var ticks: [Int64] = []
    private var lastToken = 0

    init(_ configuration: GroupCoordinatorConfiguration = .init(), log: [(ByteBuffer, ByteBuffer?)] = []) throws {
        shard = Shard(configuration: configuration)
        for (key, value) in log {
            self.log.append((key, value))
            shard.replay(try GroupRecord(key: key, value: value))
        }
        try carryOut(shard.loaded(now: now))
    }

    /// The log's records, read back.
    func records() throws -> [GroupRecord] {
        try log.map { try GroupRecord(key: $0.key, value: $0.value) }
    }

    mutating func carryOut(_ decision: GroupDecision<Int>) throws {
        var decision = decision
        if !decision.records.isEmpty {
            if let appendError {
                decision = shard.appendFailed(decision, error: appendError, now: now)
            } else {
                for record in decision.records {
                    let bytes = (key: try record.encodedKey(), value: try record.encodedValue())
                    log.append(bytes)
                    shard.replay(try GroupRecord(key: bytes.key, value: bytes.value))
                }
            }
        }
        for reply in decision.replies where answers.updateValue(reply.response, forKey: reply.token) != nil {
            answeredTwice.append(reply.token)
        }
    }

    /// Hands over a command and returns its token.
    mutating func send(_ command: (Int) -> GroupCommand<Int>) throws -> Int {
        lastToken += 1
        try carryOut(shard.handle(command(lastToken), now: now))
        return lastToken
    }

    /// Lets time pass, stopping at every deadline on the way.
    mutating func pass(_ milliseconds: Int64) throws {
        let end = now + milliseconds
        while let deadline = shard.nextDeadline, deadline <= end {
            now = max(now, deadline)
            ticks.append(now)
            try carryOut(shard.tick(now: now))
        }
        now = end
    }
}

/// A member as tests speak of it.
struct Client {
    var group = "g"
    var memberId = ""
    var instanceId: String?
    var clientId = "c"
    var uuid = "1"
    var version: Int16 = 9
    var sessionTimeoutMs: Int32 = 10_000
    var rebalanceTimeoutMs: Int32 = 60_000
    var type = "consumer"
    var protocols: [(String, ByteBuffer)] = [("range", subscription("t"))]
    var generation: Int32 = -1
}

/// A consumer's subscription, version 0.
func subscription(_ topics: String...) -> ByteBuffer {
    var buffer = ByteBuffer()
    buffer.writeInteger(Int16(0))
    buffer.writeInteger(Int32(topics.count))
    for topic in topics {
        buffer.writeInteger(Int16(topic.utf8.count))
        buffer.writeString(topic)
    }
    buffer.writeInteger(Int32(-1))
    return buffer
}

extension GroupHarness {
    mutating func join(_ client: Client) throws -> Int {
        let request = JoinGroupRequest(
            groupId: client.group, sessionTimeoutMs: client.sessionTimeoutMs,
            rebalanceTimeoutMs: client.version == 0 ? -1 : client.rebalanceTimeoutMs, memberId: client.memberId,
            groupInstanceId: client.instanceId, protocolType: client.type,
            protocols: client.protocols.map { .init(name: $0.0, metadata: $0.1) })
        let context = GroupRequestContext(
            apiVersion: client.version, clientId: client.clientId, clientHost: "/127.0.0.1",
            newMemberUuid: client.uuid)
        return try send { .joinGroup($0, request, context) }
    }

    mutating func sync(_ client: Client, _ assignments: [String: String] = [:]) throws -> Int {
        let request = SyncGroupRequest(
            groupId: client.group, generationId: client.generation, memberId: client.memberId,
            groupInstanceId: client.instanceId,
            assignments: assignments.sorted { $0.key < $1.key }.map {
                .init(memberId: $0.key, assignment: ByteBuffer(string: $0.value))
            })
        return try send { .syncGroup($0, request) }
    }

    mutating func heartbeat(_ client: Client) -> ErrorCode {
        let request = HeartbeatRequest(
            groupId: client.group, generationId: client.generation, memberId: client.memberId,
            groupInstanceId: client.instanceId)
        return ErrorCode(rawValue: shard.heartbeat(request, now: now).errorCode)
    }

    mutating func leave(_ client: Client, version: Int16 = 5) throws -> LeaveGroupResponse? {
        let request =
            version < 3
            ? LeaveGroupRequest(groupId: client.group, memberId: client.memberId)
            : LeaveGroupRequest(
                groupId: client.group,
                members: [.init(memberId: client.memberId, groupInstanceId: client.instanceId)])
        let token = try send { .leaveGroup($0, request, apiVersion: version) }
        guard case .leaveGroup(let response)? = answers[token] else { return nil }
        return response
    }

    /// Commits one offset and returns its error.
    mutating func commit(
        _ client: Client, _ offset: Int64, topic: String = "t", metadata: String? = "", retention: Int64 = -1,
        version: Int16 = 8
    ) throws -> ErrorCode? {
        let request = OffsetCommitRequest(
            groupId: client.group, generationIdOrMemberEpoch: client.generation, memberId: client.memberId,
            groupInstanceId: client.instanceId, retentionTimeMs: retention,
            topics: [
                .init(
                    name: topic,
                    partitions: [
                        .init(
                            partitionIndex: 0, committedOffset: offset, committedLeaderEpoch: 7,
                            committedMetadata: metadata)
                    ])
            ])
        let token = try send { .offsetCommit($0, request, apiVersion: version) }
        guard case .offsetCommit(let response)? = answers[token] else { return nil }
        return response.topics.first?.partitions.first.map { ErrorCode(rawValue: $0.errorCode) }
    }

    /// The committed offset of partition 0, or -1.
    func committed(_ group: String = "g", topic: String = "t") -> Int64? {
        let request = OffsetFetchRequest.OffsetFetchRequestGroup(
            groupId: group, topics: [.init(name: topic, partitionIndexes: [0])])
        return shard.fetchOffsets(request, requireStable: false).topics.first?.partitions.first?.committedOffset
    }

    /// The error of a join that is answered at once.
    mutating func joinFault(_ client: Client) throws -> ErrorCode? {
        let token = try join(client)
        return joinError(token)
    }

    /// The error of a sync that is answered at once.
    mutating func syncFault(_ client: Client) throws -> ErrorCode? {
        let token = try sync(client)
        return syncError(token)
    }

    func joined(_ token: Int) -> JoinGroupResponse? {
        if case .joinGroup(let response)? = answers[token] { response } else { nil }
    }

    func joinError(_ token: Int) -> ErrorCode? {
        joined(token).map { ErrorCode(rawValue: $0.errorCode) }
    }

    func synced(_ token: Int) -> SyncGroupResponse? {
        if case .syncGroup(let response)? = answers[token] { response } else { nil }
    }

    func syncError(_ token: Int) -> ErrorCode? {
        synced(token).map { ErrorCode(rawValue: $0.errorCode) }
    }

    func assignment(_ token: Int) -> String? {
        synced(token).map { String(buffer: $0.assignment) }
    }

    func state(_ group: String = "g") -> String {
        shard.describe(groupId: group, apiVersion: 5).groupState
    }

    /// Joins with the two steps of KIP-394 where the version has them; the client then knows its id.
    mutating func arrive(_ client: inout Client) throws -> Int {
        let token = try join(client)
        guard joinError(token) == .memberIdRequired, let id = joined(token)?.memberId else { return token }
        client.memberId = id
        return try join(client)
    }

    /// A stable group of these clients; the first one leads. Each gets its own id as its assignment.
    mutating func stabilise(_ clients: inout [Client]) throws {
        var tokens: [Int] = []
        for index in clients.indices {
            tokens.append(try arrive(&clients[index]))
        }
        for _ in 0..<100 where joined(tokens[0]) == nil {
            try pass(1_000)
        }
        for (index, token) in tokens.enumerated() {
            let response = try #require(joined(token))
            clients[index].memberId = response.memberId
            clients[index].generation = response.generationId
        }
        var assignments: [String: String] = [:]
        for client in clients {
            assignments[client.memberId] = client.memberId
        }
        let leaderFirst = clients.sorted { a, _ in a.memberId == joined(tokens[0])?.leader }
        for client in leaderFirst {
            _ = try sync(client, client.memberId == leaderFirst[0].memberId ? assignments : [:])
        }
    }
}
