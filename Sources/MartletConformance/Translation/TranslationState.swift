import KafkaMessageJSON

/// What the recorded broker handed out, and what the target handed out in its place.
///
/// Ids are of a kind (member, topic, producer, …) and may have their meaning only within a scope, as a generation
/// within its group. Within kind and scope, one stands for exactly one.
struct TranslationState: Sendable {
    private struct Key: Hashable {
        let id: String
        let scope: String
        let value: String
    }

    private var targets: [Key: JSONValue] = [:]
    private var recordings: [Key: String] = [:]

    /// What the target knows a recorded id as; nil for one not met yet.
    func target(of recorded: JSONValue, id: String, scope: String) -> JSONValue? {
        targets[Key(id: id, scope: scope, value: recorded.text)]
    }

    /// Notes that two ids stand for each other. False if either of them already stood for another one.
    mutating func learn(_ recorded: JSONValue, is target: JSONValue, id: String, scope: String) -> Bool {
        let key = Key(id: id, scope: scope, value: recorded.text)
        let reverse = Key(id: id, scope: scope, value: target.text)
        if let known = targets[key] { return known == target }
        if recordings[reverse] != nil { return false }
        set(recorded, to: target, id: id, scope: scope)
        return true
    }

    /// Notes what the target has in place of a recorded value, whatever it was before.
    mutating func set(_ recorded: JSONValue, to target: JSONValue, id: String, scope: String) {
        targets[Key(id: id, scope: scope, value: recorded.text)] = target
        recordings[Key(id: id, scope: scope, value: target.text)] = recorded.text
    }
}
