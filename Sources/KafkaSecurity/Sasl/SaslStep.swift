/// What a mechanism makes of one message of the client.
enum SaslStep: Sendable, Equatable {
    /// The exchange goes on after this message to the client.
    case challenge([UInt8])
    /// The client has proved who it is; the message is the last one to it.
    case done([UInt8], SaslIdentity)
    case failed(SaslFailure)
}

/// Who a client turned out to be.
struct SaslIdentity: Sendable, Equatable {
    var principal: KafkaPrincipal
    /// When the credential ends, in milliseconds since 1970; nil for one without an end.
    var expiresAt: Int64?
}

/// Why an exchange failed.
enum SaslFailure: Sendable, Equatable {
    /// With a text that the client may see.
    case told(String)
    /// With a text that the client may see, and another one for the log.
    case explained(String, reason: String)
    /// With a reason that is for the log only: it may say more than the client should know.
    case hidden(String)
}
