import Foundation

/// How names, types and defaults of a specification look in Swift.
enum SwiftNames {
    private static let keywords: Set<String> = [
        "as", "associatedtype", "break", "case", "catch", "class", "continue", "default", "defer", "deinit", "do",
        "else", "enum", "extension", "fallthrough", "false", "fileprivate", "for", "func", "guard", "if", "import",
        "in", "init", "inout", "internal", "is", "let", "nil", "operator", "private", "protocol", "public", "repeat",
        "rethrows", "return", "self", "static", "struct", "subscript", "super", "switch", "throw", "throws", "true",
        "try", "typealias", "var", "where", "while",
    ]

    static func identifier(_ name: String) -> String {
        keywords.contains(name) ? "`\(name)`" : name
    }

    /// `ListOffsets` as `listOffsets`.
    static func lowerCamel(_ name: String) -> String {
        name.prefix(1).lowercased() + name.dropFirst()
    }

    static func type(_ type: FieldType) -> String {
        switch type {
        case .scalar(let scalar): scalar.swift
        case .string: "String"
        case .bytes: "ByteBuffer"
        case .records: "Records"
        case .structure(let name): name
        case .array(let element): "[\(self.type(element))]"
        }
    }

    static func type(of field: Field) -> String {
        type(field.type) + (field.nullable == nil ? "" : "?")
    }

    /// The default of a field, as Kafka defines it where the specification gives none.
    static func defaultValue(of field: Field) -> String {
        if let value = field.defaultValue {
            return value == "null" ? "nil" : value
        }
        switch field.type {
        case .scalar(.bool): return "false"
        case .scalar(.uuid): return ".zero"
        case .scalar: return "0"
        case .string: return "\"\""
        case .bytes: return "ByteBuffer()"
        case .records: return field.nullable == nil ? ".empty" : "nil"
        case .structure(let name): return "\(name)()"
        case .array: return "[]"
        }
    }

    /// An expression that says whether a field has its default value.
    static func isDefault(_ field: Field) -> String {
        let name = "self.\(identifier(field.name))"
        let value = defaultValue(of: field)
        if value == "nil" { return "\(name) == nil" }
        let mark = field.nullable == nil ? "" : "?"
        let equals = field.nullable == nil ? "" : " == true"
        switch field.type {
        case .scalar(.bool): return value == "true" ? name : "!\(name)"
        case .scalar, .string: return "\(name) == \(value)"
        case .bytes: return "\(name)\(mark).readableBytes == 0"
        case .records: return "\(name).count == 0"
        case .structure: return "\(name).isDefault"
        case .array: return "\(name)\(mark).isEmpty\(equals)"
        }
    }

    /// An expression that says whether a field differs from its default value.
    static func isSet(_ field: Field) -> String {
        let expression = isDefault(field)
        if let range = expression.range(of: " == ") {
            return expression.replacingCharacters(in: range, with: " != ")
        }
        return expression.hasPrefix("!") ? String(expression.dropFirst()) : "!" + expression
    }
}
