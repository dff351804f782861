public import KafkaProtocol
public import KafkaWire

/// The versions of every API that a broker offers, and the choice among them.
public struct BrokerVersions: Sendable {
    private var ranges: [ApiKey: ClosedRange<Int16>] = [:]

    /// From an ApiVersions response; entries whose minimum lies above their maximum are passed over.
    public init(_ response: ApiVersionsResponse) {
        for entry in response.apiKeys where entry.minVersion <= entry.maxVersion {
            ranges[ApiKey(rawValue: entry.apiKey)] = entry.minVersion...entry.maxVersion
        }
    }

    /// What the broker offers of an API; nil for none.
    public func offered(_ api: ApiKey) -> ClosedRange<Int16>? {
        ranges[api]
    }

    /// The highest version of a request that broker and codec share and that is not above `limit`; nil for none.
    public func version<R: RequestMessage>(of request: R.Type, atMost limit: Int16 = .max) -> Int16? {
        guard let offered = ranges[R.apiKey] else { return nil }
        let highest = min(offered.upperBound, R.validVersions.upperBound, limit)
        let lowest = max(offered.lowerBound, R.validVersions.lowerBound)
        return highest >= lowest ? highest : nil
    }
}
