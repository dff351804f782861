import KafkaCoordination
import KafkaProtocol
import KafkaServer
import KafkaWire

/// Enforces ACLs in front of the cluster: takes out of requests what their senders may not do, and out of answers what
/// they may not see. APIs that it has no rule for are not served.
struct AccessFilter: ProxyFilter {
    /// Requests that are checked part by part.
    static let guarded: [any GuardedRequest.Type] = [
        ProduceRequest.self, ListOffsetsRequest.self, MetadataRequest.self, OffsetCommitRequest.self,
        OffsetFetchRequest.self, FindCoordinatorRequest.self, JoinGroupRequest.self, HeartbeatRequest.self,
        LeaveGroupRequest.self, SyncGroupRequest.self, DescribeGroupsRequest.self, ListGroupsRequest.self,
        CreateTopicsRequest.self, DeleteTopicsRequest.self, DeleteRecordsRequest.self, InitProducerIdRequest.self,
        OffsetForLeaderEpochRequest.self, AddPartitionsToTxnRequest.self, AddOffsetsToTxnRequest.self,
        EndTxnRequest.self, TxnOffsetCommitRequest.self, DescribeConfigsRequest.self, AlterConfigsRequest.self,
        CreatePartitionsRequest.self, DeleteGroupsRequest.self, IncrementalAlterConfigsRequest.self,
        OffsetDeleteRequest.self, DescribeClusterRequest.self, DescribeProducersRequest.self,
        DescribeTransactionsRequest.self, ListTransactionsRequest.self, ConsumerGroupHeartbeatRequest.self,
        ConsumerGroupDescribeRequest.self, DescribeTopicPartitionsRequest.self, ShareGroupHeartbeatRequest.self,
        ShareGroupDescribeRequest.self, ShareFetchRequest.self, ShareAcknowledgeRequest.self,
    ]

    /// APIs that everyone may use: what they tell is of nobody's.
    static let open: Set<ApiKey> = [
        .apiVersions, .saslHandshake, .saslAuthenticate, .getTelemetrySubscriptions, .pushTelemetry,
    ]

    let authorizer: Authorizer
    let topics: TopicNames
    /// The key that names the file of the ACLs.
    let aclsKey: String
    let patterns = PatternMembers()

    var refusesOtherApis: Bool { true }

    var interests: [FilterInterest] {
        let guarded = Self.guarded.map { FilterInterest($0.apiKey, responses: true) }
        let cluster = AccessTable.ofCluster.keys.map { FilterInterest($0, responses: false) }
        let open = Self.open.subtracting([.apiVersions]).map {
            FilterInterest($0, requests: false, responses: false)
        }
        return guarded + cluster + open + [
            FilterInterest(.fetch, responses: true), FilterInterest(.apiVersions, requests: false, responses: true),
        ]
    }

    func request(_ request: inout FilteredRequest) -> RequestVerdict {
        request.wantsResponse = false
        let gate = gate(request.origin)
        if let fetch = request.message as? FetchRequest { return check(fetch, gate, &request) }
        if let guarded = request.message as? any GuardedRequest { return check(guarded, gate, &request) }
        if let whole = request.message as? any RefusableRequest { return check(whole, gate, &request) }
        return Self.open.contains(request.apiKey) ? .forward : .close("no rule for \(request.apiKey.name)")
    }

    func response(_ response: inout FilteredResponse) -> ResponseVerdict {
        if response.apiKey == .apiVersions {
            narrow(&response)
            return .forward
        }
        if let metadata = response.message as? MetadataResponse { topics.learn(metadata) }
        switch response.kept {
        case let merge as Merge: merge.apply(&response)
        case let fetch as KeptFetch: finish(fetch, &response)
        default: break
        }
        return .forward
    }

    private func gate(_ origin: FilterOrigin) -> AccessGate {
        let topics = topics
        return AccessGate(
            access: Access(
                authorizer: authorizer, decisions: origin.connection[ConnectionDecisions.self] ?? keep(origin),
                principal: origin.principal, host: origin.peerHost, api: origin.apiKey),
            version: origin.apiVersion, topicName: { topics.name(of: $0) }, patterns: patterns)
    }

