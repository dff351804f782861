import KafkaRecords
import NIOCore
import Testing

@testable import KafkaBroker

@Suite struct MetricsPayloadTests {
    /// A length-delimited field.
    private func field(_ number: UInt8, _ content: [UInt8]) -> [UInt8] {
        precondition(content.count < 128)
        return [number << 3 | 2, UInt8(content.count)] + content
    }

    /// Two resources, the first of which has two scopes with three metrics, beside fields of other kinds.
    private var payload: ByteBuffer {
        let metric = field(1, Array("name".utf8)) + [0x10, 0x05]
        let scope = field(1, []) + field(2, metric) + field(2, metric)
        let resource = field(1, [0x0D, 1, 2, 3, 4]) + field(2, scope) + field(2, field(2, metric))
        return ByteBuffer(bytes: field(1, resource) + field(1, []) + [0x19, 1, 2, 3, 4, 5, 6, 7, 8])
    }

    @Test(arguments: CompressionType.allCases) func `metrics are counted in every codec`(codec: CompressionType) throws
    {
        var packed = ByteBuffer()
        try Compression.compress(payload, with: codec, into: &packed)
        #expect(try MetricsPayload.countMetrics(packed, codec, limit: 1000) == 3)
        #expect(throws: MetricsPayload.Failure.tooLarge) {
            try MetricsPayload.countMetrics(packed, codec, limit: payload.readableBytes - 1)
        }
    }

    @Test func `a small push cannot unpack to much`() throws {
        var packed = ByteBuffer()
        try Compression.compress(ByteBuffer(repeating: 0, count: 10 << 20), with: .zstd, into: &packed)
        #expect(packed.readableBytes < 10_000)
        #expect(throws: MetricsPayload.Failure.tooLarge) {
            try MetricsPayload.countMetrics(packed, .zstd, limit: 1 << 20)
        }
    }

    @Test(arguments: [
        [0x0A], [0x0A, 5, 1], [0x0B], [0x0A, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01],
        [UInt8](repeating: 0xFF, count: 12), [0x09, 1], [0x0A, 2, 0x12, 9],
    ]) func `what is no message is an error`(bytes: [UInt8]) {
        #expect(throws: MetricsPayload.Failure.unreadable) {
            try MetricsPayload.countMetrics(ByteBuffer(bytes: bytes), .none, limit: 1000)
        }
        #expect(throws: MetricsPayload.Failure.unreadable) {
            try MetricsPayload.countMetrics(ByteBuffer(bytes: bytes), .gzip, limit: 1000)
        }
    }
}
