internal import COpenSSL

/// A hash function of the SHA-2 family (FIPS 180-4) with what is built on it, computed by the system's libcrypto.
public enum HashAlgorithm: Sendable, Hashable, CaseIterable {
    /// SHA-256.
    case sha256
    /// SHA-512.
    case sha512

    /// The length of a hash, in bytes.
    public var size: Int {
        switch self {
        case .sha256: 32
        case .sha512: 64
        }
    }

    private var function: OpaquePointer? {
        switch self {
        case .sha256: EVP_sha256()
        case .sha512: EVP_sha512()
        }
    }

    /// The hash of a message.
    public func hash(_ message: [UInt8]) throws(CryptoError) -> [UInt8] {
        var result = [UInt8](repeating: 0, count: size)
        guard EVP_Digest(message, message.count, &result, nil, function, nil) == 1 else { throw .refused(self) }
        return result
    }

    /// The code that authenticates a message under a key (HMAC, RFC 2104).
    public func authenticationCode(of message: [UInt8], key: [UInt8]) throws(CryptoError) -> [UInt8] {
        guard let keySize = Int32(exactly: key.count) else { throw .sizeOutOfRange }
        var result = [UInt8](repeating: 0, count: size)
        guard HMAC(function, key, keySize, message, message.count, &result, nil) != nil else { throw .refused(self) }
        return result
    }

    /// A key as long as a hash, made of a password (PBKDF2 with HMAC, RFC 8018). Takes time in proportion to
    /// `iterations`, which the caller bounds; at least 1.
    public func derivedKey(password: [UInt8], salt: [UInt8], iterations: Int) throws(CryptoError) -> [UInt8] {
        guard let passwordSize = Int32(exactly: password.count), let saltSize = Int32(exactly: salt.count),
            let rounds = Int32(exactly: iterations), rounds > 0
        else { throw .sizeOutOfRange }
        var result = [UInt8](repeating: 0, count: size)
        let done = password.withUnsafeBytes { bytes in
            PKCS5_PBKDF2_HMAC(
                bytes.assumingMemoryBound(to: CChar.self).baseAddress, passwordSize, salt, saltSize, rounds, function,
                Int32(size), &result)
        }
        guard done == 1 else { throw .refused(self) }
        return result
    }
}
