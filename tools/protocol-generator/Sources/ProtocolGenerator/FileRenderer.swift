/// Writes the Swift file of one file of the specifications.
struct FileRenderer {
    let file: SpecFile

    func render() -> String {
        var text = SwiftText()
        text.line("// Generated from protocol-specs/\(file.path).spec by tools/protocol-generator. Do not edit.")
        text.blank()
        text.line("public import KafkaWire")
        if usesBytes { text.line("public import NIOCore") }
        for message in file.messages {
            text.blank()
            render(message, into: &text)
        }
        return text.text
    }

    private var usesBytes: Bool {
        file.messages.contains { message in
            ([message.body] + message.structures).contains { $0.fields.contains { $0.type == .bytes } }
        }
    }

    private func render(_ message: Message, into text: inout SwiftText) {
        let context = StructContext(message: message, structure: message.body)
        let asked = structuresAskedForDefaults(message)
        for line in documentation(message) { text.line(line.isEmpty ? "///" : "/// \(line)") }
        StructRenderer(context: context, needsIsDefault: false).render(
            head: "public struct \(message.name): \(conformance(message))", members: { members(message, into: &$0) },
            into: &text)
        for structure in message.structures {
            text.blank()
            text.block("extension \(message.name)") { text in
                text.line("/// \(origin(of: structure, in: message))")
                StructRenderer(
                    context: StructContext(message: message, structure: structure),
                    needsIsDefault: asked.contains(structure.name)
                ).render(head: "public struct \(structure.name): WireStruct", into: &text)
            }
        }
    }

    private func conformance(_ message: Message) -> String {
        switch message.kind {
        case .request: "RequestMessage"
        case .response: "ResponseMessage"
        case .data: "WireMessage"
        case .record: "MetadataRecordMessage"
        }
    }

    private func documentation(_ message: Message) -> [String] {
        let versions = "versions \(message.versions.text), flexible \(message.flexible?.text ?? "none")"
        switch message.kind {
        case .request, .response:
            guard let api = file.api else { return [] }
            let kind = message.kind == .request ? "request" : "response"
            let served = message.kafka43.map { "Kafka 4.3 serves \($0.text)" } ?? "Kafka 4 serves none"
            return ["The \(kind) of \(api.name) (\(api.key)), \(versions); \(served).", "", api.about]
        case .data:
            return [message.about, "", versions.prefix(1).uppercased() + versions.dropFirst() + "."]
        case .record(let number):
            return [message.about, "", "Metadata record \(number), \(versions)."]
        }
    }

    private func origin(of structure: Structure, in message: Message) -> String {
        if structure.isShared { return "A struct that several fields share." }
        for holder in [message.body] + message.structures {
            if let field = holder.fields.first(where: { $0.type.structureName == structure.name }) {
                if case .array = field.type { return "An element of `\(field.name)`." }
                return "The value of `\(field.name)`."
            }
        }
        return "Unused."
    }

    private func members(_ message: Message, into text: inout SwiftText) {
        switch message.kind {
        case .request:
            let name = file.api?.name ?? ""
            text.line("public typealias Response = \(name)Response")
            text.line("public static var apiKey: ApiKey { .\(SwiftNames.lowerCamel(name)) }")
        case .response:
            text.line("public static var apiKey: ApiKey { .\(SwiftNames.lowerCamel(file.api?.name ?? "")) }")
        case .record(let number):
            text.line("public static var apiKey: Int16 { \(number) }")
        case .data:
            break
        }
        text.line("public static var validVersions: ClosedRange<Int16> { \(message.versions.swift) }")
        let condition = Condition(message.flexible, known: message.versions)
        text.line("public static func isFlexible(_ version: Int16) -> Bool { \(condition.swift) }")
        text.blank()
    }

    /// The structs of which encoding needs to know whether they are as by default, and those within them.
    private func structuresAskedForDefaults(_ message: Message) -> Set<String> {
        var asked: Set<String> = []
        func ask(_ field: Field) {
            guard case .structure(let name) = field.type, field.nullable == nil else { return }
            guard asked.insert(name).inserted, let structure = message.structure(name) else { return }
            structure.fields.forEach(ask)
        }
        for holder in [message.body] + message.structures {
            for field in holder.fields {
                if field.tag != nil || (field.versions != holder.versions && !field.isIgnorable) { ask(field) }
            }
        }
        return asked
    }
}
