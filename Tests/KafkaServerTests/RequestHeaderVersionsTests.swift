import KafkaProtocol
import KafkaWire
import Testing

@testable import KafkaServer

@Suite struct RequestHeaderVersionsTests {
    @Test func theTableSaysWhatTheProtocolSays() {
        for key in -2...200 as ClosedRange<Int16> {
            for version in [-1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 100, 1000] as [Int16] {
                #expect(
                    RequestHeaderVersions.version(apiKey: key, apiVersion: version)
                        == Int(ApiKey(rawValue: key).requestHeaderVersion(version)), "key \(key), version \(version)")
            }
        }
    }

    @Test func someKnownOnes() {
        #expect(RequestHeaderVersions.version(apiKey: 18, apiVersion: 2) == 1)
        #expect(RequestHeaderVersions.version(apiKey: 18, apiVersion: 3) == 2)
        #expect(RequestHeaderVersions.version(apiKey: 18, apiVersion: 99) == 2)
        #expect(RequestHeaderVersions.version(apiKey: 0, apiVersion: 8) == 1)
        #expect(RequestHeaderVersions.version(apiKey: 0, apiVersion: 9) == 2)
        #expect(RequestHeaderVersions.version(apiKey: 7, apiVersion: 0) == 0)
        #expect(RequestHeaderVersions.version(apiKey: 17, apiVersion: 1) == 1)
    }
}
