import KafkaWire

/// Puts texts of a message through a function, and takes out elements of arrays for which it says so.
///
/// An element goes when one of its own fields is to go; what is nested in it in arrays of its own does not count.
final class NameWalker: FieldWalker {
    private let change: (NamePlace, String) -> NameChange
    private(set) var hasChanged = false
    private var isDropped = false

    init(_ change: @escaping (NamePlace, String) -> NameChange) {
        self.change = change
    }

    private func changed(_ field: FieldFacts, _ text: String) -> String? {
        switch change(NamePlace(field: field.name, entity: field.entity), text) {
        case .keep: return nil
        case .drop:
            isDropped = true
            return nil
        case .replace(let other):
            hasChanged = true
            return other
        }
    }

    func scalar<Value: JSONScalar>(_ field: FieldFacts, _ value: inout Value) {
        guard Value.self == String.self, let text = value as? String, let other = changed(field, text) as? Value else {
            return
        }
        value = other
    }

    func nullable<Value: JSONScalar>(_ field: FieldFacts, _ value: inout Value?) {
        guard Value.self == String.self, let text = value as? String, let other = changed(field, text) as? Value else {
            return
        }
        value = other
    }

    func scalars<Value: JSONScalar>(_ field: FieldFacts, _ values: inout [Value]) {
        guard Value.self == String.self, let texts = values as? [String], !texts.isEmpty else { return }
        let outer = isDropped
        var kept: [String] = []
        var isOther = false
        for text in texts {
            isDropped = false
            let other = changed(field, text)
            if !isDropped { kept.append(other ?? text) }
            isOther = isOther || isDropped || other != nil
        }
        isDropped = outer
        guard isOther, let result = kept as? [Value] else { return }
        hasChanged = true
        values = result
    }

    func nullableScalars<Value: JSONScalar>(_ field: FieldFacts, _ values: inout [Value]?) {
        guard var present = values else { return }
        scalars(field, &present)
        values = present
    }

    func structure<Value: JSONStruct>(_ field: FieldFacts, _ value: inout Value) {
        value.walk(self)
    }

    func nullableStructure<Value: JSONStruct>(_ field: FieldFacts, _ value: inout Value?) {
        value?.walk(self)
    }

    func structures<Value: JSONStruct>(_ field: FieldFacts, _ values: inout [Value]) {
        guard !values.isEmpty else { return }
        let outer = isDropped
        var dropped: Set<Int> = []
        for index in values.indices {
            isDropped = false
            values[index].walk(self)
            if isDropped { dropped.insert(index) }
        }
        isDropped = outer
        guard !dropped.isEmpty else { return }
        hasChanged = true
        values = values.enumerated().filter { !dropped.contains($0.offset) }.map(\.element)
    }

    func nullableStructures<Value: JSONStruct>(_ field: FieldFacts, _ values: inout [Value]?) {
        guard var present = values else { return }
        values = nil
        structures(field, &present)
        values = present
    }

    func unknown(_ fields: inout UnknownTaggedFields) {}
}
