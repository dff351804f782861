import KafkaWire

/// Collects what is known about the fields of a message.
final class FieldDescriber: FieldWalker {
    private var known: ClosedRange<Int16>
    private var found: [FieldDescription] = []

    private init(versions: ClosedRange<Int16>) {
        known = versions
    }

    /// The fields of a struct that is there in `versions`.
    static func describe<Value: JSONStruct>(
        _: Value.Type, versions: ClosedRange<Int16>
    ) -> [FieldDescription] {
        let describer = FieldDescriber(versions: versions)
        var value = Value.blank
        value.walk(describer)
        return describer.found
    }

    private func add(
        _ field: FieldFacts, _ type: String, isNullable: Bool = false,
        _ fields: (ClosedRange<Int16>) -> [FieldDescription] = { _ in [] }
    ) {
        let versions = field.versions(within: known)
        found.append(
            FieldDescription(
                name: field.name, type: type, versions: versions,
                nullableVersions: isNullable ? field.nullableVersions(within: versions) : nil, tag: field.tag,
                entity: field.entity, fields: fields(versions)))
    }

    func scalar<Value: JSONScalar>(_ field: FieldFacts, _ value: inout Value) {
        add(field, Value.typeName)
    }

    func nullable<Value: JSONScalar>(_ field: FieldFacts, _ value: inout Value?) {
        add(field, Value.typeName, isNullable: true)
    }

    func scalars<Value: JSONScalar>(_ field: FieldFacts, _ values: inout [Value]) {
        add(field, "[\(Value.typeName)]")
    }

    func nullableScalars<Value: JSONScalar>(_ field: FieldFacts, _ values: inout [Value]?) {
        add(field, "[\(Value.typeName)]", isNullable: true)
    }

    func structure<Value: JSONStruct>(_ field: FieldFacts, _ value: inout Value) {
        add(field, "struct") { Self.describe(Value.self, versions: $0) }
    }

    func nullableStructure<Value: JSONStruct>(_ field: FieldFacts, _ value: inout Value?) {
        add(field, "struct", isNullable: true) { Self.describe(Value.self, versions: $0) }
    }

    func structures<Value: JSONStruct>(_ field: FieldFacts, _ values: inout [Value]) {
        add(field, "[struct]") { Self.describe(Value.self, versions: $0) }
    }

    func nullableStructures<Value: JSONStruct>(_ field: FieldFacts, _ values: inout [Value]?) {
        add(field, "[struct]", isNullable: true) { Self.describe(Value.self, versions: $0) }
    }

    func unknown(_ fields: inout UnknownTaggedFields) {}
}
