import KafkaCoordination
import KafkaProtocol
import KafkaWire
import NIOCore
import Testing

/// Many members doing whatever they like in any order: what must hold of every such history.
struct InterleavingTests {
    @Test(arguments: 0..<30)
    func invariantsHold(_ seed: Int) throws {
        var simulation = try GroupSimulation(seed: UInt64(seed))
        for _ in 0..<1_000 {
            try simulation.step()
        }
        try simulation.settle()
        #expect(simulation.faults.isEmpty, "seed \(seed): \(simulation.faults.prefix(3))")
        // A simulation in which nothing gets anywhere proves nothing.
        #expect(simulation.generations > 5)
        #expect(simulation.assignments > 5)
    }
}

/// A small generator of random numbers with a seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// Clients of two groups that act at random, and the watch over what they are told.
struct GroupSimulation {
    private enum Waiting {
        case join(client: Int)
        case sync(client: Int)
        case other
    }

    private static let groups = ["g", "h"]
    private var shard: GroupCoordinatorShard<Int>
    private var random: SeededGenerator
    private var now: Int64 = 1_000
    private var clients: [Client] = []
    private var waiting: [Int: Waiting] = [:]
    /// Clients that know of a generation and have not synced yet.
    private var owing: [Int] = []
    private var lastToken = 0
    private var log: [GroupRecord] = []
    private var highestGeneration: [String: Int32] = [:]
    /// Who was told to lead a generation, by group and generation.
    private var leaders: [String: String] = [:]
    private(set) var faults: [String] = []
    private(set) var generations = 0
    private(set) var assignments = 0

    init(seed: UInt64) throws {
        random = SeededGenerator(state: seed)
        shard = GroupCoordinatorShard(
            configuration: GroupCoordinatorConfiguration(
                initialRebalanceDelayMs: 100, maximumGroupSize: 5, offsetsRetentionMs: 50_000,
                offsetsRetentionCheckIntervalMs: 20_000))
        for number in 0..<8 {
            clients.append(
                Client(
                    group: Self.groups[number % 2], instanceId: number % 4 == 3 ? "i\(number % 2)" : nil,
                    clientId: "c\(number)", version: Int16([0, 3, 4, 9][Int(random.next() % 4)]),
                    sessionTimeoutMs: 6_000, rebalanceTimeoutMs: 4_000))
        }
        carryOut(shard.loaded(now: now))
    }

    mutating func step() throws {
        let client = Int(random.next() % UInt64(clients.count))
        switch random.next() % 100 {
        case 0..<35: join(client)
        case 35..<60: sync(owing.randomElement(using: &random) ?? client)
        case 60..<75: heartbeat(client)
        case 75..<79: leave(client)
        case 79..<85: commit(client)
        case 85..<86: clients[client].protocols = [("range", subscription("t\(random.next() % 3)"))]
        case 86..<87: deleteGroup(clients[client].group)
        default: pass(Int64(random.next() % 700))
        }
        watch()
        if random.next() % 100 == 0 {
            try compareStableGroups()
        }
    }

    /// A group that is stable is, to the last assignment, what its log says.
    private mutating func compareStableGroups() throws {
        let restored = try restore()
        for group in Self.groups {
            let living = shard.describe(groupId: group, apiVersion: 5)
            guard living.groupState == "Stable" else { continue }
            let logged = restored.describe(groupId: group, apiVersion: 5)
            if living.members.map(\.memberId) != logged.members.map(\.memberId)
                || living.members.map(\.memberAssignment) != logged.members.map(\.memberAssignment)
                || living.protocolData != logged.protocolData
            {
                faults.append("\(group) is not what its log says")
            }
        }
    }

    private func restore() throws -> GroupCoordinatorShard<Int> {
        var restored = GroupCoordinatorShard<Int>(configuration: shard.configuration)
        for record in log {
            restored.replay(try GroupRecord(key: try record.encodedKey(), value: try record.encodedValue()))
        }
        _ = restored.loaded(now: now)
        return restored
    }

