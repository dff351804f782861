import KafkaMessageJSON

/// The fields of a message as `martlet wire apis --api` shows them.
enum FieldReport {
    /// The message and, indented beneath it, its fields with their types and versions.
    static func lines(of message: MessageType) -> [String] {
        ["\(message.name) \(ApiReport.text(message.validVersions))"]
            + lines(of: message.fields, depth: 1, known: message.validVersions)
    }

    private static func lines(of fields: [FieldDescription], depth: Int, known: ClosedRange<Int16>) -> [String] {
        let indentation = String(repeating: "  ", count: depth)
        let width = fields.map(\.name.count).max() ?? 0
        return fields.flatMap { field in
            var words = [field.name.padded(to: width), field.type]
            if field.versions != known { words.append(ApiReport.text(field.versions)) }
            if let nullable = field.nullableVersions {
                words.append(nullable == field.versions ? "nullable" : "nullable \(ApiReport.text(nullable))")
            }
            if let tag = field.tag { words.append("tag \(tag)") }
            return [indentation + words.joined(separator: " ")]
                + lines(of: field.fields, depth: depth + 1, known: field.versions)
        }
    }

    /// The same as JSON.
    static func json(of message: MessageType) -> JSONValue {
        .object([
            .init("name", .string(message.name)), .init("versions", .string(ApiReport.text(message.validVersions))),
            .init("fields", .array(message.fields.map(json))),
        ])
    }

    private static func json(of field: FieldDescription) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("name", .string(field.name)), .init("type", .string(field.type)),
            .init("versions", .string(ApiReport.text(field.versions))),
        ]
        if let nullable = field.nullableVersions {
            members.append(.init("nullableVersions", .string(ApiReport.text(nullable))))
        }
        if let tag = field.tag { members.append(.init("tag", .integer(Int64(tag)))) }
        if let entity = field.entity { members.append(.init("entity", .string(entity.rawValue))) }
        if !field.fields.isEmpty { members.append(.init("fields", .array(field.fields.map(json)))) }
        return .object(members)
    }
}
