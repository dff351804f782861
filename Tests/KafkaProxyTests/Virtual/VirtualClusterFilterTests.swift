import KafkaMessageJSON
import KafkaProtocol
import KafkaWire
import NIOCore
import Testing

@testable import KafkaProxy

@Suite("Names in a virtual cluster")
struct VirtualClusterFilterTests {
    private static let patterns: Set<String> = ["subscribedTopicRegex", "transactionalIdPattern"]
    static let served = VirtualApis.served.sorted { $0.rawValue < $1.rawValue }

    private func versions(_ key: ApiKey) throws -> ClosedRange<Int16> {
        let table = FilterTable([VirtualClusterFilter(prefix: "acme.")], passesUnknownApis: false)
        let passing = try #require(table.passing(key), "\(key.name)")
        return passing.clamped(to: try #require(key.validVersions))
    }

    private func isName(_ key: ApiKey, _ path: String, _ field: FieldDescription) -> Bool {
        NamedThing(field.entity) != nil
            || (NameRule.ownFields.contains("\(key.name).\(path)") && field.name != "clusterId")
    }

    private func count(_ needle: String, in text: String) -> Int {
        var count = 0
        var rest = text[...]
        while let range = rest.firstRange(of: needle) {
            count += 1
            rest = rest[range.upperBound...]
        }
        return count
    }

    @Test("Every name of every request gets the prefix", arguments: served)
    func requests(_ key: ApiKey) throws {
        for version in try versions(key) {
            let filter = VirtualClusterFilter(prefix: "acme.")
            let message = try SampleMessages.request(key, version) { path, field in
                if Self.patterns.contains(field.name) { return "pattern" }
                return isName(key, path, field) ? "orders" : "x"
            }
            let before = count("orders", in: try texts(of: message, version))
            var request = FilteredRequest(origin: FilterOrigin(apiKey: key, apiVersion: version), message: message)
            guard case .forward = filter.request(&request) else {
                Issue.record("\(key.name) \(version) is not let through")
                continue
            }
            let after = try texts(of: request.message, version)
            #expect(count("acme.orders", in: after) == count("orders", in: after), "\(key.name) \(version)")
            #expect(count("orders", in: after) == before, "\(key.name) \(version)")
            #expect(!after.contains("acme.acme."), "\(key.name) \(version)")
            #expect(count("pattern", in: after) == count(#"acme\.(?:pattern)"#, in: after), "\(key.name) \(version)")
        }
    }

    private func answered(
        _ key: ApiKey, _ version: Int16, prefix: String
    ) throws -> (before: String, after: String) {
        let filter = VirtualClusterFilter(prefix: "acme.")
        let message = try SampleMessages.response(key, version) { path, field in
            if Self.patterns.contains(field.name) { return "\(prefix == "acme." ? #"acme\."# : prefix)(?:orders.*)" }
            if NameRule.sentences.contains(field.name) { return "of acme.orders this is told" }
            return isName(key, path, field) ? "\(prefix)orders" : "x"
        }
        let kept = VirtualClusterFilter.Kept(places: [nil])
        var response = FilteredResponse(
            origin: FilterOrigin(apiKey: key, apiVersion: version), message: message, kept: kept)
        #expect(filter.response(&response) == .forward)
        return (try texts(of: message, version), try texts(of: response.message, version))
    }

    @Test("No answer shows the prefix, and its own names are in it", arguments: served)
    func responses(_ key: ApiKey) throws {
        for version in try versions(key) {
            let (before, after) = try answered(key, version, prefix: "acme.")
            #expect(!after.contains("acme"), "\(key.name) \(version)")
            // Version 0 lists nothing but subscriptions to metrics, which are everyone's.
            if key == .listConfigResources, version == 0 { continue }
            #expect(count("orders", in: after) == count("orders", in: before), "\(key.name) \(version)")
        }
    }

    @Test("What others have is in no answer", arguments: served)
    func strangers(_ key: ApiKey) throws {
        for version in try versions(key) {
            for prefix in ["beta.", "", "__"] {
                let (_, after) = try answered(key, version, prefix: prefix)
                #expect(
                    count("orders", in: after) == count("of orders this", in: after), "\(key.name) \(version) \(prefix)"
                )
            }
        }
    }

