import KafkaWire
import NIOCore

/// The value of a field or of a whole message, whatever its type.
indirect enum Tree: Equatable {
    case null
    case flag(Bool)
    /// Every integer.
    case number(Int64)
    /// The bits of a floating-point number, so that no two that differ are equal.
    case real(UInt64)
    case uuid([UInt8])
    /// UTF-8.
    case text([UInt8])
    /// Bytes and records.
    case data([UInt8])
    case list([Tree])
    /// Fields by name, and unknown tagged fields by tag.
    case group([String: Tree], [UInt32: [UInt8]])
}

extension SlowMessage {
    /// What a field holds when nobody sets it.
    func standard(_ field: SlowField) -> Tree {
        if field.standard == "null" { return .null }
        switch field.type {
        case .list: return .list([])
        case .group(let name): return .group(standards(structs[name] ?? []), [:])
        case .plain(let type):
            let value = field.standard ?? ""
            switch type {
            case "bool": return .flag(value == "true")
            case "float64": return .real((Double(value) ?? 0).bitPattern)
            case "uuid": return .uuid([UInt8](repeating: 0, count: 16))
            case "string": return .text(Array(value.filter { $0 != "\"" }.utf8))
            case "bytes": return .data([])
            case "records": return field.nullable == nil ? .data([]) : .null
            default:
                let isHex = value.hasPrefix("0x")
                return .number((isHex ? Int64(value.dropFirst(2), radix: 16) : Int64(value)) ?? 0)
            }
        }
    }

    func standards(_ fields: [SlowField]) -> [String: Tree] {
        Dictionary(uniqueKeysWithValues: fields.map { ($0.name, standard($0)) })
    }
}

extension Tree {
    /// What a message of the codec holds, field by field.
    init(reflecting value: Any) {
        switch value {
        case let value as Bool: self = .flag(value)
        case let value as any BinaryInteger: self = .number(Int64(value))
        case let value as Double: self = .real(value.bitPattern)
        case let value as Uuid:
            self = .uuid(
                [value.high, value.low].flatMap { word in (0..<8).map { UInt8(word >> (56 - 8 * $0) & 0xFF) } })
        case let value as String: self = .text(Array(value.utf8))
        case let value as ByteBuffer: self = .data(Array(value.readableBytesView))
        case let value as Records: self = .data(value.buffer.map { Array($0.readableBytesView) } ?? [])
        case let value as [Any]: self = .list(value.map(Tree.init(reflecting:)))
        case let value as any WireStruct:
            var fields: [String: Tree] = [:]
            var unknown: [UInt32: [UInt8]] = [:]
            for child in Mirror(reflecting: value).children {
                if let kept = child.value as? UnknownTaggedFields {
                    for field in kept.fields { unknown[field.tag] = Array(field.data.readableBytesView) }
                } else {
                    fields[child.label ?? ""] = Tree(reflecting: child.value)
                }
            }
            self = .group(fields, unknown)
        default:
            self = Mirror(reflecting: value).children.first.map { Tree(reflecting: $0.value) } ?? .null
        }
    }
}
