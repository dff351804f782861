public import KafkaWire

/// What a filter wants to see of one API.
public struct FilterInterest: Sendable, Hashable {
    /// The API.
    public var apiKey: ApiKey
    /// Whether requests are decoded and shown to the filter.
    public var requests: Bool
    /// Whether answers are. An answer is then gathered whole before the client gets any of it.
    public var responses: Bool
    /// The newest version that the filter can do its work on, such as the last one that names topics instead of their
    /// ids; clients are not offered any beyond it. Nil for every version whose layout is known.
    public var newestVersion: Int16?

    /// Requests of an API, answers to it, or both.
    public init(_ apiKey: ApiKey, requests: Bool = true, responses: Bool = false, newestVersion: Int16? = nil) {
        self.apiKey = apiKey
        self.requests = requests
        self.responses = responses
        self.newestVersion = newestVersion
    }
}
