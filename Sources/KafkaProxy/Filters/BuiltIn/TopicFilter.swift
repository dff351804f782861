import KafkaMessageJSON
import KafkaProtocol
import KafkaWire

/// Shows clients some topics of the cluster and not others: those that they may not see are as those that an ACL
/// hides, refused with TOPIC_AUTHORIZATION_FAILED where they are asked for by name and left out of every list.
struct TopicFilter: ProxyFilter {
    private let allowed: TopicSelection
    private let denied: TopicSelection

    init(_ options: FilterOptions) throws(FilterOptionError) {
        allowed = try options.topics("allow")
        denied = try options.topics("deny", meansAll: false)
    }

    let interests: [FilterInterest] = NamedApis.interests(in: [.topicName])

    private func isSeen(_ topic: String) -> Bool {
        // A name that is not told is none: answers tell of topics by their ids alone when they are not there.
        topic.isEmpty || (allowed.contains(topic) && !denied.contains(topic))
    }

    func request(_ request: inout FilteredRequest) -> RequestVerdict {
        if let heartbeat = request.message as? ConsumerGroupHeartbeatRequest,
            heartbeat.subscribedTopicRegex?.isEmpty == false
        {
            // What matches is found by the cluster, among all topics, and answers tell of it by ids alone.
            return .answer(
                ConsumerGroupHeartbeatResponse(
                    errorCode: ErrorCode.topicAuthorizationFailed.rawValue,
                    errorMessage: "topics are not subscribed to by a pattern here"))
        }
        var isRefused = false
        var passing = request.message
        let hasChanged = ClientNames.change(&passing) { thing, name in
            guard thing == .topic, !isSeen(name) else { return .keep }
            isRefused = true
            return .drop
        }
        guard isRefused, hasChanged else {
            if UnknownTopicIds.asks(request.message) { request.kept = Kept(refused: nil, isByIds: true) }
            return .forward
        }
        var refused = request.message
        _ = ClientNames.change(&refused) { thing, name in thing == .topic && isSeen(name) ? .drop : .keep }
        Self.leaveTopics(&refused)
        // Configs are of resources, which are no topics to the specification.
        let entity: FieldEntity? = Self.ofConfigs.contains(request.apiKey) ? nil : .topicName
        let answer = ErrorAnswer.make(
            to: refused, version: request.apiVersion, .topicAuthorizationFailed, onlyOf: entity)
        request.kept = Kept(refused: answer, isByIds: UnknownTopicIds.asks(request.message))
        request.message = passing
        return .forward
    }

    private static let ofConfigs: Set<ApiKey> = [.describeConfigs, .alterConfigs, .incrementalAlterConfigs]

    /// Takes the configs of other things than topics out of a request.
    private static func leaveTopics(_ message: inout any RequestMessage) {
        let topic: Int8 = 2
        switch message {
        case var configs as DescribeConfigsRequest:
            configs.resources.removeAll { $0.resourceType != topic }
            message = configs
        case var configs as AlterConfigsRequest:
            configs.resources.removeAll { $0.resourceType != topic }
            message = configs
        case var configs as IncrementalAlterConfigsRequest:
            configs.resources.removeAll { $0.resourceType != topic }
            message = configs
        default: break
        }
    }

    private struct Kept: Sendable {
        /// The part of the answer that tells of what was taken out of the request.
        var refused: (any ResponseMessage)?
        /// Topics were asked for by their ids.
        var isByIds: Bool
    }

    func response(_ response: inout FilteredResponse) -> ResponseVerdict {
        var message = response.message
        let kept = response.kept as? Kept
        var hasChanged = kept?.isByIds == true && UnknownTopicIds.hide(&message) { !isSeen($0) }
        let isFiltered = ClientNames.change(&message) { thing, name in
            thing == .topic && !isSeen(name) ? .drop : .keep
        }
        hasChanged = hasChanged || isFiltered
        if let refused = kept?.refused {
            MessageFields.merge(&message, refused)
            hasChanged = true
        }
        if hasChanged { response.message = message }
        return .forward
    }
}