    private func keep(_ origin: FilterOrigin) -> ConnectionDecisions {
        let decisions = ConnectionDecisions()
        origin.connection[ConnectionDecisions.self] = decisions
        return decisions
    }
}

// MARK: What is checked part by part

extension AccessFilter {
    /// What is done with the answer to a request that passed in part.
    private struct Merge: Sendable {
        let apply: @Sendable (inout FilteredResponse) -> Void
    }

    private func check<Message: GuardedRequest>(
        _ message: Message, _ gate: AccessGate, _ request: inout FilteredRequest
    ) -> RequestVerdict {
        var message = message
        switch message.restrict(gate) {
        case .none: return .forward
        case .refused(let answer): return .answer(answer)
        case .hangUp(let reason): return .close(reason)
        case .partly(let isChanged, let merge):
            if isChanged { request.message = message }
            request.wantsResponse = true
            request.kept = Merge { response in
                guard var typed = response.message as? Message.Response else { return }
                merge(&typed)
                response.message = typed
            }
            return .forward
        }
    }

    private func check<Message: RefusableRequest>(
        _ message: Message, _ gate: AccessGate, _ request: inout FilteredRequest
    ) -> RequestVerdict {
        let rule = AccessTable.ofCluster[Message.apiKey] ?? .actForCluster
        guard gate.allows(rule) else {
            return .answer(message.refused(rule.error, rule.message, version: gate.version))
        }
        switch message {
        case let describe as DescribeAclsRequest: return .answer(authorizer.acls.describe(describe))
        case is CreateAclsRequest, is DeleteAclsRequest:
            let reason = "The ACLs of this proxy are in the file that \(aclsKey) names; change it there."
            return .answer(message.refused(.policyViolation, reason, version: gate.version))
        default: return .forward
        }
    }

    /// Metadata before version 4 creates topics without being asked to.
    private func narrow(_ response: inout FilteredResponse) {
        guard var versions = response.message as? ApiVersionsResponse else { return }
        for index in versions.apiKeys.indices where versions.apiKeys[index].apiKey == ApiKey.metadata.rawValue {
            let least = max(versions.apiKeys[index].minVersion, MetadataRequest.firstWithoutCreation)
            guard versions.apiKeys[index].maxVersion >= least else { return }
            versions.apiKeys[index].minVersion = least
        }
        response.message = versions
    }
}

// MARK: Fetch

extension AccessFilter {
    private struct KeptFetch: Sendable {
        let failures: [FetchResponse.FetchableTopicResponse]
        let generation: FetchGuard.Generation
    }

    private final class FetchState {
        var value = FetchGuard()
    }

    private func check(_ message: FetchRequest, _ gate: AccessGate, _ request: inout FilteredRequest) -> RequestVerdict
    {
        let connection = request.origin.connection
        let state = connection[FetchState.self] ?? FetchState()
        connection[FetchState.self] = state
        var message = message
        switch state.value.request(&message, gate, rules: authorizer.version) {
        case .answer(let answer): return .answer(answer)
        case .pass(let isChanged, let failures):
            if isChanged { request.message = message }
            // The answer to the first Fetch of a session names it.
            let opensSession = gate.version >= 7 && message.sessionEpoch == 0
            request.wantsResponse = opensSession || !failures.isEmpty
            request.kept = KeptFetch(failures: failures, generation: state.value.generation)
            return .forward
        }
    }

    private func finish(_ kept: KeptFetch, _ response: inout FilteredResponse) {
        guard var answer = response.message as? FetchResponse else { return }
        response.origin.connection[FetchState.self]?.value.answered(
            sessionId: answer.sessionId, to: kept.generation)
        guard !kept.failures.isEmpty, answer.errorCode == 0 else { return }
        answer.responses += kept.failures
        response.message = answer
    }
}
