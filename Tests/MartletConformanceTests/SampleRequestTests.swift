import KafkaMessageJSON
import KafkaProtocol
import KafkaWire
import NIOCore
import Testing

@testable import MartletConformance

/// What is written from descriptions alone is held against the codec.
@Suite struct SampleRequestTests {
    @Test(arguments: [0, 1]) func samplesAreWhatTheCodecReads(elements: Int) throws {
        for api in ApiKey.all {
            for version in try #require(api.validVersions) {
                guard let sample = SampleRequest(api, version: version, correlationId: 9, elements: elements) else {
                    Issue.record("no sample of \(api) \(version)")
                    continue
                }
                let request = try #require(RequestFrame(sample.frame))
                #expect(request.correlationId == 9)
                #expect(MessageForm.request(request) != nil, "\(api) \(version)")
            }
        }
    }

    /// Otherwise the kit would call a sound request malformed.
    @Test func noMalformedRequestCanBeRead() throws {
        for api in ApiKey.all {
            for version in try #require(api.validVersions) {
                for one in MalformedCase.all(api, version: version) {
                    let request = RequestFrame(one.frame)
                    #expect(
                        request.map(MessageForm.request) == nil || request.flatMap(MessageForm.request) == nil,
                        "\(api) \(version): \(one.kind) \(one.detail)")
                }
            }
        }
    }
}
