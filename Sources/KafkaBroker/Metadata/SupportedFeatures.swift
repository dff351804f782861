/// The features this broker knows (KIP-584), with the levels that it can run at.
enum SupportedFeatures {
    struct Feature: Sendable {
        let name: String
        let minimum: Int16
        let maximum: Int16
    }

    /// The level of `metadata.version` that a new directory gets: 3.9-IV0, which Kafka 3.9 and every 4.x can open.
    static let metadataVersion: Int16 = 21

    static let all = [
        Feature(name: "kraft.version", minimum: 0, maximum: 1),
        Feature(name: "metadata.version", minimum: 7, maximum: metadataVersion),
    ]
}
