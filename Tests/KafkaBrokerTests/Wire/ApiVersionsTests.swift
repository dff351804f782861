import KafkaProtocol
import KafkaWire
import NIOCore
import Testing

@testable import KafkaBroker

@Suite struct ApiVersionsTests {
    @Test func `a newer client gets version 0 with error 35 and this API's range`() async throws {
        try await withBroker { _, client in
            // The header is that of a flexible version; the body of one that does not exist yet is not looked at.
            var frame = ByteBuffer()
            frame.writeInteger(Int32(14))
            frame.writeInteger(ApiKey.apiVersions.rawValue)
            frame.writeInteger(Int16(77))
            frame.writeInteger(Int32(5))
            frame.writeInteger(Int16(-1))
            frame.writeBytes([0, 0xFF, 0xFF, 0xFF])
            var answer = try await client.exchange(frame)
            #expect(answer.readInteger(as: Int32.self) == 5)
            let response = try answer.readMessage(ApiVersionsResponse.self, version: 0)
            #expect(response.errorCode == ErrorCode.unsupportedVersion.rawValue)
            #expect(response.apiKeys.map(\.apiKey) == [18])
            #expect(response.apiKeys.map(\.maxVersion) == [4])
            // The connection goes on.
            let next = try await client.call(
                ApiVersionsRequest(clientSoftwareName: "a", clientSoftwareVersion: "1"), version: 4)
            #expect(next.errorCode == 0)
        }
    }

    @Test func `produce is told from version 0, the unstable version of InitProducerId is not`() async throws {
        try await withBroker { _, client in
            let response = try await client.call(ApiVersionsRequest(), version: 0)
            let ranges = Dictionary(
                response.apiKeys.map { ($0.apiKey, $0.minVersion...$0.maxVersion) }, uniquingKeysWith: { one, _ in one }
            )
            #expect(ranges[ApiKey.produce.rawValue] == 0...13)
            #expect(ranges[ApiKey.fetch.rawValue] == 4...18)
            #expect(ranges[ApiKey.initProducerId.rawValue] == 0...5)
            #expect(ranges[ApiKey.addPartitionsToTxn.rawValue] == nil)
        }
    }

    @Test func `features whose least level is 0 are told from version 4 on`() async throws {
        try await withBroker { _, client in
            let request = ApiVersionsRequest(clientSoftwareName: "a", clientSoftwareVersion: "1.0-x")
            let three = try await client.call(request, version: 3)
            let four = try await client.call(request, version: 4)
            #expect(three.supportedFeatures.map(\.name) == ["metadata.version"])
            #expect(four.supportedFeatures.map(\.name) == ["kraft.version", "metadata.version"])
            #expect(four.finalizedFeatures.map(\.name) == ["metadata.version"])
            #expect(four.finalizedFeatures.map(\.maxVersionLevel) == [SupportedFeatures.metadataVersion])
            #expect(four.finalizedFeaturesEpoch >= 0)
        }
    }

    @Test(arguments: ["", "-x", "x ", "x/y"])
    func `a client name that KIP-511 forbids is an invalid request`(name: String) async throws {
        try await withBroker { _, client in
            let response = try await client.call(
                ApiVersionsRequest(clientSoftwareName: name, clientSoftwareVersion: "1"), version: 3)
            #expect(response.errorCode == ErrorCode.invalidRequest.rawValue)
        }
    }
}
