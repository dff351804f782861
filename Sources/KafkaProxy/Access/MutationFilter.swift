import KafkaProtocol
import KafkaServer
import KafkaWire

/// Enforces `controller_mutation_rate` (KIP-599) in front of the cluster: topics beyond the quota are taken out of the
/// requests of clients that know the error for it; others are held back afterwards.
///
/// Permits are counted by partitions that come or go. How many a topic has that is deleted or grows is known from
/// answers that went through the proxy; one that no answer told of counts as one. What the cluster refuses is given back.
struct MutationFilter: ProxyFilter {
    /// The versions from which clients understand THROTTLING_QUOTA_EXCEEDED.
    private enum FirstStrict {
        static let createTopics: Int16 = 6
        static let deleteTopics: Int16 = 5
        static let createPartitions: Int16 = 3
    }

    private static let refusal = ErrorCode.throttlingQuotaExceeded.rawValue
    private static let message = "The quota for changes of topics is used up."

    /// What is done with the answer.
    private struct Finish: Sendable {
        let apply: @Sendable (inout FilteredResponse) -> Void
    }

    let quotas: QuotaEnforcer
    private let counts = PartitionCounts()

    init(quotas: QuotaEnforcer) {
        self.quotas = quotas
    }

    var interests: [FilterInterest] {
        [ApiKey.metadata, .createTopics, .deleteTopics, .createPartitions].map { FilterInterest($0, responses: true) }
    }

    func request(_ request: inout FilteredRequest) -> RequestVerdict {
        request.wantsResponse = false
        guard quotas.limitsMutations else { return .forward }
        switch request.message {
        case let create as CreateTopicsRequest where !create.validateOnly: return limit(create, &request)
        case let delete as DeleteTopicsRequest: return limit(delete, &request)
        case let create as CreatePartitionsRequest where !create.validateOnly: return limit(create, &request)
        case is MetadataRequest: request.wantsResponse = true
        default: break
        }
        return .forward
    }

    func response(_ response: inout FilteredResponse) -> ResponseVerdict {
        if let metadata = response.message as? MetadataResponse { counts.learn(metadata) }
        if let finish = response.kept as? Finish { finish.apply(&response) }
        return .forward
    }

    /// Takes permits for the parts of a request, and those parts out of it for which there are none.
    ///
    /// - Parameters:
    ///   - key: what the answer calls the part.
    ///   - permits: how many a part needs.
    private func admit<Part, Key: Hashable>(
        _ parts: inout [Part], _ request: inout FilteredRequest, firstStrict: Int16, key: (Part) -> Key,
        permits: (Part) -> Int
    ) -> (taken: [Key: Int], refused: [Part]) {
        let client = QuotaClient(request.origin)
        let isStrict = request.apiVersion >= firstStrict
        var times: [Key: Int] = [:]
        for part in parts { times[key(part), default: 0] += 1 }
        var (taken, refused, wait): ([Key: Int], [Part], Int32) = ([:], [], 0)
        parts = parts.filter { part in
            // What is given twice the cluster refuses.
            guard times[key(part)] == 1 else { return true }
            let needed = max(0, permits(part))
            let (isAllowed, due) = quotas.takeMutations(needed, isStrict: isStrict, client)
            wait = max(wait, due)
            if isAllowed { taken[key(part)] = needed } else { refused.append(part) }
            return isAllowed
        }
        request.waitMilliseconds = max(request.waitMilliseconds, wait)
        return (taken, refused)
    }

    private func pass<Message: RequestMessage>(
        _ message: Message, _ request: inout FilteredRequest, isChanged: Bool,
        _ finish: @escaping @Sendable (inout Message.Response) -> Void
    ) -> RequestVerdict {
        if isChanged { request.message = message }
        request.wantsResponse = true
        request.kept = Finish { response in
            guard var typed = response.message as? Message.Response else { return }
            finish(&typed)
            if isChanged { response.message = typed }
        }
        return .forward
    }

    private func giveBack(_ permits: Int, _ client: QuotaClient) {
        _ = quotas.takeMutations(-permits, isStrict: false, client)
    }
}

// MARK: The requests

