import KafkaConfiguration
import KafkaProtocol
import KafkaWire

/// The options of a configured filter, read with their defaults.
struct FilterOptions {
    let settings: ProxyFilterSettings

    init(_ settings: ProxyFilterSettings) {
        self.settings = settings
    }

    func text(_ option: String, default other: String = "") -> String { settings.options[option] ?? other }

    func list(_ option: String) -> [String] {
        text(option).split(separator: ",").map { item in
            var item = item
            while item.first == " " { item.removeFirst() }
            while item.last == " " { item.removeLast() }
            return String(item)
        }.filter { !$0.isEmpty }
    }

    func integer(_ option: String, default other: Int64) -> Int64 {
        settings.options[option].flatMap { Int64($0.filter { $0 != " " }) } ?? other
    }

    func topics(_ option: String = "topics", meansAll: Bool = true) throws(FilterOptionError) -> TopicSelection {
        try TopicSelection(list(option), option: option, meansAll: meansAll)
    }

    var rewriter: RecordRewriter {
        RecordRewriter(decompressionLimit: Int(integer("max.decompressed.bytes", default: 64 * 1024 * 1024)))
    }

    /// The APIs that `apis` names, all of those that clients send where it is `*`.
    func apis() throws(FilterOptionError) -> [ApiKey] {
        let names = list("apis")
        if names.isEmpty || names.contains("*") { return Self.clientApis }
        var keys: [ApiKey] = []
        for name in names {
            guard let key = ApiKey.all.first(where: { $0.name.lowercased() == name.lowercased() }) else {
                throw FilterOptionError(option: "apis", reason: "\(name) is no API")
            }
            keys.append(key)
        }
        return keys
    }

    /// What brokers serve to clients. Logging in is not among it: what it holds is nobody's business.
    private static let clientApis = ApiKey.all.filter { key in
        key.apiDescription?.listeners.contains(.broker) == true && key != .saslHandshake && key != .saslAuthenticate
            && key != .apiVersions
    }
}