    /// Everybody falls silent: whoever waits is answered in the end, and a log read back says the same.
    mutating func settle() throws {
        pass(700_000)
        for token in waiting.keys {
            faults.append("token \(token) was never answered")
        }
        let restored = try restore()
        if describe(restored) != describe(shard) {
            faults.append("restored \(describe(restored)) instead of \(describe(shard))")
        }
    }

    private func describe(_ shard: GroupCoordinatorShard<Int>) -> [String] {
        Self.groups.map { group in
            let described = shard.describe(groupId: group, apiVersion: 5)
            let offsets = shard.fetchOffsets(.init(groupId: group, topics: nil), requireStable: false).topics
                .map { "\($0.name) \($0.partitions.map { "\($0.partitionIndex) \($0.committedOffset)" })" }
            return "\(group) \(described.groupState) \(described.protocolType) \(offsets)"
        }
    }

    private mutating func send(_ kind: Waiting, _ command: (Int) -> GroupCommand<Int>) {
        lastToken += 1
        waiting[lastToken] = kind
        carryOut(shard.handle(command(lastToken), now: now))
    }

    private mutating func carryOut(_ decision: GroupDecision<Int>) {
        var decision = decision
        if !decision.records.isEmpty {
            // One append in twenty fails.
            if random.next() % 20 == 0, now < 1 << 40 {
                decision = shard.appendFailed(decision, error: .notEnoughReplicas, now: now)
                if !decision.records.isEmpty {
                    faults.append("records after a failure")
                }
            } else {
                log += decision.records
                decision.records.forEach { shard.replay($0) }
            }
        }
        for reply in decision.replies {
            guard let kind = waiting.removeValue(forKey: reply.token) else {
                faults.append("token \(reply.token) was answered twice")
                continue
            }
            take(reply.response, kind)
        }
    }

    private mutating func take(_ response: GroupResponse, _ kind: Waiting) {
        switch (response, kind) {
        case (.joinGroup(let response), .join(let client)):
            takeJoin(response, client)
        case (.syncGroup(let response), .sync(let client)):
            if response.errorCode == 0 {
                assignments += 1
            } else if response.errorCode != ErrorCode.rebalanceInProgress.rawValue {
                forget(client)
            }
        case (.joinGroup, _), (.syncGroup, _):
            faults.append("an answer of the wrong kind")
        default:
            break
        }
    }

    private mutating func takeJoin(_ response: JoinGroupResponse, _ client: Int) {
        switch ErrorCode(rawValue: response.errorCode) {
        case .none:
            generations += 1
            clients[client].memberId = response.memberId
            clients[client].generation = response.generationId
            owing.append(client)
            takeGeneration(response, clients[client].group)
        case .memberIdRequired:
            clients[client].memberId = response.memberId
        case .rebalanceInProgress:
            break
        default:
            forget(client)
        }
    }

    private mutating func takeGeneration(_ response: JoinGroupResponse, _ group: String) {
        if response.generationId < highestGeneration[group, default: 0] {
            faults.append("generation \(response.generationId) after \(highestGeneration[group, default: 0])")
        }
        highestGeneration[group] = max(response.generationId, highestGeneration[group, default: 0])
        if response.members.isEmpty != (response.leader != response.memberId), !response.skipAssignment {
            // Only a static leader that comes back before v9 leads without knowing.
            faults.append("\(response.memberId) with leader \(response.leader) got \(response.members.count) members")
        }
        let generation = "\(group) \(response.generationId)"
        if !response.members.isEmpty, !response.skipAssignment {
            let known = leaders.updateValue(response.memberId, forKey: generation)
            if let known, known != response.memberId {
                faults.append("\(known) and \(response.memberId) lead \(generation)")
            }
        }
    }

    private mutating func forget(_ client: Int) {
        clients[client].memberId = ""
        clients[client].generation = -1
    }

