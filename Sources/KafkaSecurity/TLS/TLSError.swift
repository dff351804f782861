/// Why a TLS context could not be made. The texts name keys and files, never a password.
public struct TLSError: Error, Equatable, Sendable, CustomStringConvertible {
    /// What is wrong, and what to do about it.
    public let description: String

    /// An error with that text.
    public init(_ description: String) {
        self.description = description
    }
}
