import ArgumentParser
import KafkaClient
import KafkaWire

/// `martlet groups reset-offsets`.
struct GroupsResetOffsetsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reset-offsets",
        abstract: "Set the offsets that groups have committed.",
        discussion: """
            The groups must have no members. Without --execute the new offsets are only shown.

            Examples:
              martlet groups reset-offsets --group billing --topic orders --to-earliest
              martlet groups reset-offsets --group billing --topic orders:0,1 --to-offset 42 --execute
              martlet groups reset-offsets --group billing --all-topics --to-datetime 2026-01-31T15:30:00.000Z --execute
              martlet groups reset-offsets --group billing --all-topics --by-duration PT1H --execute
              martlet groups reset-offsets --group billing --topic orders --to-current --export > offsets.csv
              martlet groups reset-offsets --group billing --from-file offsets.csv --execute
            """)

    @OptionGroup var client: ClientOptions
    @OptionGroup var selection: GroupSelection

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp("A topic, or some of its partitions; may be repeated.", valueName: "topic[:0,1]"))
    var topic: [String] = []

    @Flag(help: "All topics in which the group has offsets.")
    var allTopics = false

    @Flag(help: "To the first record that is there.")
    var toEarliest = false

    @Flag(help: "To the end.")
    var toLatest = false

    @Flag(help: "To where the group is; for --export.")
    var toCurrent = false

    @Option(help: ArgumentHelp("To an offset.", valueName: "offset"))
    var toOffset: Int64?

    @Option(
        parsing: .unconditional, help: ArgumentHelp("By a number of records, back if negative.", valueName: "count"))
    var shiftBy: Int64?

    @Option(help: ArgumentHelp("To the first record of that time or later.", valueName: "YYYY-MM-DDTHH:mm:SS.sss"))
    var toDatetime: String?

    @Option(help: ArgumentHelp("To the first record since so long ago.", valueName: "PnDTnHnMnS"))
    var byDuration: String?

    @Option(help: ArgumentHelp("To the offsets in a file of --export.", valueName: "file"))
    var fromFile: String?

    @Flag(help: "Only show the new offsets; this is the default.")
    var dryRun = false

    @Flag(help: "Set the new offsets.")
    var execute = false

    @Flag(help: "Show the new offsets as CSV.")
    var export = false

    func run() async throws {
        let strategy = try strategy()
        guard !(execute && dryRun) else { throw CommandFailure("Give either --execute or --dry-run.") }
        guard fromFile != nil || topic.isEmpty == allTopics else {
            throw CommandFailure("Say which topics: --topic NAME (may be repeated) or --all-topics.")
        }
        let resets = try await client.withCluster { cluster in
            var all: [(group: String, partition: TopicPartition, offset: Int64)] = []
            for group in try await selection.ids(in: cluster) {
                try await requireInactive(group, in: cluster)
                let offsets = try await offsets(of: group, strategy: strategy, in: cluster)
                if execute {
                    try await cluster.commitOffsets(offsets.mapValues { CommittedOffset(offset: $0) }, group: group)
                }
                all += offsets.sorted { $0.key < $1.key }.map { (group, $0.key, $0.value) }
            }
            return all
        }
        try StandardOutput.print(export ? ResetFile.lines(resets) : GroupReport.resets(resets))
        if !execute, !dryRun, !export {
            Terminal.printError("WARN: No offset was changed: this was a dry run. Add --execute to change them.")
        }
    }

    /// Nil means the file.
    func strategy() throws -> ResetStrategy? {
        var chosen: [ResetStrategy] = []
        if toEarliest { chosen.append(.earliest) }
        if toLatest { chosen.append(.latest) }
        if toCurrent { chosen.append(.current) }
        if let toOffset { chosen.append(.offset(toOffset)) }
        if let shiftBy { chosen.append(.shift(shiftBy)) }
        if let toDatetime { chosen.append(.timestamp(try InstantText.milliseconds(ofDateTime: toDatetime))) }
        if let byDuration {
            chosen.append(.timestamp(InstantText.now() - (try InstantText.milliseconds(ofDuration: byDuration))))
        }
        guard chosen.count + (fromFile == nil ? 0 : 1) == 1 else {
            throw CommandFailure(
                "Give one of --to-earliest, --to-latest, --to-current, --to-offset, --shift-by, --to-datetime, "
                    + "--by-duration and --from-file.")
        }
        return chosen.first
    }

    private func requireInactive(_ group: String, in cluster: KafkaCluster) async throws {
        guard let description = try await cluster.describeGroup(group) else { return }
        guard ["Empty", "Dead"].contains(description.state) else {
            throw CommandFailure(
                "Assignments can only be reset if the group '\(group)' is inactive, but the current state is "
                    + "\(description.state). Stop its members first.")
        }
    }

    private func offsets(
        of group: String, strategy: ResetStrategy?, in cluster: KafkaCluster
    ) async throws -> [TopicPartition: Int64] {
        guard let strategy else { return try offsetsInFile(for: group) }
        let committed = try await cluster.committedOffsets(of: group).mapValues(\.offset)
        let partitions =
            allTopics
            ? try await GroupOffsets.existing(committed.keys.sorted(), in: cluster)
            : try await TopicScope.partitions(of: topic.map(TopicScope.init), in: cluster)
        func ask(_ query: OffsetQuery) async throws -> [TopicPartition: Int64] {
            try await cluster.listOffsets(Dictionary(uniqueKeysWithValues: partitions.map { ($0, query) }))
        }
        var plan = OffsetResetPlan(
            strategy: strategy, earliest: try await ask(.earliest), latest: try await ask(.latest),
            committed: committed)
        if case .timestamp(let time) = strategy { plan.byTime = try await ask(.timestamp(max(time, 0))) }
        var offsets: [TopicPartition: Int64] = [:]
        for partition in partitions { offsets[partition] = try plan.offset(of: partition) }
        return offsets
    }

    private func offsetsInFile(for group: String) throws -> [TopicPartition: Int64] {
        guard let fromFile else { return [:] }
        var offsets: [TopicPartition: Int64] = [:]
        for entry in try ResetFile.parse(try PropertiesFile.text(of: fromFile), path: fromFile)
        where entry.group == nil || entry.group == group {
            offsets[entry.partition] = entry.offset
        }
        return offsets
    }
}
