import KafkaProtocol
import KafkaRecords
import KafkaWire
import NIOCore

/// Replaces parts of values that are JSON, on their way to clients or on their way to the cluster.
struct MaskFilter: ProxyFilter {
    private enum NonJSON {
        case pass, mask, refuse
    }

    /// The last version of Fetch that names topics.
    private static let newestFetch: Int16 = 12

    private let topics: TopicSelection
    private let isForAll: Bool
    private let masker: JSONMasker
    private let replacement: ByteBuffer
    private let nonJSON: NonJSON
    private let rewriter: RecordRewriter
    private let isForFetch: Bool

    init(_ options: FilterOptions) throws(FilterOptionError) {
        topics = try options.topics()
        isForAll = options.list("topics").isEmpty
        rewriter = options.rewriter
        isForFetch = options.text("on", default: "fetch") == "fetch"
        switch options.text("non.json", default: "pass") {
        case "mask": nonJSON = .mask
        case "refuse": nonJSON = .refuse
        default: nonJSON = .pass
        }
        guard !(isForFetch && nonJSON == .refuse) else {
            throw FilterOptionError(option: "non.json", reason: "what is fetched can only pass or be masked")
        }
        let text = options.text("replacement", default: "***")
        replacement = ByteBuffer(string: text)
        let pointers = options.list("fields")
        guard !pointers.isEmpty, let masker = JSONMasker(pointers: pointers, replacement: text) else {
            throw FilterOptionError(option: "fields", reason: "must be JSON pointers, such as /customer/name")
        }
        self.masker = masker
    }

    var interests: [FilterInterest] {
        guard isForFetch else {
            return [FilterInterest(.produce, responses: true, newestVersion: RecordRuleFilter.newestProduce)]
        }
        // Share groups are told of topics by their ids alone.
        return [
            FilterInterest(.fetch, requests: false, responses: true, newestVersion: isForAll ? nil : Self.newestFetch),
            FilterInterest(.shareFetch, requests: false, responses: true, newestVersion: isForAll ? nil : -1),
        ]
    }

    func request(_ request: inout FilteredRequest) -> RequestVerdict {
        ProducedBatches.verdict(&request, isMeant: topics.contains) { _, records in try masked(records) }
    }

    func response(_ response: inout FilteredResponse) -> ResponseVerdict {
        if !isForFetch {
            ProducedBatches.complete(&response)
            return .forward
        }
        response.change(FetchResponse.self) { message in
            var hasChanged = false
            for topic in message.responses.indices where isForAll || topics.contains(message.responses[topic].topic) {
                for index in message.responses[topic].partitions.indices {
                    guard let records = message.responses[topic].partitions[index].records?.buffer else { continue }
                    let masked = fetched(records, &message.responses[topic].partitions[index].errorCode)
                    guard let masked else { continue }
                    message.responses[topic].partitions[index].records = .bytes(masked)
                    hasChanged = true
                }
            }
            return hasChanged
        }
        response.change(ShareFetchResponse.self) { message in
            var hasChanged = false
            for topic in message.responses.indices {
                for index in message.responses[topic].partitions.indices {
                    guard let records = message.responses[topic].partitions[index].records?.buffer else { continue }
                    let masked = fetched(records, &message.responses[topic].partitions[index].errorCode)
                    guard let masked else { continue }
                    message.responses[topic].partitions[index].records = .bytes(masked)
                    hasChanged = true
                }
            }
            return hasChanged
        }
        return .forward
    }

    /// The records as clients may see them; nil where they may see all. What cannot be read is not shown at all.
    private func fetched(_ records: ByteBuffer, _ errorCode: inout Int16) -> ByteBuffer? {
        guard records.readableBytes > 0 else { return nil }
        do {
            return try masked(records)
        } catch {
            if errorCode == 0 { errorCode = ErrorCode.corruptMessage.rawValue }
            return ByteBuffer()
        }
    }

    private func masked(_ records: ByteBuffer) throws -> ByteBuffer? {
        var index: Int32 = -1
        return try rewriter.rewrite(records) { record in
            index &+= 1
            guard let value = record.value else { return false }
            switch masker.mask(Array(value.readableBytesView)) {
            case .unchanged: return false
            case .masked(let bytes):
                record.value = ByteBuffer(bytes: bytes)
                return true
            case .notJSON:
                switch nonJSON {
                case .pass: return false
                case .mask:
                    record.value = replacement
                    return true
                case .refuse:
                    throw ProduceRefusal(.invalidRecord, "only JSON values are taken here", record: index)
                }
            }
        }
    }
}
