/// What a peer sends on a listener that authenticates, as far as the authentication is concerned.
public enum SaslEvent: Sendable, Equatable {
    /// ApiVersions; whether at a version that is served.
    case apiVersions(isServed: Bool)
    /// SaslHandshake at a version that is served, with the mechanism that the client wants.
    case handshake(version: Int16, mechanism: String)
    /// SaslAuthenticate at a version that is served, with the mechanism's message.
    case authenticate(version: Int16, message: [UInt8])
    /// A frame without a header, as tokens travel after version 0 of SaslHandshake.
    case token([UInt8])
    /// Any other request, by its name for the log.
    case other(String)
}
