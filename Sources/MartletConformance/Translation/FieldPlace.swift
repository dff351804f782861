import KafkaMessageJSON

/// Where a value stands within a message.
struct FieldPlace: Sendable {
    /// The names of the fields from the message inwards.
    private(set) var names: [String] = []
    /// The same with the elements of arrays, for people: `topics[0].name`.
    private(set) var text = ""
    /// The objects around it, the innermost last.
    private(set) var enclosing: [JSONValue] = []

    func field(_ name: String, of object: JSONValue) -> FieldPlace {
        var place = self
        place.names.append(name)
        place.text += text.isEmpty ? name : ".\(name)"
        place.enclosing.append(object)
        return place
    }

    /// - Parameter label: what tells the element apart; its number if empty.
    func element(_ index: Int, label: String = "") -> FieldPlace {
        var place = self
        place.text += label.isEmpty ? "[\(index)]" : "[\(label)]"
        return place
    }

    /// The value of the nearest field of this name around this place, or else in the request; empty for none.
    func scope(_ name: String?, request: JSONValue?) -> String {
        guard let name else { return "" }
        let nearest = enclosing.reversed().lazy.compactMap { $0[name] }.first
        return (nearest ?? request?[name])?.text ?? ""
    }
}
