/// Writes `write(to:version:)` of a struct.
struct EncodeRenderer {
    let context: StructContext

    private var known: VersionRange { context.structure.versions }

    func render(into text: inout SwiftText) {
        var body = SwiftText()
        for group in context.groups {
            renderGroup(group.fields, versions: group.versions, into: &body)
        }
        renderMisplacedTags(into: &body)
        if let flexible = context.flexible {
            renderTaggedFields(flexible, into: &body)
        }
        text.block(
            "\(context.codecAttribute)public func write(to writer: inout WireWriter, version: Int16) throws(WireError)"
        ) { text in
            if context.isMessage {
                text.line("guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }")
            }
            RenderSupport.declareFlexible(for: body, context: context, into: &text)
            text.append(body)
        }
    }

    private func renderGroup(_ fields: [Field], versions: VersionRange, into text: inout SwiftText) {
        guard case .when(let expression) = Condition(versions, known: known) else {
            for field in fields { text.line(statement(field)) }
            return
        }
        let required = fields.filter { !$0.isIgnorable }
        text.block("if \(expression)", end: required.isEmpty ? "}" : "} else {") { text in
            for field in fields { text.line(statement(field)) }
        }
        guard !required.isEmpty else { return }
        text.indented { text in
            for field in required { text.line(refusal(field)) }
        }
        text.line("}")
    }

    /// Tagged fields that must not be set at versions that lack them.
    private func renderMisplacedTags(into text: inout SwiftText) {
        for field in context.taggedFields where !field.isIgnorable {
            guard let outside = outside(field.versions) else { continue }
            text.block("if \(outside)") { $0.line(refusal(field)) }
        }
    }

    /// When the version lies outside a range; nil if it never does.
    private func outside(_ versions: VersionRange) -> String? {
        var parts: [String] = []
        if versions.lower > known.lower { parts.append("version < \(versions.lower)") }
        if versions.upper < known.upper { parts.append("version > \(versions.upper)") }
        return parts.isEmpty ? nil : parts.joined(separator: " || ")
    }

    private func refusal(_ field: Field) -> String {
        "try requireDefault(\(SwiftNames.isDefault(field)), \"\(context.path(field))\", version)"
    }

    /// The statement that writes a field at a version in which it is there.
    private func statement(_ field: Field) -> String {
        let name = "self.\(SwiftNames.identifier(field.name))"
        let isOptional = field.nullable != nil
        let prefix = isOptional ? "writeNullable" : "write"
        var arguments = "flexible: \(context.flexibleArgument(field, known: field.versions))"
        if isOptional {
            let nullable = Condition(field.nullable, known: field.versions)
            if nullable != .always { arguments += ", nullable: \(nullable.swift)" }
        }
        switch field.type {
        case .scalar(let scalar):
            return "writer.write\(scalar.primitive)(\(name))"
        case .string:
            return "try writer.\(prefix)String(\(name), \(arguments))"
        case .bytes:
            return "try writer.\(prefix)Bytes(\(name), \(arguments))"
        case .records:
            return "try writer.\(prefix)Records(\(name), \(arguments))"
        case .structure:
            return isOptional
                ? "try writer.writeNullableStruct(\(name), version: version)"
                : "try \(name).write(to: &writer, version: version)"
        case .array(let element):
            guard element.structureName != nil else { return "try writer.\(prefix)Array(\(name), \(arguments))" }
            return "try writer.\(prefix)Structs(\(name), version: version, \(arguments))"
        }
    }

    private func renderTaggedFields(_ flexible: VersionRange, into text: inout SwiftText) {
        let condition = Condition(flexible, known: known)
        guard condition != .always else { return renderTags(flexible, into: &text) }
        text.block("if flexible", end: "} else {") { renderTags(flexible, into: &$0) }
        let path = context.isMessage ? context.message.name : "\(context.message.name).\(context.structure.name)"
        text.indented {
            $0.line("try requireDefault(self.unknownTaggedFields.isEmpty, \"\(path).unknownTaggedFields\", version)")
        }
        text.line("}")
    }

    private func renderTags(_ flexible: VersionRange, into text: inout SwiftText) {
        let fields = context.taggedFields
        guard !fields.isEmpty else {
            text.line("try writer.writeUnknownTaggedFields(self.unknownTaggedFields)")
            return
        }
        text.line("var tagCount = self.unknownTaggedFields.count")
        for field in fields {
            text.line("if \(isPresent(field, known: flexible)) { tagCount &+= 1 }")
        }
        text.line("writer.writeUnsignedVarint(UInt32(truncatingIfNeeded: tagCount))")
        text.line("var nextUnknown = 0")
        for field in fields {
            text.block("if \(isPresent(field, known: flexible))") { text in
                let tag = field.tag ?? 0
                text.line("try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: \(tag))")
                text.line("let tag = writer.openTag(\(tag))")
                text.line(statement(field))
                text.line("try writer.closeTag(tag)")
            }
        }
        text.line("try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: .max)")
    }

    /// Whether a tagged field is to be written: one with its default value is left out.
    private func isPresent(_ field: Field, known: VersionRange) -> String {
        let isSet = SwiftNames.isSet(field)
        guard case .when(let expression) = Condition(field.versions, known: known) else { return isSet }
        return "\(expression), \(isSet)"
    }
}
