/// What the client says of itself.
public enum KafkaClient {
    /// The version that brokers see as `client.software.version`.
    public static let version = "0.1.0"
}
