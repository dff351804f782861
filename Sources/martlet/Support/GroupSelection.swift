import ArgumentParser
import KafkaClient

/// Which groups a command works on.
struct GroupSelection: ParsableArguments {
    @Option(parsing: .singleValue, help: "The group; may be repeated.")
    var group: [String] = []

    @Flag(help: "All groups.")
    var allGroups = false

    /// The groups' ids. Throws ``CommandFailure`` if none was named.
    func ids(in cluster: KafkaCluster) async throws -> [String] {
        guard group.isEmpty == allGroups else {
            throw CommandFailure("Say which groups: --group NAME (may be repeated) or --all-groups.")
        }
        return allGroups ? try await cluster.listGroups().map(\.id) : group
    }
}
