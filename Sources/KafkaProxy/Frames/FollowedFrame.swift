public import KafkaWire

/// What a frame is, known from the frames before it on its connection.
public struct FollowedFrame: Sendable, Hashable {
    /// The API; nil for a SASL token, a frame that cannot be read, or an answer to no known request.
    public var apiKey: ApiKey?
    /// The version of the request; -1 where there is no API.
    public var apiVersion: Int16
    /// The client's number for the request; -1 for a SASL token or a frame too short to hold one.
    public var correlationId: Int32
    /// Where the body begins, in bytes from the frame's start without its length; nil if that cannot be told.
    public var bodyOffset: Int?
    /// A SASL token without any header, as after version 0 of SaslHandshake.
    public var isToken: Bool
    /// The state of authentication when the frame was sent.
    public var sasl: SASLState

    /// A frame of these properties.
    public init(
        apiKey: ApiKey? = nil, apiVersion: Int16 = -1, correlationId: Int32 = -1, bodyOffset: Int? = nil,
        isToken: Bool = false, sasl: SASLState = .none
    ) {
        self.apiKey = apiKey
        self.apiVersion = apiVersion
        self.correlationId = correlationId
        self.bodyOffset = bodyOffset
        self.isToken = isToken
        self.sasl = sasl
    }
}
