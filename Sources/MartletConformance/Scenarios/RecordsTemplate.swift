import KafkaMessageJSON
import KafkaRecords
import NIOCore

/// Batches of records that a scenario describes, sound ones and others.
///
/// `{"$batch": [{"key": "k", "value": "v", "timestamp": 1}], "codec": "gzip", "producerId": 1, …}`; `set` overwrites
/// bytes of the batch after its checksum was made, `patch` before; `cut` takes bytes from its end.
enum RecordsTemplate {
    private static let firstTimestamp: Int64 = 1_700_000_000_000
    /// Where the checksummed part of a batch begins, and where the checksum stands, in bytes from its start.
    private static let checksummed = 21
    private static let checksum = 17

    static func base64(of batches: [JSONValue]) throws(ScenarioError) -> String {
        var bytes = ByteBuffer()
        for batch in batches { bytes.writeImmutableBuffer(try self.bytes(of: batch)) }
        return Base64.encode(bytes.readableBytesView)
    }

    private static func bytes(of json: JSONValue) throws(ScenarioError) -> ByteBuffer {
        do throws(RecordError) {
            var builder = RecordBatchBuilder(try properties(json))
            for (index, record) in (json["$batch"]?.elements ?? []).enumerated() {
                try builder.append(self.record(record, index))
            }
            var batch = try builder.build()
            if let patches = json["patch"]?.elements {
                apply(patches, to: &batch)
                let length = batch.readableBytes - checksummed
                if let rest = batch.getSlice(at: checksummed, length: length) {
                    batch.setInteger(CRC32C.checksum(rest), at: checksum)
                }
            }
            apply(json["set"]?.elements ?? [], to: &batch)
            let left = batch.readableBytes - Int(clamping: json["cut"]?.integerValue ?? 0)
            return batch.getSlice(at: 0, length: max(left, 0)) ?? batch
        } catch {
            throw .malformed("a batch that cannot be built: \(error)")
        }
    }

    private static func properties(_ json: JSONValue) throws(RecordError) -> RecordBatchBuilder.Properties {
        func number<Value: FixedWidthInteger>(_ name: String, _ none: Value) -> Value {
            json[name]?.integerValue.map { Value(clamping: $0) } ?? none
        }
        return RecordBatchBuilder.Properties(
            baseOffset: number("baseOffset", 0), partitionLeaderEpoch: number("leaderEpoch", -1),
            compression: json["codec"]?.stringValue.flatMap(CompressionType.init(name:)) ?? .none,
            producerId: number("producerId", -1), producerEpoch: number("producerEpoch", -1),
            baseSequence: number("baseSequence", -1), isTransactional: json["transactional"]?.boolValue ?? false,
            isControl: json["control"]?.boolValue ?? false)
    }

    private static func record(_ json: JSONValue, _ index: Int) -> Record {
        let headers = (json["headers"]?.members ?? []).map {
            Record.Header(key: $0.name, value: $0.value.stringValue.map { ByteBuffer(string: $0) })
        }
        return Record(
            timestamp: json["timestamp"]?.integerValue ?? firstTimestamp + Int64(index),
            key: json["key"]?.stringValue.map { ByteBuffer(string: $0) },
            value: json["value"]?.stringValue.map { ByteBuffer(string: $0) }, headers: headers)
    }

    /// `[{"at": 16, "hex": "03"}]`
    private static func apply(_ patches: [JSONValue], to batch: inout ByteBuffer) {
        for patch in patches {
            guard let place = patch["at"]?.integerValue, let text = patch["hex"]?.stringValue,
                let bytes = Hexadecimal.decode(text.utf8), place >= 0,
                Int(clamping: place) + bytes.readableBytes <= batch.readableBytes
            else { continue }
            batch.setBuffer(bytes, at: Int(clamping: place))
        }
    }
}
