import ArgumentParser
import KafkaClient

/// `martlet groups delete`.
struct GroupsDeleteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete",
        abstract: "Delete groups that have no members, with their committed offsets.",
        discussion: """
            Examples:
              martlet groups delete --group billing
              martlet groups delete --group a --group b
            """)

    @OptionGroup var client: ClientOptions
    @OptionGroup var selection: GroupSelection

    func run() async throws {
        let (deleted, failures) = try await client.withCluster { cluster in
            var deleted: [String] = []
            var failures: [String] = []
            for id in try await selection.ids(in: cluster) {
                do {
                    try await cluster.deleteGroup(id)
                    deleted.append(id)
                } catch let error as ClientError where error.errorCode != nil {
                    failures.append("* Group '\(id)' could not be deleted due to: \(error.reason)")
                }
            }
            return (deleted, failures)
        }
        if !deleted.isEmpty {
            let names = deleted.map { "'\($0)'" }.joined(separator: ", ")
            try StandardOutput.print(["Deletion of requested consumer groups (\(names)) was successful."])
        }
        guard failures.isEmpty else {
            throw CommandFailure("Deletion of some consumer groups failed:\n" + failures.joined(separator: "\n"))
        }
    }
}
