/// Where health, readiness and metrics are served by HTTP.
public struct ConsoleSettings: Sendable, Equatable {
    /// An address of `console.listeners`.
    public struct Endpoint: Sendable, Equatable, CustomStringConvertible {
        /// Empty: every interface.
        public var host: String
        /// 0 lets the system choose.
        public var port: Int

        /// An address to listen on.
        public init(host: String, port: Int) {
            self.host = host
            self.port = port
        }

        public var description: String {
            host.contains(":") ? "http://[\(host)]:\(port)" : "http://\(host):\(port)"
        }
    }

    static let key = "console.listeners"

    /// `console.listeners`; empty where nothing is served.
    public var listeners: [Endpoint]

    init(_ layers: ConfigLayers) {
        listeners = layers.list(Self.key).compactMap { try? Self.endpoint($0).get() }
    }

    /// What is wrong with `console.listeners`, in one sentence; nil where nothing is.
    static func problem(_ layers: ConfigLayers) -> String? {
        var taken: [Endpoint] = []
        for text in layers.list(key) {
            switch endpoint(text) {
            case .failure(let problem): return problem.text
            case .success(let endpoint):
                if endpoint.port != 0, taken.contains(endpoint) { return "names \(endpoint) twice" }
                taken.append(endpoint)
            }
        }
        return nil
    }

    private struct Problem: Error {
        var text: String
    }

    private static func endpoint(_ text: String) -> Result<Endpoint, Problem> {
        let example = "for example http://127.0.0.1:9644"
        var text = text
        if text.hasSuffix("/") { text.removeLast() }
        guard let endpoint = ListenerEndpoint.parse(text) else {
            return .failure(Problem(text: "\(text) must be http://host:port, \(example)"))
        }
        switch endpoint.name {
        case "HTTP": return .success(Endpoint(host: endpoint.host, port: endpoint.port))
        case "HTTPS":
            return .failure(
                Problem(
                    text: "\(text) asks for HTTPS, which is not served here; use http:// on an address that only those "
                        + "who may see it can reach, \(example)"))
        default: return .failure(Problem(text: "\(text) must begin with http://, \(example)"))
        }
    }
}
