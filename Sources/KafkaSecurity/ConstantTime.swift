internal import COpenSSL

/// Comparison of secrets.
public enum ConstantTime {
    /// Whether two values are the same, found out in a time that depends on their lengths alone, so that it tells
    /// nobody how much of a guess was right.
    public static func areEqual(_ one: [UInt8], _ other: [UInt8]) -> Bool {
        one.count == other.count && CRYPTO_memcmp(one, other, one.count) == 0
    }
}
