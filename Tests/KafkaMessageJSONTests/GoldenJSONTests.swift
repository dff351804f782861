import KafkaMessageJSON
import KafkaWire
import NIOCore
import Testing

/// Kafka's own JSON of the golden frames is what we make of their bytes, and leads back to them.
@Suite struct GoldenJSONTests {
    @Test func jsonIsThatOfKafka() throws {
        let frames = try GoldenFixture.load()
        #expect(frames.count == 1208)
        for frame in frames {
            let decoded = try MessageJSON.decode(
                apiKey: frame.apiKey, kind: frame.kind, version: frame.version, bytes: frame.body)
            var unknown = 0
            let isSame = canonical(decoded, &unknown).text == canonical(frame.json).text
            #expect(isSame, "\(frame.label): \(decoded.text.prefix(400))")
            #expect(unknown == frame.unknownTaggedFields, "\(frame.label)")
        }
    }

    @Test func jsonLeadsBackToTheBytes() throws {
        var complete = 0
        for frame in try GoldenFixture.load() {
            let type = try #require(MessageType(api: frame.apiKey, kind: frame.kind))
            let text = try type.decode(frame.body, version: frame.version).prettyText
            let again = try type.encode(JSONValue(parsing: text.utf8), version: frame.version)
            #expect(again == frame.body, "\(frame.label)")
            guard frame.unknownTaggedFields == 0, !frame.json.text.contains("unalignedRecords") else { continue }
            complete += 1
            let fromKafka = try MessageJSON.encode(
                frame.json, apiKey: frame.apiKey, kind: frame.kind, version: frame.version)
            #expect(fromKafka == frame.body, "\(frame.label)")
        }
        #expect(complete > 900)
    }

    private func canonical(_ json: JSONValue) -> JSONValue {
        var unknown = 0
        return canonical(json, &unknown)
    }

    /// Members by name, unknown tagged fields counted and left out, and so are the records of FetchSnapshot: they begin
    /// at no batch, and Kafka's JSON does not show them.
    private func canonical(_ json: JSONValue, _ unknown: inout Int) -> JSONValue {
        switch json {
        case .object(let members):
            var kept: [JSONValue.Member] = []
            for member in members.sorted(by: { $0.name < $1.name }) where member.name != "unalignedRecords" {
                if member.name == "_taggedFields", case .array(let fields) = member.value {
                    unknown += fields.count
                } else {
                    kept.append(.init(member.name, canonical(member.value, &unknown)))
                }
            }
            return .object(kept)
        case .array(let elements):
            var kept: [JSONValue] = []
            for element in elements { kept.append(canonical(element, &unknown)) }
            return .array(kept)
        case .integer(let value):
            return .integer(value)
        case .double(let value):
            // Kafka writes the same number with other digits.
            return Int64(exactly: value).map { .integer($0) } ?? json
        default: return json
        }
    }
}
