import KafkaClient
import KafkaRecords
import NIOCore

/// Prints a record as one line of JSON; bytes that are no UTF-8 become `{"base64":"…"}`.
enum RecordJSONFormat {
    /// The line with its end.
    static func text(of record: ConsumedRecord) -> ByteBuffer {
        var json = JSONWriter()
        json.raw("{\"topic\":")
        json.string(record.partition.topic)
        json.raw(",\"partition\":\(record.partition.partition),\"offset\":\(record.offset)")
        json.raw(",\"timestamp\":\(record.timestamp)")
        switch record.timestampType {
        case .createTime: json.raw(",\"timestampType\":\"CreateTime\"")
        case .logAppendTime: json.raw(",\"timestampType\":\"LogAppendTime\"")
        case nil: break
        }
        json.raw(",\"headers\":[")
        for (index, header) in record.headers.enumerated() {
            json.raw(index > 0 ? ",{\"key\":" : "{\"key\":")
            json.bytes(header.keyBytes)
            json.raw(",\"value\":")
            json.bytes(header.value)
            json.raw("}")
        }
        json.raw("],\"key\":")
        json.bytes(record.key)
        json.raw(",\"value\":")
        json.bytes(record.value)
        json.raw("}\n")
        return json.buffer
    }
}
