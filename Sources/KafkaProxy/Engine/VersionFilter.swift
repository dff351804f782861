import KafkaProtocol
import KafkaWire

/// Which APIs and versions pass through the proxy.
///
/// What carries no address passes at any version that the cluster serves. What does must be read, so it passes only at
/// versions whose layout is known. What is not known at all passes only where that was asked for.
struct VersionFilter: Sendable {
    /// `martlet.proxy.unknown.apis=pass`.
    let passesUnknownApis: Bool

    /// The versions that may pass; nil for none.
    func versions(_ apiKey: ApiKey) -> ClosedRange<Int16>? {
        guard let known = apiKey.validVersions else { return passesUnknownApis ? 0...Int16.max : nil }
        switch apiKey {
        // Version 0 is followed by tokens without any header, which cannot be told from requests.
        case .saslHandshake: return 1...max(1, known.upperBound)
        case .fetch: return known.lowerBound...min(known.upperBound, FetchAnswerWalker.lastVersion)
        case _ where AnswerInspection.isNeeded(apiKey): return known
        default: return 0...Int16.max
        }
    }

    /// Takes out of an answer to ApiVersions what does not pass.
    func filter(_ response: inout ApiVersionsResponse) {
        response.apiKeys = response.apiKeys.compactMap { offered in
            guard let passing = versions(ApiKey(rawValue: offered.apiKey)) else { return nil }
            var kept = offered
            kept.minVersion = max(offered.minVersion, passing.lowerBound)
            kept.maxVersion = min(offered.maxVersion, passing.upperBound)
            return kept.minVersion <= kept.maxVersion ? kept : nil
        }
    }
}
