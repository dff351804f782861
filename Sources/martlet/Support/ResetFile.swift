import KafkaClient

/// The CSV of `--export` and `--from-file`: `topic,partition,offset`, or with the group in front.
enum ResetFile {
    /// A line of the file.
    struct Entry: Equatable {
        var group: String?
        var partition: TopicPartition
        var offset: Int64
    }

    /// Throws ``CommandFailure`` that names the line.
    static func parse(_ text: String, path: String) throws -> [Entry] {
        var entries: [Entry] = []
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
        where !line.isEmpty {
            var fields = line.split(separator: ",", omittingEmptySubsequences: false).map(unquoted)
            let group = fields.count == 4 ? fields.removeFirst() : nil
            guard fields.count == 3, !fields[0].isEmpty, let partition = Int32(fields[1]), partition >= 0,
                let offset = Int64(fields[2]), offset >= 0
            else {
                throw CommandFailure(
                    "'\(path)', line \(index + 1) is not of the form topic,partition,offset or "
                        + "group,topic,partition,offset.")
            }
            entries.append(
                Entry(group: group, partition: TopicPartition(topic: fields[0], partition: partition), offset: offset))
        }
        return entries
    }

    /// Lines for `--export`; the group stands in front where there are several.
    static func lines(
        _ resets: [(group: String, partition: TopicPartition, offset: Int64)]
    ) -> [String] {
        let withGroup = Set(resets.map(\.group)).count > 1
        return resets.map { reset in
            let line = "\"\(reset.partition.topic)\",\(reset.partition.partition),\(reset.offset)"
            return withGroup ? "\"\(reset.group)\",\(line)" : line
        }
    }

    private static func unquoted(_ field: Substring) -> String {
        field.count >= 2 && field.hasPrefix("\"") && field.hasSuffix("\"")
            ? String(field.dropFirst().dropLast()) : String(field)
    }
}
