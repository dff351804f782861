import KafkaMessageJSON
import KafkaProtocol
import KafkaWire
import Logging

/// Tells of every request: who sent it, what it is, and which topics, groups and transactional ids it names.
struct AuditFilter: ProxyFilter {
    /// Names of one kind that a line holds; of more it says how many.
    private static let mostNames = 20

    let interests: [FilterInterest]
    private let logger: Logger
    private let file: AuditFile?

    init(_ options: FilterOptions, logger: Logger) throws(FilterOptionError) {
        interests = try options.apis().map { FilterInterest($0) }
        self.logger = logger
        let path = options.text("file")
        file = path.isEmpty ? nil : AuditFile(path: path, logger: logger)
    }

    func request(_ request: inout FilteredRequest) -> RequestVerdict {
        let line = Self.line(of: request)
        if let file { file.append(line) } else { logger.info("\(line)") }
        return .forward
    }

    /// `principal=… client=… peer=… listener=… api=… version=… topics=…`, texts of clients in quotes.
    static func line(of request: FilteredRequest) -> String {
        let origin = request.origin
        var names: [NamedThing: [String]] = [:]
        var message = request.message
        _ = ClientNames.change(&message) { thing, name in
            if !name.isEmpty, names[thing]?.contains(name) != true { names[thing, default: []].append(name) }
            return .keep
        }
        var line = "principal=\(quoted("\(origin.principal)")) client=\(quoted(origin.clientId ?? ""))"
        line += " peer=\(origin.peerHost) listener=\(origin.listener)"
        line += " api=\(origin.apiKey.name) version=\(origin.apiVersion)"
        for (thing, word) in [(NamedThing.topic, "topics"), (.group, "groups"), (.transactionalId, "transactions")] {
            guard let found = names[thing] else { continue }
            let shown = found.prefix(mostNames).map(quoted).joined(separator: ",")
            line += " \(word)=\(shown)" + (found.count > mostNames ? ",and \(found.count - mostNames) more" : "")
        }
        return line
    }

    /// In quotes, and on one line whatever the client sent.
    private static func quoted(_ text: String) -> String {
        JSONValue.string(text).text
    }
}
