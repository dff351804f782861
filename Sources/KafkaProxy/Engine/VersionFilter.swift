import KafkaProtocol
import KafkaWire

/// Which APIs and versions pass through the proxy.
///
/// What carries no address passes at any version that the cluster serves. What does must be read, so it passes only at
/// versions whose layout is known. What is not known at all passes only where that was asked for.
struct VersionFilter: Sendable {
    /// `martlet.proxy.unknown.apis=pass`.
    let passesUnknownApis: Bool
    /// The APIs whose messages filters see, with the newest version that they can do their work on.
    var newest: [ApiKey: Int16] = [:]
    /// The only APIs that are served, where filters refuse others.
    var served: Set<ApiKey>?
    /// The proxy logs in to the cluster itself, so that a client's login has no place there.
    var logsInItself = false
    /// Clients log in here: neither handshake nor tokens are for the cluster.
    var clientsLogIn = false

    /// The versions that may pass; nil for none.
    func versions(_ apiKey: ApiKey) -> ClosedRange<Int16>? {
        if let served, !served.contains(apiKey), apiKey != .apiVersions { return nil }
        guard let passing = unfiltered(apiKey) else { return nil }
        guard let newest = newest[apiKey], let known = apiKey.validVersions else { return passing }
        let readable = passing.clamped(to: known)
        return readable.lowerBound <= newest ? readable.lowerBound...min(readable.upperBound, newest) : nil
    }

    private func unfiltered(_ apiKey: ApiKey) -> ClosedRange<Int16>? {
        guard let known = apiKey.validVersions else { return passesUnknownApis ? 0...Int16.max : nil }
        switch apiKey {
        // Old clients take SASL for unknown where version 0 is not offered, whichever they use.
        case .saslHandshake where clientsLogIn, .saslAuthenticate where clientsLogIn: return known
        case .saslHandshake where logsInItself, .saslAuthenticate where logsInItself: return nil
        // What follows the handshake depends on its version.
        case .saslHandshake: return known
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
