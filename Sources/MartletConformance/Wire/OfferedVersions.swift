import KafkaMessageJSON
import KafkaProtocol
import KafkaWire

/// The APIs and versions that a broker says it serves.
struct OfferedVersions: Sendable {
    private let ranges: [ApiKey: ClosedRange<Int16>]

    init(_ ranges: [ApiKey: ClosedRange<Int16>]) {
        self.ranges = ranges
    }

    /// From the body of an ApiVersions response.
    init(response: JSONValue) {
        var ranges: [ApiKey: ClosedRange<Int16>] = [:]
        for entry in response["apiKeys"]?.elements ?? [] {
            guard let key = entry["apiKey"]?.integerValue, let low = entry["minVersion"]?.integerValue,
                let high = entry["maxVersion"]?.integerValue, low <= high
            else { continue }
            ranges[ApiKey(rawValue: Int16(clamping: key))] = Int16(clamping: low)...Int16(clamping: high)
        }
        self.ranges = ranges
    }

    subscript(api: ApiKey) -> ClosedRange<Int16>? { ranges[api] }

    /// Whether a request is served. ApiVersions answers every version, if only to say that it does not know it.
    func serves(_ api: ApiKey, version: Int16) -> Bool {
        api == .apiVersions || ranges[api]?.contains(version) == true
    }
}
