/// Writes `init(from:version:)` of a struct.
///
/// Fields are read into local constants, and those become the struct at the end. A `self` that is filled while reading
/// can throw is a struct in memory which is copied to whoever asked for it, each of its arrays and strings retained
/// and released once for nothing.
struct DecodeRenderer {
    let context: StructContext

    /// What the code around the fields calls its own variables.
    private static let taken: Set<String> = ["reader", "version", "flexible", "tags", "tag", "unknownTaggedFields"]

    func render(into text: inout SwiftText) {
        var body = SwiftText()
        for group in context.groups {
            let condition = Condition(group.versions, known: context.structure.versions)
            if case .when(let expression) = condition {
                for field in group.fields { body.line(defaulted(field)) }
                body.block("if \(expression)") { body in
                    for field in group.fields { body.line(assignment(field)) }
                }
            } else {
                for field in group.fields { body.line("let \(typed(field)) = \(reading(field))") }
            }
        }
        if let flexible = context.flexible {
            renderTaggedFields(flexible, into: &body)
        }
        renderMembers(into: &body)
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

    private func renderMembers(into text: inout SwiftText) {
        for field in context.structure.fields {
            text.line("self.\(SwiftNames.identifier(field.name)) = \(local(field))")
        }
        if context.flexible != nil {
            text.line("self.unknownTaggedFields = unknownTaggedFields")
        }
    }

    /// The variable that a field is read into.
    private func local(_ field: Field) -> String {
        Self.taken.contains(field.name) ? "\(field.name)Value" : SwiftNames.identifier(field.name)
    }

    private func typed(_ field: Field) -> String {
        "\(local(field)): \(SwiftNames.type(of: field))"
    }

    /// The variable of a field that the version may lack.
    private func defaulted(_ field: Field) -> String {
        "var \(typed(field)) = \(SwiftNames.defaultValue(of: field))"
    }

    private func assignment(_ field: Field) -> String {
        "\(local(field)) = \(reading(field))"
    }

    private func reading(_ field: Field) -> String {
        "try reader.\(expression(field, known: field.versions))"
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
        let isAlwaysRead = Condition(flexible, known: context.structure.versions) == .always
        let read = "unknownTaggedFields = try reader.readUnknownTaggedFields()"
        for field in context.taggedFields { text.line(defaulted(field)) }
        switch (isAlwaysRead, context.taggedFields.isEmpty) {
        case (true, true):
            text.line("let \(read)")
        case (false, true):
            text.line("var unknownTaggedFields = UnknownTaggedFields()")
            text.block("if flexible") { $0.line(read) }
        case (true, false):
            text.line("var unknownTaggedFields = UnknownTaggedFields()")
            renderTagLoop(flexible, into: &text)
        case (false, false):
            text.line("var unknownTaggedFields = UnknownTaggedFields()")
            text.block("if flexible") { renderTagLoop(flexible, into: &$0) }
        }
    }

    private func renderTagLoop(_ known: VersionRange, into text: inout SwiftText) {
        text.line("var tags = try reader.startTaggedFields()")
        text.block("while let tag = try reader.nextTag(&tags)") { text in
            text.switchBlock("tag") { text in
                for field in context.taggedFields {
                    let condition = Condition(field.versions, known: known)
                    let guardClause = condition == .always ? "" : " where \(condition.swift)"
                    text.line("case \(field.tag ?? 0)\(guardClause): \(assignment(field))")
                }
                text.line("default: try reader.keepUnknownField(tag, of: tags, in: &unknownTaggedFields)")
            }
        }
    }
}
