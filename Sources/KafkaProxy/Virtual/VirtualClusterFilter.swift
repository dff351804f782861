import KafkaMessageJSON
import KafkaProtocol
import KafkaWire

/// Makes a part of a cluster look like a whole one: the names of topics, groups and transactional ids have a prefix in
/// the cluster that clients neither see nor write, and what has another prefix does not exist for them.
///
/// Only APIs that can be held to that are served; those that change the cluster as a whole are not.
struct VirtualClusterFilter: ProxyFilter {
    let prefix: NamePrefix
    let interests: [FilterInterest] = VirtualApis.interests
    let refusesOtherApis = true
    private let topicIds = TenantTopicIds()

    init(prefix: String) {
        self.prefix = NamePrefix(prefix)
    }

    /// What is found again when the answer comes.
    struct Kept: Sendable {
        /// The answer to what was taken out of the request.
        var refused: (any ResponseMessage)?
        /// Topics were asked for by their ids.
        var isByIds = false
        /// What the keys of a FindCoordinator are.
        var keyType: Int8 = 0
        /// Elements of an array of which answers come in the same order: the error of those that were taken out.
        var places: [ErrorCode?] = []
    }

    func request(_ request: inout FilteredRequest) -> RequestVerdict {
        var kept = Kept(isByIds: UnknownTopicIds.asks(request.message))
        var message = request.message
        let requests = VirtualRequests(prefix: prefix, topicIds: topicIds, version: request.apiVersion)
        if let verdict = requests.change(&message, &kept) { return verdict }
        _ = ClientNames.change(&message) { thing, name in prefix.added(to: name, of: thing) }
        requests.finish(&message)
        request.message = message
        request.kept = kept
        return .forward
    }

    func response(_ response: inout FilteredResponse) -> ResponseVerdict {
        let kept = response.kept as? Kept ?? Kept()
        var message = response.message
        if kept.isByIds { _ = UnknownTopicIds.hide(&message) { prefix.own($0) == nil } }
        VirtualResponses(prefix: prefix, topicIds: topicIds).change(&message, kept)
        _ = ClientNames.change(&message) { thing, name in prefix.removed(from: name, of: thing) }
        _ = MessageFields.changeNames(&message) { place, text in
            guard NameRule.sentences.contains(place.field) else { return .keep }
            let scrubbed = prefix.scrubbed(text)
            return scrubbed == text ? .keep : .replace(scrubbed)
        }
        if let refused = kept.refused { MessageFields.merge(&message, refused) }
        topicIds.learn(message)
        response.message = message
        return .forward
    }
}

/// Tells clients another id of the cluster than its own.
struct ClusterIdFilter: ProxyFilter {
    let interests = [
        FilterInterest(.metadata, requests: false, responses: true),
        FilterInterest(.describeCluster, requests: false, responses: true),
    ]
    /// The id that clients are told; nil for the cluster's own behind the name of the virtual one.
    let clusterId: String?
    /// The name of the virtual cluster.
    let name: String

    func response(_ response: inout FilteredResponse) -> ResponseVerdict {
        response.change(MetadataResponse.self) { message in
            guard let id = message.clusterId else { return false }
            message.clusterId = told(id)
            return true
        }
        response.change(DescribeClusterResponse.self) { message in
            guard !message.clusterId.isEmpty else { return false }
            message.clusterId = told(message.clusterId)
            return true
        }
        return .forward
    }

    private func told(_ id: String) -> String { clusterId ?? "\(name)-\(id)" }
}
