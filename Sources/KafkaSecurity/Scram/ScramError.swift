/// Why a SCRAM exchange does not go on.
public enum ScramError: Error, Equatable, Sendable {
    /// The nonce is empty or has other characters than printable ASCII without the comma.
    case badNonce
    /// A message that has not the form of RFC 5802, or not what belongs into it.
    case malformed
    /// The server demands an extension, and RFC 5802 defines none.
    case extensionDemanded
    /// The server's nonce is not the client's with something after it.
    case foreignNonce
    /// The server asks for a number of iterations that is too weak or would take too long.
    case iterationsOutOfRange(Int)
    /// The server refuses, with its reason.
    case refused(String)
    /// The server does not know the password either.
    case wrongSignature
    /// A message at a time at which none is awaited, or after a failure.
    case outOfTurn
    /// Nothing could be computed.
    case crypto(CryptoError)
}
