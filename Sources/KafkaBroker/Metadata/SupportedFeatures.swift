/// The features this broker knows (KIP-584), with the levels that it can run at.
enum SupportedFeatures {
    struct Feature: Sendable {
        let name: String
        let minimum: Int16
        let maximum: Int16
    }

    static let metadataVersionName = "metadata.version"

    /// The level of `metadata.version` that a new directory gets: 3.9-IV0, which Kafka 3.9 and every 4.x can open.
    static let metadataVersion: Int16 = 21

    static let all = [
        Feature(name: "kraft.version", minimum: 0, maximum: 1),
        Feature(name: metadataVersionName, minimum: 7, maximum: metadataVersion),
    ]

    /// The levels of `metadata.version` that brought no new metadata, so that one may go back below them.
    private static let withoutNewMetadata: Set<Int16> = [9, 10, 12, 16, 18, 19, 20, 21]

    /// Whether going back from one level of `metadata.version` to a lower one could lose metadata.
    static func changesMetadata(from lower: Int16, to higher: Int16) -> Bool {
        guard lower < higher else { return false }
        return (lower + 1...higher).contains { !withoutNewMetadata.contains($0) }
    }
}
