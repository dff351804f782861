import KafkaClient

/// The existing topics that a `--topic` value means.
enum TopicSelection {
    /// Their names, sorted. Throws if there is none, unless `ifExists`.
    static func names(_ text: String, in cluster: KafkaCluster, ifExists: Bool) async throws -> [String] {
        let filter = try TopicFilter(text)
        let names = try await cluster.topicNames().map(\.name).filter(filter.matches)
        guard names.isEmpty, !ifExists else { return names }
        throw CommandFailure("Topic '\(text)' does not exist. 'martlet topics list' shows those that do.")
    }
}
