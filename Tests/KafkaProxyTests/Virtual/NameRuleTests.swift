import KafkaMessageJSON
import KafkaProtocol
import KafkaWire
import Testing

@testable import KafkaProxy

@Suite("Rules about the text fields of the protocol")
struct NameRuleTests {
    private func check(_ key: ApiKey, _ fields: [FieldDescription], _ path: String, _ found: inout Set<String>) {
        for field in fields {
            let inner = path.isEmpty ? field.name : "\(path).\(field.name)"
            let type = field.type.filter { $0 != "[" && $0 != "]" }
            if type == "struct" {
                check(key, field.fields, inner, &found)
            } else if NamedThing(field.entity) == nil, ["string", "bytes", "records"].contains(type) {
                let rule = NameRule(api: key.name, path: inner, field: field.name, isBytes: type != "string")
                #expect(rule != nil, "\(key.name).\(inner) has no rule")
                if rule == .own { found.insert("\(key.name).\(inner)") }
            }
        }
    }

    @Test("Every text and every run of bytes that a virtual cluster serves has one")
    func everyField() throws {
        var found: Set<String> = []
        for key in VirtualApis.served {
            for kind in [MessageType.Kind.request, .response] {
                check(key, try #require(MessageType(api: key, kind: kind)).fields, "", &found)
            }
        }
        // And every rule of its own has a field.
        #expect(found == NameRule.ownFields)
    }
}
