/// Writes a struct: its properties, its initialiser, its decoding and encoding.
struct StructRenderer {
    let context: StructContext
    /// Whether somebody asks if all fields have their defaults.
    let needsIsDefault: Bool

    static let noUnknownFields = "self.unknownTaggedFields = UnknownTaggedFields()"

    private var fields: [Field] { context.structure.fields }

    /// The declaration with `head` such as `public struct X: WireStruct` and what is special to messages.
    func render(head: String, members: (inout SwiftText) -> Void = { _ in }, into text: inout SwiftText) {
        text.block(head) { text in
            members(&text)
            for field in fields { renderProperty(field, into: &text) }
            if context.flexible != nil {
                text.line("/// Tagged fields that this version of the protocol does not know.")
                text.line("public var unknownTaggedFields: UnknownTaggedFields")
            }
            text.blank()
            renderInitialiser(into: &text)
            text.blank()
            DecodeRenderer(context: context).render(into: &text)
            text.blank()
            EncodeRenderer(context: context).render(into: &text)
            if needsIsDefault {
                text.blank()
                renderIsDefault(into: &text)
            }
        }
    }

    private func renderProperty(_ field: Field, into text: inout SwiftText) {
        if let note = note(field) { text.line("/// \(note)") }
        let name = SwiftNames.identifier(field.name)
        text.line("public var \(name): \(SwiftNames.type(of: field))")
    }

    /// What the type does not say: versions, tag, what null and the default mean for them.
    private func note(_ field: Field) -> String? {
        var parts: [String] = []
        if field.versions != context.structure.versions {
            parts.append("Versions \(rangeText(field.versions))")
        }
        if let tag = field.tag { parts.append("tag \(tag)") }
        if let nullable = field.nullable, nullable != field.versions {
            parts.append("null in versions \(rangeText(nullable))")
        }
        if field.versions != context.structure.versions {
            parts.append(field.isIgnorable ? "dropped elsewhere" : "must be the default elsewhere")
        }
        if field.isKey { parts.append("unique in its array") }
        guard let first = parts.first else { return nil }
        let sentence = ([first.prefix(1).uppercased() + first.dropFirst()] + parts.dropFirst()).joined(separator: ", ")
        return sentence + "."
    }

    private func rangeText(_ range: VersionRange) -> String {
        if range.upper == context.message.versions.upper { return "\(range.lower)+" }
        return range.text
    }

    private func renderInitialiser(into text: inout SwiftText) {
        guard !fields.isEmpty else {
            text.block("public init()") { text in
                if context.flexible != nil { text.line(Self.noUnknownFields) }
            }
            return
        }
        text.line("public init(")
        text.indented { text in
            for (index, field) in fields.enumerated() {
                let comma = index == fields.count - 1 ? "" : ","
                let type = SwiftNames.type(of: field)
                let value = SwiftNames.defaultValue(of: field)
                text.line("\(SwiftNames.identifier(field.name)): \(type) = \(value)\(comma)")
            }
        }
        text.block(")") { text in
            for field in fields {
                let name = SwiftNames.identifier(field.name)
                text.line("self.\(name) = \(name)")
            }
            if context.flexible != nil { text.line(Self.noUnknownFields) }
        }
    }

    private func renderIsDefault(into text: inout SwiftText) {
        text.block("var isDefault: Bool") { text in
            var checks = fields.map(SwiftNames.isDefault)
            if context.flexible != nil { checks.append("self.unknownTaggedFields.isEmpty") }
            text.line(checks.isEmpty ? "true" : checks[0])
            text.indented { text in
                for check in checks.dropFirst() { text.line("&& \(check)") }
            }
        }
    }
}
