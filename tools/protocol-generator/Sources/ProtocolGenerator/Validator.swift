/// Checks what one line cannot: that names resolve, ranges nest, tags are unique and defaults suit their types.
struct Validator {
    let file: SpecFile
    let message: Message

    static func check(_ model: ProtocolModel) throws {
        var types: Set<String> = []
        var names: Set<String> = []
        var keys: Set<Int> = []
        for file in model.files {
            guard names.insert(file.name).inserted else {
                throw SpecError(file: file.path, line: 1, message: "another file has the same name")
            }
            if let api = file.api, !keys.insert(api.key).inserted {
                throw SpecError(file: file.path, line: 1, message: "another api has the number \(api.key)")
            }
            for message in file.messages {
                guard types.insert(message.name).inserted else {
                    throw SpecError(
                        file: file.path, line: message.body.line, message: "\(message.name) is there already")
                }
                try Validator(file: file, message: message).check()
            }
        }
    }

    private func check() throws {
        for structure in [message.body] + message.structures {
            var names: Set<String> = []
            var tags: Set<Int> = []
            for field in structure.fields {
                guard names.insert(field.name).inserted else {
                    throw error(field.line, "two fields named \(field.name)")
                }
                if let tag = field.tag {
                    guard tags.insert(tag).inserted else { throw error(field.line, "two fields with tag \(tag)") }
                    guard let flexible = message.flexible, flexible.intersection(field.versions) == field.versions
                    else {
                        throw error(field.line, "tagged fields need flexible versions")
                    }
                }
                try check(field)
            }
            if message.flexible != nil, names.contains("unknownTaggedFields") {
                throw error(structure.line, "unknownTaggedFields is the name of something else")
            }
        }
    }

    private func check(_ field: Field) throws {
        if let name = field.type.structureName {
            guard let structure = message.structure(name) else { throw error(field.line, "no struct \(name)") }
            guard structure.versions.intersection(field.versions) == field.versions else {
                throw error(field.line, "struct \(name) is not there in all versions of the field")
            }
        }
        if case .array(let element) = field.type {
            switch element {
            case .scalar, .string, .structure: break
            default: throw error(field.line, "an array of this type is not known")
            }
        }
        if field.type.isStructure, let nullable = field.nullable {
            guard nullable == field.versions, field.defaultValue == "null" else {
                throw error(field.line, "a struct that may be null may be so in all versions, and is by default")
            }
        }
        if field.defaultValue == "null", field.nullable == nil {
            throw error(field.line, "null is no default of a field that may not be null")
        }
        try checkDefault(field)
    }

    private func checkDefault(_ field: Field) throws {
        guard let value = field.defaultValue, value != "null" else { return }
        let suits =
            switch field.type {
            case .scalar(.bool): value == "true" || value == "false"
            case .scalar(.uuid), .bytes, .records, .structure, .array: false
            case .scalar(.float64): Double(value) != nil
            case .scalar: value.hasPrefix("0x") ? Int(value.dropFirst(2), radix: 16) != nil : Int(value) != nil
            case .string: value.count >= 2 && value.hasPrefix("\"") && value.hasSuffix("\"") && !value.contains("\\")
            }
        guard suits else { throw error(field.line, "\(value) is no default of this type") }
    }

    private func error(_ line: Int, _ text: String) -> SpecError {
        SpecError(file: file.path + ".spec", line: line, message: text)
    }
}