    @Test("A cluster behind that is changed as a whole is not served")
    func refused() throws {
        let table = FilterTable([VirtualClusterFilter(prefix: "acme.")], passesUnknownApis: true)
        for key in [
            ApiKey.alterClientQuotas, .updateFeatures, .alterPartitionReassignments, .writeTxnMarkers, .envelope,
        ] {
            #expect(table.passing(key) == nil)
        }
        #expect(table.passing(ApiKey(rawValue: 999)) == nil)
        #expect(table.passing(.saslHandshake) != nil)
        #expect(table.chain(.saslHandshake) == nil)
        #expect(table.passing(.fetch)?.upperBound == 12)
    }

    @Test("Empty names stay empty, and the prefix alone is no name")
    func empty() {
        let prefix = NamePrefix("acme.")
        #expect(prefix.added(to: "") == .keep)
        #expect(prefix.removed(from: "") == .keep)
        #expect(prefix.removed(from: "acme.") == .drop)
        #expect(prefix.added(to: "..", of: .topic) == .keep)
        #expect(prefix.removed(from: "..", of: .topic) == .keep)
        #expect(prefix.added(to: "..", of: .group) == .replace("acme..."))
        #expect(prefix.removed(from: "acme.\u{301}x") == .replace("\u{301}x"))
        #expect(prefix.scrubbed("acme.a and 'acme.b', acme") == "a and 'b', acme")
        #expect(NamePrefix("a").scrubbed("Topic 'aa' was made") == "Topic 'a' was made")
    }

    @Test("A pattern cannot reach out of the prefix")
    func patterns() {
        let prefix = NamePrefix("acme.")
        #expect(PrefixedPattern.make("a|b", prefix) == #"acme\.(?:a|b)"#)
        #expect(PrefixedPattern.make("^or.*$", prefix) == #"acme\.(?:or.*$)"#)
        #expect(PrefixedPattern.make("[^a](x|y)[()]", prefix) == #"acme\.(?:[^a](x|y)[()])"#)
        #expect(PrefixedPattern.make(#"\(\)\["#, prefix) == #"acme\.(?:\(\)\[)"#)
        for harmless in ["[a]]", "[^^a]", #"[\]\[]"#, #"[^\]](x)"#, "[a:b]", "a:(b)", "[a-z_]+|[.]", #"\[]"#] {
            #expect(PrefixedPattern.make(harmless, prefix) == #"acme\.(?:\#(harmless))"#)
        }
        for hostile in [
            "a)|(b", #"\Q[\E)|(b]"#, "(", ")", "[a", #"a\"#, "[])|([]", "[](])|.*|(?:[])]", "[^](])|.*|(?:[^])]",
            "[[:alpha:](])|.*|(?:[[:alpha:])]", "[:a]", "[a[]", "[]a]", "[^]a]", #"[\][]"#,
        ] {
            #expect(PrefixedPattern.make(hostile, prefix) == nil, "\(hostile)")
        }
        #expect(PrefixedPattern.own(#"acme\.(?:or.*)"#, prefix) == "or.*")
        #expect(PrefixedPattern.own(".*", prefix) == nil)
    }

