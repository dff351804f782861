public import KafkaProxy
import NIOCore

/// What a capture knows of a frame beside its bytes.
public struct FrameNotes: Sendable, Hashable {
    /// The API of the request, also for its answer; -1 where it is not known.
    public var apiKey: Int16
    /// The version of the request; -1 where it is not known.
    public var apiVersion: Int16
    /// A SASL token without any header.
    public var isToken: Bool
    /// Secrets in the frame were replaced.
    public var isScrubbed: Bool
    /// The state of the connection's authentication.
    public var sasl: SASLState

    /// Notes of these properties.
    public init(
        apiKey: Int16 = -1, apiVersion: Int16 = -1, isToken: Bool = false, isScrubbed: Bool = false,
        sasl: SASLState = .none
    ) {
        self.apiKey = apiKey
        self.apiVersion = apiVersion
        self.isToken = isToken
        self.isScrubbed = isScrubbed
        self.sasl = sasl
    }

    /// The client's number for the request that the frame is or answers; -1 for a token, or where none fits.
    public func correlationId(of frame: CapturedFrame) -> Int32 {
        guard !isToken else { return -1 }
        let offset = frame.direction == .request ? 4 : 0
        return frame.bytes.getInteger(at: frame.bytes.readerIndex + offset) ?? -1
    }
}
