import KafkaProtocol
import KafkaRecords
import KafkaWire
import NIOCore

/// Refuses to have records produced that are too large or lack a key, with the errors that a topic's own settings
/// would lead to.
struct RecordRuleFilter: ProxyFilter {
    /// The last version of Produce that names topics.
    static let newestProduce: Int16 = 12

    private let topics: TopicSelection
    private let mostBytes: Int64
    private let needsKey: Bool
    private let rewriter: RecordRewriter

    init(_ options: FilterOptions) throws(FilterOptionError) {
        topics = try options.topics()
        mostBytes = options.integer("max.record.bytes", default: -1)
        needsKey = options.text("key.required") == "true"
        rewriter = options.rewriter
    }

    var interests: [FilterInterest] {
        [FilterInterest(.produce, responses: true, newestVersion: Self.newestProduce)]
    }

    func request(_ request: inout FilteredRequest) -> RequestVerdict {
        ProducedBatches.verdict(&request, isMeant: topics.contains) { _, records in
            var index: Int32 = 0
            return try rewriter.rewrite(records) { record throws(ProduceRefusal) in
                try check(record, index)
                index &+= 1
                return false
            }
        }
    }

    private func check(_ record: Record, _ index: Int32) throws(ProduceRefusal) {
        if needsKey, record.key == nil {
            throw ProduceRefusal(.invalidRecord, "records without a key are not taken here", record: index)
        }
        guard mostBytes >= 0 else { return }
        let size = Self.size(of: record)
        if size > mostBytes {
            throw ProduceRefusal(
                .messageTooLarge, "a record of \(size) bytes, where \(mostBytes) are allowed", record: index)
        }
    }

    /// Key, value and headers, in bytes.
    private static func size(of record: Record) -> Int64 {
        let headers = record.headers.reduce(0) { $0 &+ $1.keyBytes.readableBytes &+ ($1.value?.readableBytes ?? 0) }
        return Int64((record.key?.readableBytes ?? 0) &+ (record.value?.readableBytes ?? 0) &+ headers)
    }

    func response(_ response: inout FilteredResponse) -> ResponseVerdict {
        ProducedBatches.complete(&response)
        return .forward
    }
}
