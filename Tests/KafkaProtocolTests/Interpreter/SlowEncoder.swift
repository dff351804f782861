/// Writes trees in Kafka's wire form, one byte after another.
struct SlowEncoder {
    let message: SlowMessage
    let version: Int
    private(set) var bytes: [UInt8] = []

    /// The bytes of a whole message.
    static func encode(_ tree: Tree, _ message: SlowMessage, version: Int) -> [UInt8] {
        var encoder = SlowEncoder(message: message, version: version)
        encoder.group(tree, message.fields)
        return encoder.bytes
    }

    private init(message: SlowMessage, version: Int) {
        self.message = message
        self.version = version
    }

    private mutating func group(_ tree: Tree, _ fields: [SlowField]) {
        guard case .group(let values, let unknown) = tree else { preconditionFailure("\(tree) is no group") }
        let present = fields.filter { $0.versions.contains(version) }
        for field in present where field.tag == nil {
            value(values[field.name] ?? .null, field.type, field)
        }
        guard message.isFlexible(version) else { return }
        var tagged = unknown
        for field in present {
            guard let tag = field.tag, let tree = values[field.name], tree != message.standard(field) else { continue }
            var inner = SlowEncoder(message: message, version: version)
            inner.value(tree, field.type, field)
            tagged[UInt32(tag)] = inner.bytes
        }
        varint(tagged.count)
        for (tag, content) in tagged.sorted(by: { $0.key < $1.key }) {
            varint(Int(tag))
            varint(content.count)
            bytes += content
        }
    }

    private mutating func value(_ tree: Tree, _ type: SlowType, _ field: SlowField?) {
        let isCompact = message.isFlexible(version) && field?.isInflexible != true
        switch (type, tree) {
        case (.group(let name), _):
            if field?.nullable != nil {
                bytes.append(tree == .null ? 0xFF : 1)
                if tree == .null { return }
            }
            group(tree, message.structs[name] ?? [])
        case (.list, .null), (.plain("bytes"), .null), (.plain("records"), .null):
            isCompact ? varint(0) : number(-1, size: 4)
        case (.plain("string"), .null):
            isCompact ? varint(0) : number(-1, size: 2)
        case (.list(let element), .list(let trees)):
            isCompact ? varint(trees.count + 1) : number(Int64(trees.count), size: 4)
            for tree in trees { value(tree, element, nil) }
        case (.plain, .text(let text)):
            isCompact ? varint(text.count + 1) : number(Int64(text.count), size: 2)
            bytes += text
        case (.plain, .data(let data)):
            isCompact ? varint(data.count + 1) : number(Int64(data.count), size: 4)
            bytes += data
        case (.plain, .flag(let flag)): bytes.append(flag ? 1 : 0)
        case (.plain(let name), .number(let integer)): number(integer, size: SlowType.size(of: name))
        case (.plain, .real(let bits)): number(Int64(bitPattern: bits), size: 8)
        case (.plain, .uuid(let uuid)): bytes += uuid
        default: preconditionFailure("\(tree) is not of type \(type)")
        }
    }

    /// The low bytes of an integer, most significant first.
    private mutating func number(_ value: Int64, size: Int) {
        for index in (0..<size).reversed() { bytes.append(UInt8(value >> (8 * index) & 0xFF)) }
    }

    private mutating func varint(_ value: Int) {
        var rest = value
        while rest > 127 {
            bytes.append(UInt8(rest % 128 + 128))
            rest /= 128
        }
        bytes.append(UInt8(rest))
    }
}

extension SlowType {
    /// The bytes of an integer type.
    static func size(of name: String) -> Int {
        name.hasSuffix("8") ? 1 : name.hasSuffix("16") ? 2 : name.hasSuffix("32") ? 4 : 8
    }
}
