import KafkaMessageJSON
import KafkaProtocol
import KafkaRecords
import KafkaWire
import NIOCore
import Testing

@testable import MartletConformance

@Suite struct ScenarioValuesTests {
    private func resolve(_ text: String, version: Int16 = 0, api: ApiKey = .fetch) throws -> JSONValue {
        var values = ScenarioValues(prefix: "run")
        values.set("id", 7)
        let type = try #require(MessageType(api: api, kind: .request))
        return try values.resolve(try JSONValue(parsing: text.utf8), version: version, fields: type.fields)
    }

    @Test func variablesStandForTheirValues() throws {
        #expect(
            try resolve(#"["$id", "${id}-x", "$topicA", "costs $5", "$"]"#) == [
                7, "7-x", "run-topicA", "costs $5", "$",
            ])
        #expect(try resolve(#"{"$sum": ["$id", 2]}"#) == 9)
        #expect(try resolve(#"{"$repeat": "ab", "times": 2}"#) == "abab")
        #expect(try resolve(#"{"$list": "$id", "times": 2}"#) == [7, 7])
    }

    @Test func anUnknownVariableIsAnError() {
        #expect(throws: ScenarioError.self) { try resolve(#""$memberId""#) }
    }

    @Test func membersOfOtherVersionsAreLeftOut() throws {
        let text = #"{"topics": [{"topic": "a", "topicId": "b"}], "maxBytes": {"$in": "4+", "value": 9}}"#
        #expect(try resolve(text, version: 12) == ["topics": [["topic": "a"]], "maxBytes": 9])
        #expect(try resolve(text, version: 13) == ["topics": [["topicId": "b"]], "maxBytes": 9])
        #expect(try resolve(text, version: 0) == ["topics": [["topic": "a"]]])
        #expect(try resolve(#"{"$in": "4+", "value": 1, "else": 2}"#, version: 3) == 2)
    }

    @Test func batchesAreBuiltAndSpoiled() throws {
        func batch(_ extra: String) throws -> ByteBuffer {
            let text = try resolve(#"{"$batch": [{"key": "k", "value": "v"}]\#(extra)}"#).stringValue
            return try #require(Base64.decode(text ?? ""))
        }
        var sound = try RecordBatchReader(try batch(""), decompressionLimit: 1000)
        #expect(try sound.readAll().map(\.value) == [ByteBuffer(string: "v")])
        let spoiled = try batch(#", "set": [{"at": 17, "hex": "00000000"}]"#)
        #expect(spoiled.getInteger(at: 17, as: UInt32.self) == 0)
        let patched = try batch(#", "patch": [{"at": 23, "hex": "00000009"}]"#)
        #expect(patched.getInteger(at: 23, as: Int32.self) == 9)
        #expect(patched.getInteger(at: 17, as: UInt32.self) != (try batch("")).getInteger(at: 17, as: UInt32.self))
        #expect(try batch(#", "cut": 3"#).readableBytes == (try batch("")).readableBytes - 3)
    }

    @Test func everyScenarioOfTheProgramCanBeRead() throws {
        let scenarios = try ScenarioLibrary.standard()
        #expect(scenarios.count > 40)
        #expect(scenarios.allSatisfy { !$0.about.isEmpty && !$0.steps.isEmpty })
    }
}
