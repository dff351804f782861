/// Writes what walks through the fields of every struct of a file, for the JSON form of messages.
struct WalkRenderer {
    let file: SpecFile

    func render() -> String {
        var text = SwiftText()
        text.line("// Generated from protocol-specs/\(file.path).spec by tools/protocol-generator. Do not edit.")
        text.blank()
        text.line("import KafkaProtocol")
        for message in file.messages {
            for structure in [message.body] + message.structures {
                text.blank()
                render(StructContext(message: message, structure: structure), into: &text)
            }
        }
        return text.text
    }

    private func render(_ context: StructContext, into text: inout SwiftText) {
        let name = context.isMessage ? context.message.name : "\(context.message.name).\(context.structure.name)"
        text.block("extension \(name): JSONStruct") { text in
            text.line("static var blank: Self { Self() }")
            text.blank()
            text.block("mutating func walk(_ fields: any FieldWalker)") { text in
                for field in context.structure.fields { text.line(call(field, context)) }
                if context.flexible != nil { text.line("fields.unknown(&self.unknownTaggedFields)") }
            }
        }
    }

    private func call(_ field: Field, _ context: StructContext) -> String {
        "fields.\(method(field))(\(facts(field, context)), &self.\(SwiftNames.identifier(field.name)))"
    }

    private func method(_ field: Field) -> String {
        let isNullable = field.nullable != nil
        switch field.type {
        case .scalar, .string, .bytes, .records: return isNullable ? "nullable" : "scalar"
        case .structure: return isNullable ? "nullableStructure" : "structure"
        case .array(let element) where element.structureName != nil:
            return isNullable ? "nullableStructures" : "structures"
        case .array: return isNullable ? "nullableScalars" : "scalars"
        }
    }

    /// The name alone where there is nothing else to say.
    private func facts(_ field: Field, _ context: StructContext) -> String {
        let known = context.structure.versions
        var arguments = ["\"\(field.name)\""]
        if field.versions.lower > known.lower { arguments.append("from: \(field.versions.lower)") }
        if field.versions.upper < known.upper { arguments.append("through: \(field.versions.upper)") }
        if let nullable = field.nullable {
            if nullable.lower > field.versions.lower { arguments.append("nullFrom: \(nullable.lower)") }
            if nullable.upper < field.versions.upper { arguments.append("nullThrough: \(nullable.upper)") }
        }
        if let tag = field.tag { arguments.append("tag: \(tag)") }
        if let entity = field.entity { arguments.append("entity: .\(entity)") }
        return arguments.count == 1 ? arguments[0] : ".init(\(arguments.joined(separator: ", ")))"
    }
}