extension MutationFilter {
    private func limit(_ message: CreateTopicsRequest, _ request: inout FilteredRequest) -> RequestVerdict {
        var message = message
        let version = request.apiVersion
        let (taken, parts) = admit(
            &message.topics, &request, firstStrict: FirstStrict.createTopics, key: \.name
        ) { topic in
            // What the cluster's default is its answer tells.
            topic.assignments.isEmpty ? max(1, Int(topic.numPartitions)) : topic.assignments.count
        }
        let refused = parts.map {
            CreateTopicsResponse.CreatableTopicResult(
                name: $0.name, errorCode: Self.refusal, errorMessage: version >= 1 ? Self.message : nil)
        }
        guard !message.topics.isEmpty || refused.isEmpty else { return .answer(CreateTopicsResponse(topics: refused)) }
        let client = QuotaClient(request.origin)
        return pass(message, &request, isChanged: !refused.isEmpty) { response in
            for topic in response.topics {
                guard let permits = taken[topic.name] else { continue }
                guard topic.errorCode == 0 else {
                    giveBack(permits, client)
                    continue
                }
                guard topic.numPartitions > 0 else { continue }
                let count = Int(topic.numPartitions)
                // They were too few where the number was left to the cluster.
                if count > permits { _ = quotas.takeMutations(count - permits, isStrict: false, client) }
                counts.learn(topic.name, topic.topicId, count)
            }
            response.topics += refused
        }
    }

    /// What a topic is called that is to be deleted.
    private struct Asked: Hashable {
        let name: String?
        let id: Uuid
    }

    private func limit(_ message: DeleteTopicsRequest, _ request: inout FilteredRequest) -> RequestVerdict {
        var message = message
        let version = request.apiVersion
        let taken: [Asked: Int]
        let parts: [Asked]
        if version >= 6 {
            let found = admit(
                &message.topics, &request, firstStrict: FirstStrict.deleteTopics,
                key: { Asked(name: $0.name, id: $0.name == nil ? $0.topicId : .zero) },
                permits: { topic in topic.name.flatMap(counts.count(name:)) ?? counts.count(id: topic.topicId) ?? 1 })
            (taken, parts) = (found.taken, found.refused.map { Asked(name: $0.name, id: $0.topicId) })
        } else {
            let found = admit(
                &message.topicNames, &request, firstStrict: FirstStrict.deleteTopics,
                key: { Asked(name: $0, id: .zero) }, permits: { counts.count(name: $0) ?? 1 })
            (taken, parts) = (found.taken, found.refused.map { Asked(name: $0, id: .zero) })
        }
        let refused = parts.map {
            DeleteTopicsResponse.DeletableTopicResult(
                name: $0.name, topicId: $0.id, errorCode: Self.refusal,
                errorMessage: version >= 5 ? Self.message : nil)
        }
        guard !(message.topics.isEmpty && message.topicNames.isEmpty) || refused.isEmpty else {
            return .answer(DeleteTopicsResponse(responses: refused))
        }
        let client = QuotaClient(request.origin)
        return pass(message, &request, isChanged: !refused.isEmpty) { response in
            for topic in response.responses where topic.errorCode != 0 {
                let permits = taken[Asked(name: topic.name, id: .zero)] ?? taken[Asked(name: nil, id: topic.topicId)]
                if let permits { giveBack(permits, client) }
            }
            response.responses += refused
        }
    }

    private func limit(_ message: CreatePartitionsRequest, _ request: inout FilteredRequest) -> RequestVerdict {
        var message = message
        let (taken, parts) = admit(
            &message.topics, &request, firstStrict: FirstStrict.createPartitions, key: \.name
        ) { topic in
            counts.count(name: topic.name).map { Int(topic.count) - $0 } ?? 1
        }
        let refused = parts.map {
            CreatePartitionsResponse.CreatePartitionsTopicResult(
                name: $0.name, errorCode: Self.refusal, errorMessage: Self.message)
        }
        guard !message.topics.isEmpty || refused.isEmpty else {
            return .answer(CreatePartitionsResponse(results: refused))
        }
        let wanted = Dictionary(
            message.topics.map { ($0.name, Int($0.count)) }, uniquingKeysWith: { first, _ in first })
        let client = QuotaClient(request.origin)
        return pass(message, &request, isChanged: !refused.isEmpty) { response in
            for result in response.results {
                guard let permits = taken[result.name] else { continue }
                if result.errorCode != 0 {
                    giveBack(permits, client)
                } else if let count = wanted[result.name] {
                    counts.learn(result.name, .zero, count)
                }
            }
            response.results += refused
        }
    }
}
