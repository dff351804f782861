import KafkaProtocol
import KafkaWire
import NIOCore

/// Encoding and decoding of whole messages.
enum MessageMeasures {
    static func all() throws -> [Measure] {
        try pair("Produce request, 4 x 16 KiB", Samples.produce(records: 16, valueSize: 1000), version: 12)
            + pair("Produce response", Samples.produceResponse, version: 12)
            + pair("Fetch request, 100 partitions", Samples.fetchRequest, version: 17)
            + pair("Fetch response, 100 x 1 KiB", Samples.fetchResponse, version: 17)
            + pair("JoinGroup request", Samples.joinGroupRequest, version: 9)
            + pair("JoinGroup response, 50 members", Samples.joinGroupResponse, version: 9)
            + pair("OffsetFetch request, 200 partitions", Samples.offsetFetchRequest, version: 9)
            + pair("OffsetFetch response, 200 partitions", Samples.offsetFetchResponse, version: 9)
            + pair("Metadata, 1,000 x 10 on 500 brokers", Samples.metadata(brokers: 500), version: 13)
    }

    /// Walk, decoding and encoding of the large Metadata response, over the same bytes.
    static func metadata() throws -> [Measure] {
        let response = Samples.metadata(brokers: 6)
        let bytes = try encoded(response, version: 13)
        let fields = MetadataWalk.fieldCount(bytes)
        let walk = Measure(
            "Metadata response: bare walk", bytes: bytes.readableBytes, fields: fields, countsAllocations: false
        ) {
            Int(truncatingIfNeeded: MetadataWalk.sum(bytes) ?? 0)
        }
        var both = try pair("Metadata response, 1,000 x 10", response, version: 13)
        for index in both.indices { both[index].fields = fields }
        return [walk] + both
    }

    /// The same request with one record and with a thousand, small ones and large: decoding up to the record bytes must
    /// cost the same number of allocations.
    static func produceShapes() throws -> [Measure] {
        try [(1, 10), (1000, 10), (1, 1 << 20)].map { records, size in
            let request = Samples.produce(records: records, valueSize: size)
            return try decoding("Produce, \(records) x \(size) B a batch", request, version: 12)
        }
    }

    private static func pair<M: WireMessage>(_ name: String, _ message: M, version: Int16) throws -> [Measure] {
        [try decoding(name, message, version: version), try encoding(name, message, version: version)]
    }

    private static func decoding<M: WireMessage>(_ name: String, _ message: M, version: Int16) throws -> Measure {
        let bytes = try encoded(message, version: version)
        return Measure("\(name): decode", bytes: bytes.readableBytes) {
            let decoded = try bytes.decodeMessage(M.self, version: version)
            return withExtendedLifetime(decoded) { 1 }
        }
    }

    /// Into a buffer that is used again and has room, as a connection's.
    private static func encoding<M: WireMessage>(_ name: String, _ message: M, version: Int16) throws -> Measure {
        var buffer = try encoded(message, version: version)
        let size = buffer.readableBytes
        return Measure("\(name): encode", bytes: size) {
            buffer.clear()
            return try buffer.writeMessage(message, version: version, capacityHint: size).byteCount
        }
    }

    private static func encoded<M: WireMessage>(_ message: M, version: Int16) throws -> ByteBuffer {
        var buffer = ByteBuffer()
        try buffer.writeMessage(message, version: version)
        return buffer
    }
}
