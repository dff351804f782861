import KafkaWire
import NIOCore

/// Sets the fields of a message from JSON. What the JSON leaves out keeps its default; what it has beyond the fields
/// is an error.
final class JSONFieldReader: FieldWalker {
    private enum PathStep {
        case field(String)
        case element(Int)
    }

    private let version: Int16
    private var members: [JSONValue.Member] = []
    /// Which members have been asked for.
    private var taken: [Bool] = []
    /// Where the next member is expected, as the order is usually that of the fields.
    private var position = 0
    private var path: [PathStep] = []
    private var failure: MessageJSONError?

    private init(version: Int16) {
        self.version = version
    }

    /// The message that a JSON object describes.
    static func read<Message: JSONStruct>(
        _: Message.Type, from json: JSONValue, version: Int16
    ) throws(MessageJSONError) -> Message {
        let reader = JSONFieldReader(version: version)
        var message = Message.blank
        reader.fill(&message, from: json)
        if let failure = reader.failure { throw failure }
        return message
    }

    private func fill<Value: JSONStruct>(_ value: inout Value, from json: JSONValue) {
        guard failure == nil else { return }
        guard case .object(let inner) = json else { return fail(expected: "an object", found: json) }
        let outer = (members, taken, position)
        (members, taken, position) = (inner, Array(repeating: false, count: inner.count), 0)
        value.walk(self)
        if failure == nil, let index = taken.firstIndex(of: false) { refuse(index) }
        (members, taken, position) = outer
    }

    /// A member that no field asked for: its name is not known, or stands there twice.
    private func refuse(_ index: Int) {
        let name = members[index].name
        let path = pathText(to: name)
        failure =
            members[..<index].contains { $0.name == name } ? .repeatedField(path: path) : .unknownField(path: path)
    }

    private func take(_ name: String) -> JSONValue? {
        guard failure == nil else { return nil }
        if position < members.count, members[position].name == name {
            defer { position += 1 }
            taken[position] = true
            return members[position].value
        }
        guard let index = members.firstIndex(where: { $0.name == name }) else { return nil }
        taken[index] = true
        position = index + 1
        return members[index].value
    }

    /// Gives the value under the field's name to `body` with the path extended by it.
    private func at(_ field: FieldFacts, _ body: (JSONValue) -> Void) {
        guard let json = take(field.name) else { return }
        path.append(.field(field.name))
        body(json)
        path.removeLast()
    }

    /// As `at`, but null becomes nil where the version allows it, and a default that it does not allow is an error.
    private func atNullable<Value>(
        _ field: FieldFacts, _ value: inout Value?, _ body: (JSONValue) -> Value?
    ) {
        let nullIsWrong = field.isThere(in: version) && !field.mayBeNull(in: version)
        guard let json = take(field.name) else {
            if failure == nil, value == nil, nullIsWrong { failure = .missing(path: pathText(to: field.name)) }
            return
        }
        path.append(.field(field.name))
        if case .null = json {
            if nullIsWrong { failure = .nullNotAllowed(path: pathText, version: version) }
            value = nil
        } else {
            value = body(json)
        }
        path.removeLast()
    }

    private func read<Value: JSONScalar>(_ json: JSONValue) -> Value? {
        guard let value = Value(json: json) else {
            fail(expected: Value.expectation, found: json)
            return nil
        }
        return value
    }

    private func elements<Value>(_ json: JSONValue, _ read: (JSONValue) -> Value?) -> [Value] {
        guard case .array(let array) = json else {
            fail(expected: "an array", found: json)
            return []
        }
        var values: [Value] = []
        values.reserveCapacity(array.count)
        for (index, element) in array.enumerated() {
            path.append(.element(index))
            if let value = read(element) { values.append(value) }
            path.removeLast()
            guard failure == nil else { break }
        }
        return values
    }

    private func object<Value: JSONStruct>(_ json: JSONValue) -> Value? {
        var value = Value.blank
        fill(&value, from: json)
        return value
    }

    private func fail(expected: String, found: JSONValue) {
        guard failure == nil else { return }
        failure = .wrongType(path: pathText, expected: expected, found: found.summary)
    }

    private func pathText(to name: String) -> String {
        let outer = pathText
        return outer.isEmpty ? name : "\(outer).\(name)"
    }

    private var pathText: String {
        path.reduce(into: "") { text, step in
            switch step {
            case .field(let name): text += text.isEmpty ? name : "." + name
            case .element(let index): text += "[\(index)]"
            }
        }
    }

    func scalar<Value: JSONScalar>(_ field: FieldFacts, _ value: inout Value) {
        at(field) { value = read($0) ?? value }
    }

    func nullable<Value: JSONScalar>(_ field: FieldFacts, _ value: inout Value?) {
        atNullable(field, &value) { read($0) }
    }

    func scalars<Value: JSONScalar>(_ field: FieldFacts, _ values: inout [Value]) {
        at(field) { values = elements($0) { read($0) } }
    }

    func nullableScalars<Value: JSONScalar>(_ field: FieldFacts, _ values: inout [Value]?) {
        atNullable(field, &values) { elements($0) { read($0) } }
    }

    func structure<Value: JSONStruct>(_ field: FieldFacts, _ value: inout Value) {
        at(field) { fill(&value, from: $0) }
    }

    func nullableStructure<Value: JSONStruct>(_ field: FieldFacts, _ value: inout Value?) {
        atNullable(field, &value) { object($0) }
    }

    func structures<Value: JSONStruct>(_ field: FieldFacts, _ values: inout [Value]) {
        at(field) { values = elements($0) { object($0) } }
    }

    func nullableStructures<Value: JSONStruct>(_ field: FieldFacts, _ values: inout [Value]?) {
        atNullable(field, &values) { elements($0) { object($0) } }
    }

    func unknown(_ fields: inout UnknownTaggedFields) {
        guard let json = take(unknownTaggedFieldsName) else { return }
        path.append(.field(unknownTaggedFieldsName))
        let list = elements(json) { element -> UnknownTaggedFields.Field? in
            guard case .object(let members) = element, members.count == 2,
                let tag = element["tag"].flatMap({ UInt32(json: $0) }),
                let data = element["data"].flatMap({ ByteBuffer(json: $0) })
            else {
                fail(expected: "an object of tag, a number, and data, base64", found: element)
                return nil
            }
            return UnknownTaggedFields.Field(tag: tag, data: data)
        }
        for field in list { fields.set(tag: field.tag, data: field.data) }
        if failure == nil, fields.count != list.count { failure = .repeatedField(path: pathText) }
        path.removeLast()
    }
}
