/// Reads trees from Kafka's wire form, one byte after another.
struct SlowDecoder {
    enum Refusal: Error {
        /// The bytes are no such message.
        case malformed
        /// More elements than the codec's bound on memory is sure to let through.
        case tooMany
    }

    let message: SlowMessage
    let version: Int
    private let bytes: [UInt8]
    private var position = 0

    /// The message that the bytes begin with.
    static func decode(_ bytes: [UInt8], _ message: SlowMessage, version: Int) throws(Refusal) -> Tree {
        var decoder = SlowDecoder(message: message, version: version, bytes: bytes)
        return try decoder.group(message.fields)
    }

    private init(message: SlowMessage, version: Int, bytes: [UInt8]) {
        self.message = message
        self.version = version
        self.bytes = bytes
    }

    private mutating func group(_ fields: [SlowField]) throws(Refusal) -> Tree {
        var values = message.standards(fields)
        var unknown: [UInt32: [UInt8]] = [:]
        let present = fields.filter { $0.versions.contains(version) }
        for field in present where field.tag == nil { values[field.name] = try value(field.type, field) }
        guard message.isFlexible(version) else { return .group(values, unknown) }
        var last: Int?
        for _ in 0..<(try varint()) {
            let tag = try varint()
            let size = try varint()
            if let last, tag <= last { throw .malformed }
            last = tag
            let content = try take(size)
            guard let field = present.first(where: { $0.tag == tag }) else {
                unknown[UInt32(tag)] = content
                continue
            }
            var inner = SlowDecoder(message: message, version: version, bytes: content)
            values[field.name] = try inner.value(field.type, field)
            guard inner.position == size else { throw .malformed }
        }
        return .group(values, unknown)
    }

    private mutating func value(_ type: SlowType, _ field: SlowField?) throws(Refusal) -> Tree {
        let isCompact = message.isFlexible(version) && field?.isInflexible != true
        let mayBeNull = field?.nullable?.contains(version) == true
        switch type {
        case .group(let name):
            // A byte below zero stands for null.
            if field?.nullable != nil, try take(1)[0] >= 128 { return .null }
            return try group(message.structs[name] ?? [])
        case .list(let element):
            guard let count = try length(isCompact, 4, mayBeNull) else { return .null }
            var trees: [Tree] = []
            for index in 0..<count {
                if index > 100_000 { throw .tooMany }
                trees.append(try value(element, nil))
            }
            return .list(trees)
        case .plain("string"):
            guard let count = try length(isCompact, 2, mayBeNull) else { return .null }
            guard count <= 32767 else { throw .malformed }
            let text = try take(count)
            guard String(validating: text, as: UTF8.self) != nil else { throw .malformed }
            return .text(text)
        case .plain("bytes"), .plain("records"):
            guard let count = try length(isCompact, 4, mayBeNull) else { return .null }
            return .data(try take(count))
        case .plain("bool"): return .flag(try take(1)[0] != 0)
        case .plain("uuid"): return .uuid(try take(16))
        case .plain("float64"): return .real(UInt64(bitPattern: try number(8)))
        case .plain(let name):
            let size = SlowType.size(of: name)
            let value = try number(size)
            return .number(name.hasPrefix("u") && value < 0 ? value + 1 << (8 * size) : value)
        }
    }

    /// A length, nil for null.
    private mutating func length(_ isCompact: Bool, _ size: Int, _ mayBeNull: Bool) throws(Refusal) -> Int? {
        let length = isCompact ? try varint() - 1 : Int(try number(size))
        if length >= 0 { return length }
        guard length == -1, mayBeNull else { throw .malformed }
        return nil
    }

    private mutating func take(_ count: Int) throws(Refusal) -> [UInt8] {
        guard count <= bytes.count - position else { throw .malformed }
        defer { position += count }
        return Array(bytes[position..<position + count])
    }

    private mutating func number(_ size: Int) throws(Refusal) -> Int64 {
        let taken = try take(size)
        return taken.reduce(taken[0] >= 128 ? -1 : 0) { $0 << 8 | Int64($1) }
    }

    /// Of at most five bytes; what exceeds 32 bits is dropped, as Kafka does.
    private mutating func varint() throws(Refusal) -> Int {
        var value = 0
        for index in 0..<5 {
            let byte = Int(try take(1)[0])
            value += (byte & 127) << (7 * index)
            if byte < 128 { return value & 0xFFFF_FFFF }
        }
        throw .malformed
    }
}
