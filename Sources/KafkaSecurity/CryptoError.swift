/// Why libcrypto computed nothing.
public enum CryptoError: Error, Equatable, Sendable {
    /// More bytes or rounds than it can be given in one call, or none where some are needed.
    case sizeOutOfRange
    /// The library refused, as it does when memory is short or the algorithm is disabled on this system.
    case refused(HashAlgorithm)
}
