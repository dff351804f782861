internal import KafkaMessageJSON

/// Nonces of SCRAM servers.
public enum SaslNonce {
    private static let words = 3

    /// 192 bits of the system's randomness as text.
    @Sendable public static func make() -> String {
        var generator = SystemRandomNumberGenerator()
        let bytes = (0..<words).flatMap { _ in withUnsafeBytes(of: generator.next() as UInt64) { Array($0) } }
        return Base64.encode(bytes)
    }
}
