import KafkaClient

/// A row of `groups describe --offsets`.
struct GroupOffsetRow: Equatable {
    var group: String
    var partition: TopicPartition
    var committed: Int64?
    var end: Int64?
    var member: GroupDescription.Member?

    var lag: Int64? {
        guard let committed, let end else { return nil }
        return max(end - committed, 0)
    }
}

/// The tables of `groups`, laid out as `kafka-consumer-groups.sh` does.
enum GroupReport {
    /// A narrower column would not line up with the one of Kafka's tool.
    private static let least = 15

    /// CURRENT-OFFSET, LOG-END-OFFSET and LAG of each partition; begins with an empty line as Kafka's does.
    static func offsets(_ rows: [GroupOffsetRow]) -> [String] {
        func width(_ text: (GroupOffsetRow) -> String) -> Int { max(least, rows.map { text($0).count }.max() ?? 0) }
        let widths = [
            width { $0.group }, width { $0.partition.topic }, 10, least, least, least,
            width { $0.member?.memberId ?? "" }, width { $0.member?.host ?? "" },
        ]
        let header = [
            "GROUP", "TOPIC", "PARTITION", "CURRENT-OFFSET", "LOG-END-OFFSET", "LAG", "CONSUMER-ID", "HOST",
            "CLIENT-ID",
        ]
        return ["", columns(header, widths: widths)]
            + rows.map { row in
                columns(
                    [
                        row.group, row.partition.topic, "\(row.partition.partition)", number(row.committed),
                        number(row.end), number(row.lag), row.member?.memberId ?? "-", row.member?.host ?? "-",
                        row.member?.clientId ?? "-",
                    ], widths: widths)
            }
    }

    private static func number(_ value: Int64?) -> String {
        value.map(String.init) ?? "-"
    }

    /// One line about each group.
    static func states(_ groups: [GroupDescription]) -> [String] {
        let coordinators = groups.map { "\($0.coordinator)  (\($0.coordinatorId))" }
        let widths = [
            max(25, groups.map(\.id.count).max() ?? 0), max(25, coordinators.map(\.count).max() ?? 0), 20, least,
        ]
        let header = ["GROUP", "COORDINATOR (ID)", "ASSIGNMENT-STRATEGY", "STATE", "#MEMBERS"]
        return ["", columns(header, widths: widths)]
            + zip(groups, coordinators).map { group, coordinator in
                columns([group.id, coordinator, group.assignor, group.state, "\(group.members.count)"], widths: widths)
            }
    }

    /// The members of groups; `verbose` adds what each was assigned.
    static func members(_ groups: [GroupDescription], verbose: Bool) -> [String] {
        let rows = groups.flatMap { group in group.members.map { (group.id, $0) } }
        let hasInstances = rows.contains { $0.1.instanceId != nil }
        var header = ["GROUP", "CONSUMER-ID"]
        if hasInstances { header.append("GROUP-INSTANCE-ID") }
        header += ["HOST", "CLIENT-ID", "#PARTITIONS"]
        if verbose { header.append("ASSIGNMENT") }
        let cells = rows.map { group, member in
            var cells = [group, member.memberId]
            if hasInstances { cells.append(member.instanceId ?? "") }
            cells += [member.host, member.clientId, "\(member.assignment.count)"]
            if verbose { cells.append(assignment(member.assignment)) }
            return cells
        }
        let widths = header.indices.map { index in
            max(least, ([header] + cells).map { $0[index].count }.max() ?? 0)
        }
        return ["", columns(header, widths: widths)] + cells.map { columns($0, widths: widths) }
    }

    /// `topic(0,1), other(3)`, or a dash.
    private static func assignment(_ partitions: [TopicPartition]) -> String {
        let byTopic = Dictionary(grouping: partitions, by: \.topic)
        let parts = byTopic.sorted { $0.key < $1.key }.map { topic, partitions in
            "\(topic)(\(partitions.map { "\($0.partition)" }.joined(separator: ",")))"
        }
        return parts.isEmpty ? "-" : parts.joined(separator: ", ")
    }

    /// The groups' names with their states.
    static func listing(_ groups: [GroupListing], withStates: Bool, withTypes: Bool) -> [String] {
        guard withStates || withTypes else { return groups.map(\.id) }
        let width = max(25, groups.map(\.id.count).max() ?? 0)
        func line(_ id: String, _ type: String, _ state: String) -> String {
            var cells = [id]
            if withTypes { cells.append(type) }
            if withStates { cells.append(state) }
            return columns(cells, widths: [width, 20, 20])
        }
        return [line("GROUP", "TYPE", "STATE")]
            + groups.map { line($0.id, $0.type.isEmpty ? "-" : $0.type.capitalizedWord, $0.state) }
    }

    /// What a reset comes to.
    static func resets(_ resets: [(group: String, partition: TopicPartition, offset: Int64)]) -> [String] {
        let widths = [30, 30, 10, 15]
        return ["", columns(["GROUP", "TOPIC", "PARTITION", "NEW-OFFSET"], widths: widths)]
            + resets.map { reset in
                columns(
                    [reset.group, reset.partition.topic, "\(reset.partition.partition)", "\(reset.offset)"],
                    widths: widths)
            }
    }
}

extension String {
    /// With its first letter in upper case.
    fileprivate var capitalizedWord: String { prefix(1).uppercased() + dropFirst() }
}
