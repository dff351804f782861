import KafkaProtocol
import KafkaWire
import NIOCore

/// One member of a classic consumer group: joins, keeps alive, and knows when it must join again.
actor GroupMember {
    private let cluster: KafkaCluster
    private let group: String
    private let topics: [String]
    private let configuration: ConsumerConfiguration

    private(set) var membership: GroupMembership
    private(set) var assignment: [TopicPartition] = []
    /// Whether the generation is over, or none has begun.
    private(set) var needsJoin = true
    /// Why the member can do nothing more, as when another one took its instance id.
    private(set) var failure: ClientError?
    private var heartbeats: Task<Void, Never>?
    private var hasLeft = false

    init(cluster: KafkaCluster, group: String, topics: [String], configuration: ConsumerConfiguration) {
        self.cluster = cluster
        self.group = group
        self.topics = topics
        self.configuration = configuration
        membership = GroupMembership(generation: -1, memberId: "", instanceId: configuration.instanceId)
    }

    /// Joins the group and waits for the assignment of a new generation. Throws ``ClientError``.
    func join() async throws -> [TopicPartition] {
        heartbeats?.cancel()
        if let failure { throw failure }
        var backoff = Backoff(first: 100, bound: 1_000)
        var generator = SystemRandomNumberGenerator()
        while true {
            do {
                let partitions = try await cluster.retrying("Joining group '\(group)'") { [self] in
                    try await joinOnce()
                }
                assignment = partitions
                needsJoin = false
                startHeartbeats()
                return partitions
            } catch let error as ClientError {
                try react(to: error)
                try await Task.sleep(for: .milliseconds(backoff.next(using: &generator)))
            }
        }
    }

    /// Adjusts to an error code of the group's APIs; throws it on if joining again does not help.
    private func react(to error: ClientError) throws(ClientError) {
        switch error.errorCode {
        case .unknownMemberId, .illegalGeneration:
            membership.memberId = ""
            membership.generation = -1
        case .rebalanceInProgress: break
        case .fencedInstanceId:
            failure = error
            throw error
        default: throw error
        }
        needsJoin = true
    }

    /// A failed commit or heartbeat may mean that the generation is over; true if it does.
    func noteFailure(_ error: ClientError) -> Bool {
        do throws(ClientError) {
            try react(to: error)
            return true
        } catch {
            return false
        }
    }

    /// Marks the membership as out of date, for instance because a topic has more partitions now.
    func requestJoin() {
        needsJoin = true
    }

    /// Leaves the group, so that others get its partitions without waiting for the session to end.
    func leave() async {
        hasLeft = true
        heartbeats?.cancel()
        // A static member keeps its partitions until its session ends: it is expected back.
        guard !membership.memberId.isEmpty, membership.instanceId == nil else { return }
        guard let connection = try? await cluster.connection(to: .coordinator(group: group), lane: .coordination),
            let version = try? connection.version(of: LeaveGroupRequest.self)
        else { return }
        var request = LeaveGroupRequest(groupId: group)
        if version >= 3 {
            request.members = [.init(memberId: membership.memberId)]
        } else {
            request.memberId = membership.memberId
        }
        _ = try? await connection.send(request, timeout: 5_000)
    }

    private func joinOnce() async throws -> [TopicPartition] {
        var joined = try await sendJoin()
        if ErrorCode(rawValue: joined.errorCode) == .memberIdRequired {
            // KIP-394: the first answer only gives the id to join with.
            membership.memberId = joined.memberId
            joined = try await sendJoin()
        }
        return try await sync(joined)
    }

    private func sync(_ joined: JoinGroupResponse) async throws -> [TopicPartition] {
        try check(joined.errorCode, "Group '\(group)'")
        membership.memberId = joined.memberId
        membership.generation = joined.generationId
        var request = SyncGroupRequest(groupId: group)
        request.generationId = joined.generationId
        request.memberId = joined.memberId
        request.groupInstanceId = membership.instanceId
        request.protocolType = "consumer"
        request.protocolName = joined.protocolName
        if joined.leader == joined.memberId, !joined.skipAssignment {
            request.assignments = try await assign(joined.members)
        }
        let response = try await cluster.send(
            request, to: .coordinator(group: group), lane: .coordination, timeout: rebalanceWait)
        try check(response.errorCode, "Group '\(group)'")
        do {
            return try ConsumerProtocol.decodeAssignment(response.assignment).sorted()
        } catch {
            throw ClientError.broker(
                .inconsistentGroupProtocol, subject: "Group '\(group)'",
                message: "the group's leader sent an assignment that cannot be read")
        }
    }

    private func sendJoin() async throws -> JoinGroupResponse {
        var request = JoinGroupRequest(groupId: group)
        request.sessionTimeoutMs = configuration.sessionTimeout
        request.rebalanceTimeoutMs = configuration.rebalanceTimeout
        request.memberId = membership.memberId
        request.groupInstanceId = membership.instanceId
        request.protocolType = "consumer"
        do throws(WireError) {
            let metadata = try ConsumerProtocol.encodeSubscription(topics: topics, owned: assignment)
            request.protocols = [.init(name: "range", metadata: metadata)]
        } catch {
            throw ClientError.unencodable(api: .joinGroup, version: 0, error)
        }
        return try await cluster.send(
            request, to: .coordinator(group: group), lane: .coordination, timeout: rebalanceWait)
    }

    /// The leader's part: everybody's partitions by the range assignor.
    private func assign(
        _ members: [JoinGroupResponse.JoinGroupResponseMember]
    ) async throws -> [SyncGroupRequest.SyncGroupRequestAssignment] {
        let subscriptions = members.map { member in
            RangeAssignor.Member(
                memberId: member.memberId, instanceId: member.groupInstanceId,
                topics: (try? ConsumerProtocol.decodeSubscription(member.metadata)) ?? [])
        }
        let names = Set(subscriptions.flatMap(\.topics)).sorted()
        let metadata = try await cluster.refreshMetadata(topics: names)
        let counts = metadata.topics.mapValues { Int32(clamping: $0.partitions.count) }
        let assigned = RangeAssignor.assign(members: subscriptions, partitionCounts: counts)
        var assignments: [SyncGroupRequest.SyncGroupRequestAssignment] = []
        for (memberId, partitions) in assigned.sorted(by: { $0.key < $1.key }) {
            do throws(WireError) {
                let bytes = try ConsumerProtocol.encodeAssignment(partitions)
                assignments.append(.init(memberId: memberId, assignment: bytes))
            } catch {
                throw ClientError.unencodable(api: .syncGroup, version: 0, error)
            }
        }
        return assignments
    }

    /// A JoinGroup is answered when all members have joined or the rebalance timeout is over.
    private var rebalanceWait: Int64 { Int64(configuration.rebalanceTimeout) + 5_000 }

    private func startHeartbeats() {
        let interval = Duration.milliseconds(configuration.heartbeatInterval)
        heartbeats = Task { [weak self] in
            while !Task.isCancelled {
                try? await Task.sleep(for: interval)
                guard !Task.isCancelled, let self, await beat() else { return }
            }
        }
    }

    /// One heartbeat; false when the generation is over.
    private func beat() async -> Bool {
        guard !needsJoin, !hasLeft else { return false }
        let sent = membership
        var request = HeartbeatRequest(groupId: group)
        request.generationId = sent.generation
        request.memberId = sent.memberId
        request.groupInstanceId = sent.instanceId
        do {
            let response = try await cluster.send(request, to: .coordinator(group: group), lane: .coordination)
            try check(response.errorCode, "Group '\(group)'")
            return true
        } catch let error as ClientError {
            guard membership == sent, !hasLeft else { return false }
            if error.isRetriable {
                await cluster.forgetStale()
                return true
            }
            if !noteFailure(error) {
                failure = error
                needsJoin = true
            }
            return false
        } catch {
            return false
        }
    }
}
