import KafkaProtocol
import KafkaWire
import Testing

@testable import KafkaProxy

@Suite("Which versions pass")
struct VersionFilterTests {
    private func filtered(_ offered: [(Int16, Int16, Int16)], passes: Bool = false) -> [[Int16]] {
        var response = ApiVersionsResponse(
            apiKeys: offered.map { .init(apiKey: $0.0, minVersion: $0.1, maxVersion: $0.2) })
        VersionFilter(passesUnknownApis: passes).filter(&response)
        return response.apiKeys.map { [$0.apiKey, $0.minVersion, $0.maxVersion] }
    }

    @Test("What must be read passes at known versions only, what need not be at any")
    func knownApis() throws {
        let metadata = try #require(ApiKey.metadata.validVersions)
        #expect(filtered([(3, 0, 99)]) == [[3, metadata.lowerBound, metadata.upperBound]])
        #expect(filtered([(12, 0, 99)]) == [[12, 0, 99]])
        #expect(filtered([(3, 90, 99)]).isEmpty)
        let fetch = try #require(ApiKey.fetch.validVersions)
        #expect(filtered([(1, 0, 99)]) == [[1, fetch.lowerBound, FetchAnswerWalker.lastVersion]])
    }

    @Test("Unknown APIs are hidden unless they are to pass")
    func unknownApis() {
        #expect(filtered([(999, 0, 3)]).isEmpty)
        #expect(filtered([(999, 0, 3)], passes: true) == [[999, 0, 3]])
    }

    @Test("SaslHandshake is offered as the cluster has it: by version 0 old clients tell that there is SASL at all")
    func handshake() {
        #expect(filtered([(17, 0, 1)]) == [[17, 0, 1]])
        #expect(filtered([(17, 1, 1)]) == [[17, 1, 1]])
    }

    @Test("A proxy that logs in itself shows no SASL of the cluster's")
    func ownLogin() {
        var response = ApiVersionsResponse(
            apiKeys: [17, 36, 18].map { .init(apiKey: $0, minVersion: 0, maxVersion: 1) })
        let filter = VersionFilter(passesUnknownApis: true, logsInItself: true)
        filter.filter(&response)
        #expect(response.apiKeys.map(\.apiKey) == [18])
        #expect(filter.versions(.saslHandshake) == nil && filter.versions(.saslAuthenticate) == nil)
    }

    @Test("Every API whose answers carry an address is read")
    func carriers() {
        for key in ApiKey.all where AddressRewriter.carriesAddresses(key, version: .max) {
            #expect(AnswerInspection.isNeeded(key))
            #expect(AnswerInspection(key, version: key.validVersions?.upperBound ?? 0) != .none)
        }
    }
}
