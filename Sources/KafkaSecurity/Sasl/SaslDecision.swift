/// What comes of a ``SaslEvent``.
public enum SaslDecision: Sendable, Equatable {
    /// The answer to a request of the authentication.
    public enum Answer: Sendable, Equatable {
        /// To SaslHandshake; the mechanisms are those that are enabled.
        case handshake(SaslError, mechanisms: [String])
        /// To SaslAuthenticate; the session's lifetime in milliseconds, 0 for one without an end.
        case authenticate(SaslError, message: String?, bytes: [UInt8], sessionLifetime: Int64)
        /// A frame without a header.
        case token([UInt8])
    }

    /// The request is the engine's to answer.
    case pass
    /// Answer, and go on.
    case answer(Answer)
    /// The authentication failed: after a delay of so many milliseconds answer, if there is an answer, and close.
    /// The reason is for the log.
    case fail(Answer?, delay: Int64, reason: String)
    /// Close at once, without an answer.
    case close(reason: String)
}

/// The outcomes of SASL that have an error code in Kafka's protocol.
public enum SaslError: Sendable, Equatable {
    case none
    case unsupportedMechanism
    case illegalState
    case authenticationFailed
}