    private mutating func watch() {
        if shard.waitingCount != waiting.count {
            faults.append("\(shard.waitingCount) wait instead of \(waiting.count)")
        }
        for group in Self.groups {
            let described = shard.describe(groupId: group, apiVersion: 5)
            if Set(described.members.map(\.memberId)).count != described.members.count {
                faults.append("a member is there twice")
            }
            if described.groupState == "Empty", !described.members.isEmpty {
                faults.append("an empty group has members")
            }
            if ["CompletingRebalance", "Stable"].contains(described.groupState), described.members.isEmpty {
                faults.append("a \(described.groupState) group has no members")
            }
            if described.groupState == "Dead" {
                // Deleted or expired: it begins anew.
                highestGeneration[group] = nil
                leaders = leaders.filter { !$0.key.hasPrefix("\(group) ") }
            }
        }
    }

    private mutating func pass(_ milliseconds: Int64) {
        let end = now + milliseconds
        var ticks = 0
        while let deadline = shard.nextDeadline, deadline <= end {
            now = max(now, deadline)
            carryOut(shard.tick(now: now))
            watch()
            ticks += 1
            if ticks > 20_000 {
                faults.append("time does not pass")
                break
            }
        }
        now = end
    }
}

extension GroupSimulation {
    private mutating func join(_ number: Int) {
        let client = clients[number]
        let request = JoinGroupRequest(
            groupId: client.group, sessionTimeoutMs: client.sessionTimeoutMs,
            rebalanceTimeoutMs: client.rebalanceTimeoutMs, memberId: client.memberId,
            groupInstanceId: client.version < 5 ? nil : client.instanceId, protocolType: client.type,
            protocols: client.protocols.map { .init(name: $0.0, metadata: $0.1) })
        let context = GroupRequestContext(
            apiVersion: client.version, clientId: client.clientId, clientHost: "/::1",
            newMemberUuid: "\(random.next())")
        send(.join(client: number)) { .joinGroup($0, request, context) }
    }

    private mutating func sync(_ number: Int) {
        owing.removeAll { $0 == number }
        let client = clients[number]
        let request = SyncGroupRequest(
            groupId: client.group, generationId: client.generation, memberId: client.memberId,
            groupInstanceId: client.version < 5 ? nil : client.instanceId,
            assignments: (0..<8).compactMap { other in
                let id = clients[other].memberId
                return id.isEmpty ? nil : .init(memberId: id, assignment: ByteBuffer(string: "\(random.next())"))
            })
        send(.sync(client: number)) { .syncGroup($0, request) }
    }

    private mutating func heartbeat(_ number: Int) {
        let client = clients[number]
        let response = shard.heartbeat(
            HeartbeatRequest(
                groupId: client.group, generationId: client.generation, memberId: client.memberId,
                groupInstanceId: client.version < 5 ? nil : client.instanceId),
            now: now)
        if ![ErrorCode.none, .rebalanceInProgress].contains(ErrorCode(rawValue: response.errorCode)) {
            forget(number)
        }
    }

    private mutating func leave(_ number: Int) {
        let client = clients[number]
        let request = LeaveGroupRequest(groupId: client.group, members: [.init(memberId: client.memberId)])
        send(.other) { .leaveGroup($0, request, apiVersion: 5) }
        forget(number)
    }

    private mutating func commit(_ number: Int) {
        let client = clients[number]
        let request = OffsetCommitRequest(
            groupId: client.group, generationIdOrMemberEpoch: client.generation, memberId: client.memberId,
            groupInstanceId: client.version < 5 ? nil : client.instanceId,
            topics: [
                .init(
                    name: "t\(random.next() % 3)",
                    partitions: [
                        .init(partitionIndex: Int32(random.next() % 2), committedOffset: Int64(random.next() % 100))
                    ])
            ])
        send(.other) { .offsetCommit($0, request, apiVersion: 8) }
    }

    private mutating func deleteGroup(_ group: String) {
        send(.other) { .deleteGroups($0, DeleteGroupsRequest(groupsNames: [group])) }
    }
}
