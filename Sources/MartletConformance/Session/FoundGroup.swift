import KafkaMessageJSON
import KafkaProtocol
import KafkaWire

/// A consumer group that a session found, as far as the recorded answers tell: what was committed before anything in
/// the session changed it.
struct FoundGroup: Sendable {
    /// A committed offset.
    struct Offset: Sendable {
        let topic: String
        let partition: Int64
        let offset: Int64
        let leaderEpoch: Int64
        let metadata: String
    }

    let name: String
    /// Whether it has had members, rather than only offsets.
    var hadMembers = false
    var offsets: [Offset] = []

    /// Requests after which what a group holds is the session's own doing.
    private static let changing: Set<ApiKey> = [
        .offsetCommit, .txnOffsetCommit, .offsetDelete, .deleteGroups, .joinGroup, .consumerGroupHeartbeat,
    ]

    /// The groups with offsets, in the order of their names.
    static func inferred(from recording: Recording) -> [FoundGroup] {
        var groups: [String: FoundGroup] = [:]
        var changed: Set<String> = []
        var seen: Set<String> = []
        for step in recording.steps {
            switch step {
            case .send(let index):
                let request = recording.exchanges[index].request
                guard changing.contains(request.api), let body = MessageForm.request(request) else { continue }
                for name in names(in: body) where request.api != .joinGroup || seen.contains(name) {
                    changed.insert(name)
                }
            case .receive(let index):
                let exchange = recording.exchanges[index]
                guard let response = exchange.response, isAboutGroups(exchange.request.api),
                    let body = try? MessageForm.response(response, to: exchange.request)
                else { continue }
                let request = MessageForm.request(exchange.request)
                for found in groupsIn(body, request) where !changed.contains(found.name) {
                    seen.insert(found.name)
                    groups[found.name, default: FoundGroup(name: found.name)].merge(found)
                }
            }
        }
        return groups.values.filter { !$0.offsets.isEmpty }.sorted { $0.name < $1.name }
    }

    private static func isAboutGroups(_ api: ApiKey) -> Bool {
        api == .offsetFetch || api == .describeGroups || api == .listGroups
    }

    private mutating func merge(_ other: FoundGroup) {
        hadMembers = hadMembers || other.hadMembers
        for one in other.offsets
        where !offsets.contains(where: { $0.topic == one.topic && $0.partition == one.partition }) {
            offsets.append(one)
        }
    }

    private static func names(in request: JSONValue) -> [String] {
        let several = request["groupsNames"]?.elements?.compactMap(\.stringValue) ?? []
        return several + [request["groupId"]?.stringValue].compactMap(\.self)
    }

    /// The groups of an OffsetFetch, DescribeGroups or ListGroups response.
    private static func groupsIn(_ body: JSONValue, _ request: JSONValue?) -> [FoundGroup] {
        guard let list = body["groups"]?.elements else {
            guard let name = request?["groupId"]?.stringValue else { return [] }
            return [FoundGroup(name: name, offsets: offsets(body))]
        }
        return list.compactMap { group in
            guard let name = group["groupId"]?.stringValue else { return nil }
            let hadMembers = group["protocolType"]?.stringValue?.isEmpty == false
            return FoundGroup(name: name, hadMembers: hadMembers, offsets: offsets(group))
        }
    }

    private static func offsets(_ json: JSONValue) -> [Offset] {
        (json["topics"]?.elements ?? []).flatMap { topic in
            (topic["partitions"]?.elements ?? []).compactMap { partition in
                guard let offset = partition["committedOffset"]?.integerValue, offset >= 0,
                    let index = partition["partitionIndex"]?.integerValue, let name = topic["name"]?.stringValue
                else { return nil }
                return Offset(
                    topic: name, partition: index, offset: offset,
                    leaderEpoch: partition["committedLeaderEpoch"]?.integerValue ?? -1,
                    metadata: partition["metadata"]?.stringValue ?? "")
            }
        }
    }
}
