public import KafkaMessageJSON
import KafkaProtocol
public import KafkaWire

/// Makes the answer that tells a client of an error, for a request of any API: the code stands wherever the client
/// looks for one, beside the topics, partitions, groups and the like that the request names.
public enum ErrorAnswer {
    /// The answer to a request.
    ///
    /// - Parameters:
    ///   - version: the version of the request, at which the answer will be written.
    ///   - onlyOf: where given, the code stands only in elements that name such a thing, and in what they hold.
    /// - Returns: nil where no such answer can be made, as for APIs whose answers hold no code.
    public static func make(
        to request: any RequestMessage, version: Int16, _ code: ErrorCode, onlyOf entity: FieldEntity? = nil
    ) -> (any ResponseMessage)? {
        // Its two lists of users become one.
        if let scram = request as? AlterUserScramCredentialsRequest {
            guard entity == nil else { return nil }
            let users = Set(scram.deletions.map(\.name) + scram.upsertions.map(\.name)).sorted()
            return AlterUserScramCredentialsResponse(
                results: users.map { .init(user: $0, errorCode: code.rawValue) })
        }
        let apiKey = type(of: request).apiKey
        guard let asked = MessageType(api: apiKey, kind: .request)?.fields,
            let answered = MessageType(api: apiKey, kind: .response)?.fields,
            let json = MessageFields.json(request, version: version)
        else { return nil }
        let maker = Maker(version: version, code: Int64(code.rawValue), entity: entity)
        let answer = maker.object(answered, from: json, asked, isInside: entity == nil)
        return try? MessageFields.response(apiKey, json: answer, version: version)
    }

    /// Goes through the fields of the answer, with those of the request beside them.
    private struct Maker {
        let version: Int16
        let code: Int64
        let entity: FieldEntity?

        /// Partitions have a different name in nearly every API.
        private static let partitionNames: Set<String> = ["partition", "partitionIndex", "index", "partitionId"]

        private static let codeNames: Set<String> = ["errorCode", "partitionErrorCode"]

        func object(
            _ fields: [FieldDescription], from source: JSONValue, _ asked: [FieldDescription], isInside: Bool
        ) -> JSONValue {
            let isInside = isInside || fields.contains { $0.entity == entity && !$0.isArray }
            var members: [JSONValue.Member] = []
            for field in fields where field.versions.contains(version) {
                if let value = value(of: field, from: source, asked, isInside: isInside) {
                    members.append(JSONValue.Member(field.name, value))
                }
            }
            return .object(members)
        }

        private func value(
            of field: FieldDescription, from source: JSONValue, _ asked: [FieldDescription], isInside: Bool
        ) -> JSONValue? {
            if Self.codeNames.contains(field.name) { return isInside ? .integer(code) : nil }
            if field.type == "[struct]" {
                guard Self.holdsCode(field.fields) else { return nil }
                return array(field, from: source, asked, isInside: isInside)
            }
            if !field.isArray, field.type != "struct", let copied = copy(field, from: source, asked) { return copied }
            // Some texts are null by default and must not be in every version.
            let mayBeNull = field.nullableVersions?.contains(version) ?? false
            return field.type == "string" && field.nullableVersions != nil && !mayBeNull ? .string("") : nil
        }

        private func copy(
            _ field: FieldDescription, from source: JSONValue, _ asked: [FieldDescription]
        ) -> JSONValue? {
            guard case .object = source else {
                // An element that is no more than a name or a number.
                switch source {
                case .string where field.type == "string" && (field.entity != nil || field.name == "key"): return source
                case .integer where Self.partitionNames.contains(field.name): return source
                default: return nil
                }
            }
            let same = asked.first { other in
                other.type == field.type && !other.name.hasSuffix("Message")
                    && (other.name == field.name || (field.entity != nil && other.entity == field.entity)
                        || (Self.partitionNames.contains(field.name) && Self.partitionNames.contains(other.name)))
            }
            return same.flatMap { source[$0.name] }
        }

        private func array(
            _ field: FieldDescription, from source: JSONValue, _ asked: [FieldDescription], isInside: Bool
        ) -> JSONValue {
            let arrays = asked.filter { $0.isArray && $0.versions.contains(version) }
            let key = field.fields.first { $0.entity != nil && $0.entity != .brokerId }?.entity
            let match =
                arrays.first { $0.name == field.name }
                ?? arrays.first { other in
                    key != nil && (other.entity == key || other.fields.contains { $0.entity == key })
                }
                ?? (arrays.count == 1 ? arrays.first : nil)
            guard let match, case .array(let elements)? = source[match.name] else { return .array([]) }
            return .array(elements.map { object(field.fields, from: $0, match.fields, isInside: isInside) })
        }

        private static func holdsCode(_ fields: [FieldDescription]) -> Bool {
            fields.contains { codeNames.contains($0.name) || holdsCode($0.fields) }
        }
    }
}
