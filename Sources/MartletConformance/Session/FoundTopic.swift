import KafkaMessageJSON
import KafkaRecords
import NIOCore

/// A topic that a session found, with the records in it.
struct FoundTopic: Sendable {
    /// The records of one partition.
    struct Log: Sendable {
        var partition: Int32
        var logStartOffset: Int64
        var endOffset: Int64
        var records: [Record]
    }

    var name: String
    var partitions: Int64
    var configs: [(key: String, value: String)]
    var logs: [Log]

    /// Topics as INDEX.json has them, `{"name": {"partitions": 1, "configs": {}}}`, with the records of
    /// `{"name-0": {"log_start_offset": 0, "end_offset": 1, "records": […]}}`.
    static func list(_ topics: JSONValue?, data: JSONValue?) -> [FoundTopic] {
        (topics?.members ?? []).map { topic in
            let count = topic.value["partitions"]?.integerValue ?? 1
            let logs = (0..<max(count, 0)).compactMap { partition in
                data?["\(topic.name)-\(partition)"].flatMap { Log($0, partition: Int32(clamping: partition)) }
            }
            let configs = (topic.value["configs"]?.members ?? []).map { config in
                (config.name, config.value.stringValue ?? config.value.text)
            }
            return FoundTopic(name: topic.name, partitions: count, configs: configs, logs: logs)
        }
    }
}

extension FoundTopic.Log {
    init?(_ json: JSONValue, partition: Int32) {
        guard let records = json["records"]?.elements else { return nil }
        self.partition = partition
        self.records = records.map(Self.record)
        logStartOffset = json["log_start_offset"]?.integerValue ?? 0
        endOffset = json["end_offset"]?.integerValue ?? Int64(records.count)
    }

    private static func record(_ json: JSONValue) -> Record {
        let headers = (json["headers"]?.elements ?? []).map { pair in
            Record.Header(key: pair[0]?.stringValue ?? "", value: bytes(pair[1]))
        }
        return Record(
            offset: json["offset"]?.integerValue ?? 0, timestamp: json["timestamp"]?.integerValue ?? -1,
            key: bytes(json["key"]), value: bytes(json["value"]), headers: headers)
    }

    private static func bytes(_ json: JSONValue?) -> ByteBuffer? {
        json?.stringValue.flatMap(Base64.decode)
    }

    /// Whether there are offsets without a record above the log's start, as where a transaction ended.
    var hasGaps: Bool {
        Int64(records.count) < endOffset - logStartOffset
    }

    /// Every offset from 0 to the end: empty records stand where none is known, which is below the log's start or
    /// where there was a control record.
    var filled: [Record] {
        var known: [Int64: Record] = [:]
        for record in records { known[record.offset] = record }
        let timestamp = records.first?.timestamp ?? 0
        let most = 1_000_000 as Int64
        return (0..<min(max(endOffset, 0), most)).map { known[$0] ?? Record(offset: $0, timestamp: timestamp) }
    }
}
