import KafkaWire
import NIOCore

/// Turns the fields of a message into JSON: those that its version has, tagged ones only if they differ from their
/// defaults, as Kafka does it.
final class JSONFieldWriter: FieldWalker {
    private let version: Int16
    private let records: (@Sendable (ByteBuffer) -> JSONValue)?
    /// Whether tagged fields are kept even if they have their defaults.
    private let keepsDefaults: Bool
    private var members: [JSONValue.Member] = []
    private var current: any JSONStruct.Type
    /// The JSON of structs with all defaults, for those that have tagged fields.
    private var defaults: [ObjectIdentifier: JSONValue] = [:]

    private init(
        _ type: any JSONStruct.Type, version: Int16, keepsDefaults: Bool,
        records: (@Sendable (ByteBuffer) -> JSONValue)?
    ) {
        self.current = type
        self.version = version
        self.keepsDefaults = keepsDefaults
        self.records = records
    }

    /// The JSON form of a message; `records` gives another form of records than base64.
    static func write<Message: JSONStruct>(
        _ message: Message, version: Int16, records: (@Sendable (ByteBuffer) -> JSONValue)? = nil
    ) -> JSONValue {
        JSONFieldWriter(Message.self, version: version, keepsDefaults: false, records: records).object(message)
    }

    private func object<Value: JSONStruct>(_ value: Value) -> JSONValue {
        let (outerMembers, outerType) = (members, current)
        (members, current) = ([], Value.self)
        var value = value
        value.walk(self)
        let object = JSONValue.object(members)
        (members, current) = (outerMembers, outerType)
        return object
    }

    private func add(_ field: FieldFacts, _ value: () -> JSONValue) {
        guard field.isThere(in: version) else { return }
        let json = value()
        if field.tag != nil, !keepsDefaults, json == defaults(of: current)[field.name] { return }
        members.append(JSONValue.Member(field.name, json))
    }

    private func defaults(of type: any JSONStruct.Type) -> JSONValue {
        if let known = defaults[ObjectIdentifier(type)] { return known }
        let writer = JSONFieldWriter(type, version: version, keepsDefaults: true, records: records)
        let value = writer.object(type.blank)
        defaults[ObjectIdentifier(type)] = value
        return value
    }

    private func json(_ value: some JSONScalar) -> JSONValue {
        if let records, let bytes = (value as? Records)?.buffer { return records(bytes) }
        return value.json
    }

    func scalar<Value: JSONScalar>(_ field: FieldFacts, _ value: inout Value) {
        add(field) { json(value) }
    }

    func nullable<Value: JSONScalar>(_ field: FieldFacts, _ value: inout Value?) {
        add(field) { value.map { json($0) } ?? .null }
    }

    func scalars<Value: JSONScalar>(_ field: FieldFacts, _ values: inout [Value]) {
        add(field) { .array(values.map(\.json)) }
    }

    func nullableScalars<Value: JSONScalar>(_ field: FieldFacts, _ values: inout [Value]?) {
        add(field) { values.map { .array($0.map(\.json)) } ?? .null }
    }

    func structure<Value: JSONStruct>(_ field: FieldFacts, _ value: inout Value) {
        add(field) { object(value) }
    }

    func nullableStructure<Value: JSONStruct>(_ field: FieldFacts, _ value: inout Value?) {
        add(field) { value.map { object($0) } ?? .null }
    }

    func structures<Value: JSONStruct>(_ field: FieldFacts, _ values: inout [Value]) {
        add(field) { .array(values.map { object($0) }) }
    }

    func nullableStructures<Value: JSONStruct>(_ field: FieldFacts, _ values: inout [Value]?) {
        add(field) { values.map { .array($0.map { object($0) }) } ?? .null }
    }

    func unknown(_ fields: inout UnknownTaggedFields) {
        guard !fields.isEmpty else { return }
        let list = fields.fields.map { field in
            JSONValue.object([
                JSONValue.Member("tag", field.tag.json), JSONValue.Member("data", field.data.json),
            ])
        }
        members.append(JSONValue.Member(unknownTaggedFieldsName, .array(list)))
    }
}
