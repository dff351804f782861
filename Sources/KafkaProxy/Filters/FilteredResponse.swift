public import KafkaWire

/// An answer as a filter sees it.
public struct FilteredResponse: Sendable {
    /// Where its request came from, and what it was.
    public let origin: FilterOrigin
    /// Its body. What a filter puts here goes to the client in its place, at the same version.
    public var message: any ResponseMessage {
        didSet { isChanged = true }
    }
    /// What the filter kept when it saw the request.
    public var kept: (any Sendable)?
    /// How long the answer is held up before it goes to the client, and later ones behind it. Filters that want to
    /// delay it add to this.
    public var delayMilliseconds: Int64 = 0
    private(set) var isChanged = false

    /// An answer with its decoded body.
    public init(origin: FilterOrigin, message: any ResponseMessage, kept: (any Sendable)? = nil) {
        self.origin = origin
        self.message = message
        self.kept = kept
    }

    /// The API.
    public var apiKey: ApiKey { origin.apiKey }

    /// The version of the API.
    public var apiVersion: Int16 { origin.apiVersion }

    /// Changes the body, if it is of that type.
    ///
    /// - Parameter change: changes it in place, and says whether it did.
    public mutating func change<Message: ResponseMessage>(
        _: Message.Type = Message.self, _ change: (inout Message) -> Bool
    ) {
        guard var typed = message as? Message, change(&typed) else { return }
        message = typed
    }
}
