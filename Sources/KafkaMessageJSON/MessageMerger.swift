import KafkaWire

/// Adds to the arrays of a message what stands in those of another of the same type. Elements that name the same thing
/// are made one, their arrays added in turn.
final class MessageMerger: FieldWalker {
    private var arrays: [String: Any] = [:]
    private var isGathering = true
    private(set) var identity: [String] = []

    private init() {}

    static func merge<Value: JSONStruct>(into value: inout Value, _ other: Value) {
        let merger = MessageMerger()
        var other = other
        other.walk(merger)
        merger.isGathering = false
        value.walk(merger)
    }

    /// What an element names: the texts of its fields that are known to name something.
    private static func identity(of value: some JSONStruct) -> [String] {
        let merger = MessageMerger()
        var value = value
        value.walk(merger)
        return merger.identity
    }

    private func add<Value: JSONStruct>(_ field: FieldFacts, _ values: inout [Value]) {
        guard let others = arrays[field.name] as? [Value] else { return }
        for other in others {
            let wanted = Self.identity(of: other)
            let index = wanted.isEmpty ? nil : values.firstIndex { Self.identity(of: $0) == wanted }
            if let index {
                Self.merge(into: &values[index], other)
            } else {
                values.append(other)
            }
        }
    }

    func scalar<Value: JSONScalar>(_ field: FieldFacts, _ value: inout Value) {
        guard isGathering, field.entity != nil, let text = value as? String else { return }
        identity.append(text)
    }

    func nullable<Value: JSONScalar>(_ field: FieldFacts, _ value: inout Value?) {
        guard isGathering, field.entity != nil, let text = value as? String else { return }
        identity.append(text)
    }

    func scalars<Value: JSONScalar>(_ field: FieldFacts, _ values: inout [Value]) {}

    func nullableScalars<Value: JSONScalar>(_ field: FieldFacts, _ values: inout [Value]?) {}

    func structure<Value: JSONStruct>(_ field: FieldFacts, _ value: inout Value) {}

    func nullableStructure<Value: JSONStruct>(_ field: FieldFacts, _ value: inout Value?) {}

    func structures<Value: JSONStruct>(_ field: FieldFacts, _ values: inout [Value]) {
        if isGathering { arrays[field.name] = values } else { add(field, &values) }
    }

    func nullableStructures<Value: JSONStruct>(_ field: FieldFacts, _ values: inout [Value]?) {
        if isGathering {
            arrays[field.name] = values ?? []
        } else if var present = values {
            add(field, &present)
            values = present
        }
    }

    func unknown(_ fields: inout UnknownTaggedFields) {}
}
