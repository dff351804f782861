import KafkaProtocol
import KafkaWire

/// Which filters each API passes, and which versions may pass at all. Immutable; made anew when filters change.
final class FilterTable: Sendable {
    /// The versions that may pass.
    let versions: VersionFilter
    /// By the API's number; nil where no filter wants to see it.
    private let chains: [FilterChain?]
    /// By the API's number; nil where nothing of it passes.
    private let ranges: [ClosedRange<Int16>?]

    init(_ filters: [any ProxyFilter], passesUnknownApis: Bool, logsInItself: Bool = false) {
        var links: [ApiKey: [FilterChain.Link]] = [:]
        var newest: [ApiKey: Int16] = [:]
        var served: Set<ApiKey>?
        for filter in filters {
            for interest in filter.interests where interest.requests || interest.responses {
                links[interest.apiKey, default: []].append(
                    FilterChain.Link(
                        filter: filter, seesRequests: interest.requests, seesResponses: interest.responses))
                newest[interest.apiKey] = min(newest[interest.apiKey] ?? .max, interest.newestVersion ?? .max)
            }
            if filter.refusesOtherApis {
                let named = Set(filter.interests.map(\.apiKey))
                served = served?.intersection(named) ?? named
            }
        }
        let versions = VersionFilter(
            passesUnknownApis: passesUnknownApis, newest: newest, served: served, logsInItself: logsInItself)
        self.versions = versions
        let keys = 0...(ApiKey.all.map(\.rawValue).max() ?? 0)
        chains = keys.map { links[ApiKey(rawValue: $0)].map(FilterChain.init) }
        ranges = keys.map { versions.versions(ApiKey(rawValue: $0)) }
    }

    /// The filters of an API; nil where its requests and answers pass as they are.
    func chain(_ apiKey: ApiKey) -> FilterChain? {
        let key = Int(apiKey.rawValue)
        return chains.indices.contains(key) ? chains[key] : nil
    }

    /// The versions of an API that may pass; nil for none.
    func passing(_ apiKey: ApiKey) -> ClosedRange<Int16>? {
        let key = Int(apiKey.rawValue)
        return ranges.indices.contains(key) ? ranges[key] : versions.versions(apiKey)
    }

    /// Whether a request has to be there whole before any of it may leave.
    func needsWholeFrame(_ apiKey: ApiKey, version _: Int16) -> Bool {
        chain(apiKey) != nil
    }
}
