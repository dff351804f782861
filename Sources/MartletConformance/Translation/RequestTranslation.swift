import KafkaMessageJSON
import KafkaProtocol
import KafkaWire
import NIOCore

/// Puts what the target handed out into recorded requests.
struct RequestTranslation {
    private let rules: [ComparisonRule]
    private let state: TranslationState
    private let request: JSONValue?

    /// The frame to send: the recorded bytes if nothing in them has to change or they cannot be read.
    static func frame(
        _ request: RequestFrame, body: JSONValue?, rules: ReplayRules, state: TranslationState
    ) -> ByteBuffer {
        guard let body else { return request.bytes }
        let relevant = rules.comparisons(request.api, request.version).filter { $0.id != nil }
        let translation = RequestTranslation(rules: relevant, state: state, request: body)
        let translated = translation.translate(body, FieldPlace())
        guard translated != body,
            let bytes = try? MessageJSON.encode(
                translated, apiKey: request.api, kind: .request, version: request.version)
        else { return request.bytes }
        return request.replacingBody(bytes)
    }

    private func translate(_ value: JSONValue, _ place: FieldPlace) -> JSONValue {
        switch value {
        case .object(let members):
            return .object(
                members.map { member in
                    .init(member.name, translate(member.value, place.field(member.name, of: value)))
                })
        case .array(let elements):
            return .array(elements.enumerated().map { translate($1, place.element($0)) })
        case .string(let text) where place.names.last == "records":
            return Base64.decode(text).map { .string(Base64.encode(batches($0).readableBytesView)) } ?? value
        default:
            guard let rule = rules.first(where: { $0.field.matches(place.names) }), let id = rule.id else {
                return value
            }
            return state.target(of: value, id: id, scope: place.scope(rule.scope, request: request)) ?? value
        }
    }

    private func batches(_ records: ByteBuffer) -> ByteBuffer {
        BatchRewriter.rewrite(records) { producer, epoch in
            let id = JSONValue.integer(producer)
            let target = state.target(of: id, id: "producerId", scope: "")?.integerValue ?? producer
            let known = state.target(of: .integer(Int64(epoch)), id: "producerEpoch", scope: id.text)?.integerValue
            return (target, known.map { Int16(clamping: $0) } ?? epoch)
        }
    }
}
