public import KafkaWire

/// A request as a filter sees it.
public struct FilteredRequest: Sendable {
    /// Where it came from, and what it is.
    public let origin: FilterOrigin
    /// Its body. What a filter puts here goes on in its place, at the same version; fields of type records are slices
    /// of what arrived.
    public var message: any RequestMessage {
        didSet { isChanged = true }
    }
    /// What the filter wants to find again when it sees the answer; each filter has its own.
    public var kept: (any Sendable)?
    /// Whether the filter wants to see the answer, where it named the API's answers. One that has nothing to do with an
    /// answer says no, so that it may pass as it comes.
    public var wantsResponse = true
    /// How long the request is held up before it goes on, and every later one of its connection behind it. Filters
    /// that want to delay it add to this.
    public var delayMilliseconds: Int64 = 0
    /// For how long a quota holds its client back; its answer tells so.
    var waitMilliseconds: Int32 = 0
    private(set) var isChanged = false

    /// A request with its decoded body.
    public init(origin: FilterOrigin, message: any RequestMessage) {
        self.origin = origin
        self.message = message
    }

    /// The API.
    public var apiKey: ApiKey { origin.apiKey }

    /// The version of the API.
    public var apiVersion: Int16 { origin.apiVersion }

    /// Changes the body, if it is of that type.
    ///
    /// - Parameter change: changes it in place, and says whether it did.
    public mutating func change<Message: RequestMessage>(
        _: Message.Type = Message.self, _ change: (inout Message) -> Bool
    ) {
        guard var typed = message as? Message, change(&typed) else { return }
        message = typed
    }
}