    private func create(
        _ creations: [CreateAclsRequest.AclCreation], version: Int16 = 3
    ) throws -> (CreateAclsRequest, CreateAclsResponse) {
        let filter = VirtualClusterFilter(prefix: "acme.")
        let origin = FilterOrigin(apiKey: .createAcls, apiVersion: version)
        var request = FilteredRequest(origin: origin, message: CreateAclsRequest(creations: creations))
        _ = filter.request(&request)
        let passed = try #require(request.message as? CreateAclsRequest)
        var response = FilteredResponse(
            origin: origin, message: CreateAclsResponse(results: passed.creations.map { _ in .init() }),
            kept: request.kept)
        _ = filter.response(&response)
        return (passed, try #require(response.message as? CreateAclsResponse))
    }

    @Test("Rules on everything are rules on what has the prefix, and rules on the cluster are refused in their place")
    func acls() throws {
        let (request, response) = try create([
            .init(resourceType: 4, resourceName: "kafka-cluster", resourcePatternType: 3),
            .init(resourceType: 2, resourceName: "*", resourcePatternType: 3),
            .init(resourceType: 3, resourceName: "app", resourcePatternType: 4),
            .init(resourceType: 5, resourceName: "tx", resourcePatternType: 3),
        ])
        #expect(request.creations.map(\.resourceName) == ["acme.", "acme.app", "acme.tx"])
        #expect(request.creations.map(\.resourcePatternType) == [4, 4, 3])
        #expect(response.results.map(\.errorCode) == [31, 0, 0, 0])
        var told = FilteredResponse(
            origin: FilterOrigin(apiKey: .describeAcls, apiVersion: 3),
            message: DescribeAclsResponse(resources: [
                .init(resourceType: 2, resourceName: "acme.", patternType: 4),
                .init(resourceType: 2, resourceName: "acme.a", patternType: 3),
                .init(resourceType: 2, resourceName: "*", patternType: 3),
                .init(resourceType: 2, resourceName: "ac", patternType: 4),
                .init(resourceType: 4, resourceName: "kafka-cluster", patternType: 3),
            ]))
        _ = VirtualClusterFilter(prefix: "acme.").response(&told)
        let resources = try #require(told.message as? DescribeAclsResponse).resources
        #expect(resources.map(\.resourceName) == ["*", "a"])
        #expect(resources.map(\.patternType) == [3, 3])
    }

    @Test("Deleting rules reaches no further than names that are given")
    func deletedAcls() throws {
        let filter = VirtualClusterFilter(prefix: "acme.")
        var request = FilteredRequest(
            origin: FilterOrigin(apiKey: .deleteAcls, apiVersion: 3),
            message: DeleteAclsRequest(filters: [
                .init(resourceTypeFilter: 1, resourceNameFilter: nil, patternTypeFilter: 1),
                .init(resourceTypeFilter: 2, resourceNameFilter: "a", patternTypeFilter: 2),
                .init(resourceTypeFilter: 2, resourceNameFilter: "a", patternTypeFilter: 1),
                .init(resourceTypeFilter: 2, resourceNameFilter: "*", patternTypeFilter: 3),
                .init(resourceTypeFilter: 4, resourceNameFilter: "kafka-cluster", patternTypeFilter: 3),
            ]))
        _ = filter.request(&request)
        let passed = try #require(request.message as? DeleteAclsRequest)
        #expect(passed.filters.map(\.resourceNameFilter) == ["acme.a", "acme."])
        #expect(passed.filters.map(\.patternTypeFilter) == [1, 4])
        let kept = try #require(request.kept as? VirtualClusterFilter.Kept)
        #expect(kept.places == [.invalidRequest, .invalidRequest, nil, nil, .clusterAuthorizationFailed])
    }

    @Test("Topics are shared only by ids that clients were told")
    func shareFetch() throws {
        let filter = VirtualClusterFilter(prefix: "acme.")
        let (own, other) = (Uuid(high: 1, low: 1), Uuid(high: 2, low: 2))
        var metadata = FilteredResponse(
            origin: FilterOrigin(apiKey: .metadata, apiVersion: 12),
            message: MetadataResponse(topics: [
                .init(name: "acme.a", topicId: own), .init(name: "beta.a", topicId: other),
            ]))
        _ = filter.response(&metadata)
        var request = FilteredRequest(
            origin: FilterOrigin(apiKey: .shareFetch, apiVersion: 1),
            message: ShareFetchRequest(
                groupId: "g",
                topics: [own, other].map { .init(topicId: $0, partitions: [.init(partitionIndex: 0)]) }))
        _ = filter.request(&request)
        let passed = try #require(request.message as? ShareFetchRequest)
        #expect(passed.topics.map(\.topicId) == [own])
        #expect(passed.groupId == "acme.g")
        var response = FilteredResponse(
            origin: request.origin, message: ShareFetchResponse(), kept: request.kept)
        _ = filter.response(&response)
        let answer = try #require(response.message as? ShareFetchResponse)
        #expect(answer.responses.map(\.topicId) == [other])
        #expect(answer.responses.first?.partitions.map(\.errorCode) == [ErrorCode.unknownTopicId.rawValue])
    }

    @Test("Configs of brokers are told and not changed")
    func configs() throws {
        let filter = VirtualClusterFilter(prefix: "acme.")
        var request = FilteredRequest(
            origin: FilterOrigin(apiKey: .incrementalAlterConfigs, apiVersion: 1),
            message: IncrementalAlterConfigsRequest(resources: [
                .init(resourceType: 4, resourceName: "1"), .init(resourceType: 2, resourceName: "a"),
            ]))
        _ = filter.request(&request)
        let passed = try #require(request.message as? IncrementalAlterConfigsRequest)
        #expect(passed.resources.map(\.resourceName) == ["acme.a"])
        var response = FilteredResponse(
            origin: request.origin,
            message: IncrementalAlterConfigsResponse(responses: [.init(resourceType: 2, resourceName: "acme.a")]),
            kept: request.kept)
        _ = filter.response(&response)
        let answer = try #require(response.message as? IncrementalAlterConfigsResponse)
        #expect(answer.responses.map(\.resourceName) == ["a", "1"])
        #expect(answer.responses.map(\.errorCode) == [0, ErrorCode.clusterAuthorizationFailed.rawValue])
    }

    @Test("The group of no name, which all virtual clusters share, is neither deleted nor described")
    func namelessGroup() throws {
        let filter = VirtualClusterFilter(prefix: "acme.")
        let invalid = ErrorCode.invalidGroupId.rawValue
        var request = FilteredRequest(
            origin: FilterOrigin(apiKey: .deleteGroups, apiVersion: 2),
            message: DeleteGroupsRequest(groupsNames: ["", "a", ""]))
        _ = filter.request(&request)
        #expect((request.message as? DeleteGroupsRequest)?.groupsNames == ["acme.a"])
        var response = FilteredResponse(
            origin: request.origin, message: DeleteGroupsResponse(results: [.init(groupId: "acme.a")]),
            kept: request.kept)
        _ = filter.response(&response)
        let deleted = try #require(response.message as? DeleteGroupsResponse)
        #expect(deleted.results.map(\.groupId) == ["a", ""])
        #expect(deleted.results.map(\.errorCode) == [0, invalid])
        request = FilteredRequest(
            origin: FilterOrigin(apiKey: .describeGroups, apiVersion: 5),
            message: DescribeGroupsRequest(groups: ["", "a"]))
        _ = filter.request(&request)
        #expect((request.message as? DescribeGroupsRequest)?.groups == ["acme.a"])
        response = FilteredResponse(
            origin: request.origin, message: DescribeGroupsResponse(groups: [.init(groupId: "acme.a")]),
            kept: request.kept)
        _ = filter.response(&response)
        let described = try #require(response.message as? DescribeGroupsResponse)
        #expect(described.groups.map(\.groupId) == ["a", ""])
        #expect(described.groups.map(\.errorCode) == [0, invalid])
    }

    @Test("All topics, a page at a time, are those of the virtual cluster")
    func pages() throws {
        let filter = VirtualClusterFilter(prefix: "acme.")
        let origin = FilterOrigin(apiKey: .describeTopicPartitions, apiVersion: 0)
        var request = FilteredRequest(origin: origin, message: DescribeTopicPartitionsRequest())
        _ = filter.request(&request)
        let first = try #require(request.message as? DescribeTopicPartitionsRequest)
        #expect(first.cursor?.topicName == "acme.")
        var response = FilteredResponse(
            origin: origin,
            message: DescribeTopicPartitionsResponse(
                topics: [.init(name: "acme.z")], nextCursor: .init(topicName: "beta.a", partitionIndex: 0)))
        _ = filter.response(&response)
        let answer = try #require(response.message as? DescribeTopicPartitionsResponse)
        #expect(answer.topics.map(\.name) == ["z"])
        #expect(answer.nextCursor == nil)
    }
}
