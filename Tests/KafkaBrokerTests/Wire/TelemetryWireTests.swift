import KafkaProtocol
import KafkaRecords
import KafkaWire
import NIOCore
import Testing

@testable import KafkaBroker

@Suite struct TelemetryWireTests {
    @Test func `a client is told what to push by its software, and pushes it`() async throws {
        try await withBroker("telemetry.max.bytes=200") { broker, client in
            let change = IncrementalAlterConfigsRequest(
                resources: [
                    .init(
                        resourceType: 16, resourceName: "sub",
                        configs: [
                            .init(name: "metrics", configOperation: 0, value: "a.,b."),
                            .init(name: "interval.ms", configOperation: 0, value: "100"),
                            .init(name: "match", configOperation: 0, value: "client_software_name=test.*"),
                        ])
                ])
            #expect(try await client.call(change, version: 1).responses.map(\.errorCode) == [0])
            let before = try await client.call(GetTelemetrySubscriptionsRequest(), version: 0)
            #expect(before.requestedMetrics.isEmpty, "the client did not say what it is")
            let named = try await broker.client()
            _ = try await named.call(
                ApiVersionsRequest(clientSoftwareName: "testing", clientSoftwareVersion: "1"), version: 3)
            let told = try await named.call(GetTelemetrySubscriptionsRequest(), version: 0)
            #expect(told.requestedMetrics == ["a.", "b."] && told.pushIntervalMs == 100)
            #expect(told.acceptedCompressionTypes == [4, 3, 1, 2] && told.deltaTemporality)
            #expect(told.telemetryMaxBytes == 200)
            func push(_ metrics: ByteBuffer, _ compression: Int8, id: Uuid? = nil) async throws -> Int16 {
                // A push is due once the interval has passed.
                try await Task.sleep(for: .milliseconds(110))
                return try await named.call(
                    PushTelemetryRequest(
                        clientInstanceId: id ?? told.clientInstanceId, subscriptionId: told.subscriptionId,
                        compressionType: compression, metrics: metrics), version: 0
                ).errorCode
            }
            let metrics = ByteBuffer(bytes: [0x0A, 4, 0x12, 2, 0x12, 0])
            #expect(try await push(metrics, 0) == 0)
            #expect(try await push(ByteBuffer(bytes: [0x0A, 9]), 0) == ErrorCode.invalidRecord.rawValue)
            var packed = ByteBuffer()
            try Compression.compress(ByteBuffer(repeating: 0, count: 5000), with: .gzip, into: &packed)
            #expect(try await push(packed, 1) == ErrorCode.telemetryTooLarge.rawValue)
            #expect(
                try await push(ByteBuffer(repeating: 0, count: 201), 0) == ErrorCode.telemetryTooLarge.rawValue)
            #expect(try await push(metrics, 0, id: .zero) == ErrorCode.invalidRequest.rawValue)
            await named.close()
        }
    }
}
