/// One operation of IncrementalAlterConfigs (KIP-339).
public struct ConfigChange: Equatable, Sendable {
    /// Numbered as on the wire.
    public enum Operation: Int8, Sendable {
        case set = 0
        case delete = 1
        case append = 2
        case subtract = 3

        var name: String {
            switch self {
            case .set: "SET"
            case .delete: "DELETE"
            case .append: "APPEND"
            case .subtract: "SUBTRACT"
            }
        }
    }

    public var name: String
    public var operation: Operation
    public var value: String?

    public init(name: String, operation: Operation, value: String?) {
        self.name = name
        self.operation = operation
        self.value = value
    }
}

/// Why configs that a client sent are refused; `message` is for the client.
public enum ConfigChangeError: Error, Equatable, Sendable {
    /// Answered with INVALID_CONFIG.
    case invalidConfig(String)
    /// Answered with INVALID_REQUEST.
    case invalidRequest(String)

    public var message: String {
        switch self {
        case .invalidConfig(let message), .invalidRequest(let message): message
        }
    }
}

/// The steps that altering a topic and altering a broker share.
enum ConfigAlteration {
    /// What Kafka checks before it looks at any name.
    static func checkShape(_ changes: [ConfigChange]) throws(ConfigChangeError) {
        let nulls = changes.filter { $0.operation != .delete && $0.value == nil }.map(\.name)
        guard nulls.isEmpty else {
            throw .invalidRequest("Null value not supported for : \(nulls.joined(separator: ", "))")
        }
        guard Set(changes.map(\.name)).count == changes.count else {
            throw .invalidRequest("Error due to duplicate config keys")
        }
    }

    /// The values after the changes; what is not a list cannot be appended to.
    /// - Parameter definition: finds a name's definition; nil where unknown names are kept as text.
    static func result(
        of changes: [ConfigChange], on current: [String: String], definition: (String) -> ConfigDefinition?
    ) throws(ConfigChangeError) -> [String: String] {
        var values = current
        for change in changes {
            switch change.operation {
            case .set: values[change.name] = change.value
            case .delete: values[change.name] = nil
            case .append, .subtract:
                let definition = definition(change.name)
                guard definition?.type == .list else {
                    throw .invalidConfig(
                        "Can't \(change.operation.name) to key \(change.name) because its type is not LIST.")
                }
                let before = elements(values[change.name] ?? definition?.defaultValue ?? "")
                let named = elements(change.value ?? "")
                let after =
                    change.operation == .append
                    ? before + named.filter { !before.contains($0) } : before.filter { !named.contains($0) }
                values[change.name] = after.joined(separator: ",")
            }
        }
        return values
    }

    private static func elements(_ text: String) -> [String] {
        text.split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
    }
}
