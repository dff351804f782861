import KafkaProtocol
import KafkaRecords
import KafkaWire
import NIOCore

/// Adds headers to every record that is produced.
struct HeaderFilter: ProxyFilter {
    private let topics: TopicSelection
    private let headers: [(key: String, value: String)]
    private let rewriter: RecordRewriter

    init(_ options: FilterOptions) throws(FilterOptionError) {
        topics = try options.topics()
        rewriter = options.rewriter
        var headers: [(key: String, value: String)] = []
        for item in options.list("headers") {
            guard let mark = item.firstIndex(of: "="), mark > item.startIndex else {
                throw FilterOptionError(option: "headers", reason: "\(item) is not of the form key=value")
            }
            headers.append((String(item[..<mark]), String(item[item.index(after: mark)...])))
        }
        guard !headers.isEmpty else { throw FilterOptionError(option: "headers", reason: "names no header") }
        self.headers = headers
    }

    var interests: [FilterInterest] {
        [FilterInterest(.produce, responses: true, newestVersion: RecordRuleFilter.newestProduce)]
    }

    func request(_ request: inout FilteredRequest) -> RequestVerdict {
        let origin = request.origin
        return ProducedBatches.verdict(&request, isMeant: topics.contains) { topic, records in
            let added = headers.map { header in
                Record.Header(key: header.key, value: ByteBuffer(string: Self.fill(header.value, origin, topic)))
            }
            return try rewriter.rewrite(records) { record in
                record.headers += added
                return true
            }
        }
    }

    func response(_ response: inout FilteredResponse) -> ResponseVerdict {
        ProducedBatches.complete(&response)
        return .forward
    }

    /// The text with `$(clientId)` and the like replaced; a name that is not known stays.
    static func fill(_ text: String, _ origin: FilterOrigin, _ topic: String) -> String {
        var result = ""
        var rest = text[...]
        while let start = rest.firstIndex(of: "$") {
            result += rest[..<start]
            rest = rest[start...]
            guard rest.hasPrefix("$("), let end = rest.firstIndex(of: ")"),
                let value = value(rest[rest.index(start, offsetBy: 2)..<end], origin, topic)
            else {
                result.append("$")
                rest = rest.dropFirst()
                continue
            }
            result += value
            rest = rest[rest.index(after: end)...]
        }
        return result + rest
    }

    private static func value(_ name: Substring, _ origin: FilterOrigin, _ topic: String) -> String? {
        switch name {
        case "clientId": origin.clientId ?? ""
        case "principal": "\(origin.principal)"
        case "listener": origin.listener
        case "peerHost": origin.peerHost
        case "topic": topic
        default: nil
        }
    }
}
