import KafkaProtocol
import KafkaWire

/// Access rules of a virtual cluster: those on its topics, groups and transactional ids, under their names in the
/// cluster behind. A rule on `*` is one on everything with the prefix there.
struct VirtualAcls {
    static let refusal = "a virtual cluster has no say over the cluster behind it"

    private static let anyType: Int8 = 1
    private static let anyPattern: Int8 = 1
    private static let match: Int8 = 2
    private static let literal: Int8 = 3
    private static let prefixed: Int8 = 4

    let prefix: NamePrefix
    let version: Int16

    /// Topics, groups and transactional ids.
    private static func isOwn(_ resourceType: Int8) -> Bool { [2, 3, 5].contains(resourceType) }

    /// Changes rules that are to be made.
    ///
    /// - Returns: for each of them the error that it is refused with, and nil for those that go on.
    func change(_ request: inout CreateAclsRequest) -> [ErrorCode?] {
        var places: [ErrorCode?] = []
        var kept: [CreateAclsRequest.AclCreation] = []
        for var creation in request.creations {
            let error = change(&creation)
            places.append(error)
            if error == nil { kept.append(creation) }
        }
        request.creations = kept
        return places
    }

    private func change(_ creation: inout CreateAclsRequest.AclCreation) -> ErrorCode? {
        guard Self.isOwn(creation.resourceType) else { return .clusterAuthorizationFailed }
        guard !creation.resourceName.isEmpty else { return .invalidRequest }
        if creation.resourcePatternType == Self.literal, creation.resourceName == "*" {
            // Version 0 knows no patterns.
            guard version >= 1 else { return .invalidRequest }
            (creation.resourceName, creation.resourcePatternType) = (prefix.text, Self.prefixed)
        } else if [Self.literal, Self.prefixed].contains(creation.resourcePatternType) {
            creation.resourceName = prefix.text + creation.resourceName
        } else {
            return .invalidRequest
        }
        return nil
    }

    /// Changes filters of what is to be deleted. One without a name, or one that matches, would reach rules of others.
    func change(_ request: inout DeleteAclsRequest) -> [ErrorCode?] {
        var places: [ErrorCode?] = []
        var kept: [DeleteAclsRequest.DeleteAclsFilter] = []
        for var filter in request.filters {
            let isOwn = filter.resourceTypeFilter == Self.anyType || Self.isOwn(filter.resourceTypeFilter)
            if isOwn, let name = filter.resourceNameFilter, !name.isEmpty, filter.patternTypeFilter != Self.match,
                version >= 1 || name != "*"
            {
                (filter.resourceNameFilter, filter.patternTypeFilter) = change(name, filter.patternTypeFilter)
                places.append(nil)
                kept.append(filter)
            } else {
                places.append(isOwn ? .invalidRequest : .clusterAuthorizationFailed)
            }
        }
        request.filters = kept
        return places
    }

    /// Changes a filter of what is to be told. False if there can be nothing to tell.
    func change(_ request: inout DescribeAclsRequest) -> Bool {
        guard request.resourceTypeFilter == Self.anyType || Self.isOwn(request.resourceTypeFilter) else {
            return false
        }
        guard let name = request.resourceNameFilter else { return true }
        guard version >= 1 || name != "*" else { return false }
        (request.resourceNameFilter, request.patternTypeFilter) = change(name, request.patternTypeFilter)
        return true
    }

    private func change(_ name: String, _ pattern: Int8) -> (String, Int8) {
        guard name == "*", pattern != Self.prefixed else { return (prefix.text + name, pattern) }
        return (prefix.text, Self.prefixed)
    }

    /// A rule as clients know it; nil if it is none of theirs.
    private func own(_ type: Int8, _ name: String, _ pattern: Int8) -> (name: String, pattern: Int8)? {
        guard Self.isOwn(type) else { return nil }
        if pattern == Self.prefixed, name == prefix.text { return ("*", Self.literal) }
        return prefix.own(name).map { ($0, pattern) }
    }

    func change(_ response: inout DescribeAclsResponse) {
        response.resources = response.resources.compactMap { resource in
            guard let own = own(resource.resourceType, resource.resourceName, resource.patternType) else { return nil }
            var resource = resource
            (resource.resourceName, resource.patternType) = (own.name, own.pattern)
            return resource
        }
    }

    func change(_ response: inout CreateAclsResponse, _ places: [ErrorCode?]) {
        var answers = response.results.makeIterator()
        response.results = places.compactMap { error in
            guard let error else { return answers.next() }
            return .init(errorCode: error.rawValue, errorMessage: Self.refusal)
        }
    }

    func change(_ response: inout DeleteAclsResponse, _ places: [ErrorCode?]) {
        var answers = response.filterResults.makeIterator()
        response.filterResults = places.compactMap { error in
            if let error { return .init(errorCode: error.rawValue, errorMessage: Self.refusal, matchingAcls: []) }
            guard var result = answers.next() else { return nil }
            result.matchingAcls = result.matchingAcls.compactMap { acl in
                guard let own = own(acl.resourceType, acl.resourceName, acl.patternType) else { return nil }
                var acl = acl
                (acl.resourceName, acl.patternType) = (own.name, own.pattern)
                return acl
            }
            return result
        }
    }
}
