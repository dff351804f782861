import KafkaMessageJSON
import KafkaProtocol
import KafkaWire

/// Topics, groups, producers and transactions whose state depends on a request that the target does not serve.
struct SuspectNames: Sendable {
    /// The names and ids, each with the API that was not served.
    private var causes: [String: String] = [:]
    /// Topic ids of the recording, by name.
    private var topicIds: [String: String] = [:]

    /// Begins with topics whose state could not be made.
    init(topics: [String] = [], cause: String = "") {
        for topic in topics { causes[topic] = cause }
    }

    /// Remembers which ids a recorded answer gives to topics.
    mutating func note(_ recorded: JSONValue) {
        switch recorded {
        case .object(let members):
            if let id = recorded["topicId"]?.stringValue,
                let name = (recorded["name"] ?? recorded["topicName"] ?? recorded["topic"])?.stringValue
            {
                topicIds[name] = id
            }
            for member in members { note(member.value) }
        case .array(let elements):
            for element in elements { note(element) }
        default: break
        }
    }

    /// Takes up what a request names that was not played.
    mutating func add(_ request: RequestFrame, _ body: JSONValue?) {
        guard let body, let type = MessageType(api: request.api, kind: .request) else { return }
        for name in Self.names(in: body, type.fields) where !name.isEmpty {
            causes[name] = request.api.name
            if let id = topicIds[name] { causes[id] = request.api.name }
        }
    }

    /// The API for want of which these messages may differ; nil if they name nothing suspect.
    func cause(_ messages: [JSONValue?]) -> String? {
        guard !causes.isEmpty else { return nil }
        return messages.lazy.compactMap { $0 }.compactMap(cause).first
    }

    private func cause(in value: JSONValue) -> String? {
        switch value {
        case .string(let text): causes[text] ?? topicIds[text].flatMap { causes[$0] }
        case .array(let elements): elements.lazy.compactMap(cause).first
        case .object(let members): members.lazy.map(\.value).compactMap(cause).first
        default: nil
        }
    }

    private static func names(in value: JSONValue, _ fields: [FieldDescription]) -> [String] {
        fields.flatMap { field -> [String] in
            guard let inner = value[field.name] else { return [] }
            if !field.fields.isEmpty { return (inner.elements ?? [inner]).flatMap { names(in: $0, field.fields) } }
            switch field.entity {
            case .topicName, .groupId, .transactionalId:
                return (inner.elements ?? [inner]).compactMap(\.stringValue)
            default: return []
            }
        }
    }
}
