/// Writes `init(from:version:)` of a struct.
struct DecodeRenderer {
    let context: StructContext

    func render(into text: inout SwiftText) {
        var body = SwiftText()
        renderDefaults(into: &body)
        for group in context.groups {
            let condition = Condition(group.versions, known: context.structure.versions)
            if case .when(let expression) = condition {
                body.block("if \(expression)") { body in
                    for field in group.fields { body.line(assignment(field)) }
                }
            } else {
                for field in group.fields { body.line(assignment(field)) }
            }
        }
        if let flexible = context.flexible {
            renderTaggedFields(flexible, into: &body)
        }
        text.block(
            "\(context.codecAttribute)public init(from reader: inout WireReader, version: Int16) throws(WireError)"
        ) { text in
            if context.isMessage {
                text.line("guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }")
            }
            RenderSupport.declareFlexible(for: body, context: context, into: &text)
            text.append(body)
        }
    }

    /// Gives fields that the version may lack their defaults; all others are assigned once, when they are read.
    private func renderDefaults(into text: inout SwiftText) {
        for field in context.structure.fields
        where field.tag != nil || Condition(field.versions, known: context.structure.versions) != .always {
            text.line("self.\(SwiftNames.identifier(field.name)) = \(SwiftNames.defaultValue(of: field))")
        }
        guard let flexible = context.flexible else { return }
        let isAlwaysRead = Condition(flexible, known: context.structure.versions) == .always
        if !isAlwaysRead || !context.taggedFields.isEmpty {
            text.line(StructRenderer.noUnknownFields)
        }
    }

    private func assignment(_ field: Field) -> String {
        let read = expression(field, known: field.versions)
        return "self.\(SwiftNames.identifier(field.name)) = try reader.\(read)"
    }

    /// The call that reads a field at a version known to lie in `known`.
    private func expression(_ field: Field, known: VersionRange) -> String {
        let nullable = Condition(field.nullable, known: known)
        let prefix = nullable == .never ? "read" : "readNullable"
        var arguments = "flexible: \(context.flexibleArgument(field, known: known))"
        if case .when(let expression) = nullable { arguments += ", nullable: \(expression)" }
        switch field.type {
        case .scalar(let scalar):
            return "read\(scalar.primitive)()"
        case .string:
            return "\(prefix)String(\(arguments))"
        case .bytes:
            return "\(prefix)Bytes(\(arguments))"
        case .records:
            return "\(prefix)Records(\(arguments))"
        case .structure(let name):
            return nullable == .never
                ? "readStruct(\(name).self, version: version)" : "readNullableStruct(version: version)"
        case .array(let element):
            guard element.structureName != nil else { return "\(prefix)Array(\(arguments))" }
            let size = context.minimumSize(of: element, in: known)
            return "\(prefix)Structs(version: version, minimumSize: \(size), \(arguments))"
        }
    }

    private func renderTaggedFields(_ flexible: VersionRange, into text: inout SwiftText) {
        let condition = Condition(flexible, known: context.structure.versions)
        guard condition != .always else { return renderTagLoop(flexible, into: &text) }
        text.block("if flexible") { renderTagLoop(flexible, into: &$0) }
    }

    private func renderTagLoop(_ known: VersionRange, into text: inout SwiftText) {
        let fields = context.taggedFields
        guard !fields.isEmpty else {
            text.line("self.unknownTaggedFields = try reader.readUnknownTaggedFields()")
            return
        }
        text.line("var tags = try reader.startTaggedFields()")
        text.block("while let tag = try reader.nextTag(&tags)") { text in
            text.switchBlock("tag") { text in
                for field in fields {
                    let condition = Condition(field.versions, known: known)
                    let guardClause = condition == .always ? "" : " where \(condition.swift)"
                    text.line("case \(field.tag ?? 0)\(guardClause): \(assignment(field))")
                }
                text.line("default: try reader.keepUnknownField(tag, of: tags, in: &self.unknownTaggedFields)")
            }
        }
    }
}
