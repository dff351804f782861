import KafkaMessageJSON
import Testing

@testable import MartletConformance

@Suite struct AnswerMatchTests {
    private func differences(_ expected: String, _ got: String) throws -> [Difference] {
        var match = AnswerMatch()
        match.match(try JSONValue(parsing: expected.utf8), try JSONValue(parsing: got.utf8))
        return match.differences
    }

    @Test(arguments: [
        (#"{"a": 1}"#, #"{"a": 1, "b": 2}"#),
        (#"{"a": [1, {"$any": true}]}"#, #"{"a": [1, 7]}"#),
        (#"{"a": {"$absent": true}}"#, #"{}"#),
        (#"{"a": {"$unordered": [1, 2]}}"#, #"{"a": [2, 1]}"#),
        (#"{"a": {"$contains": [{"n": 2}]}}"#, #"{"a": [{"n": 1}, {"n": 2}]}"#),
        (#"{"a": {"$atLeast": 3}}"#, #"{"a": 3}"#),
        (#"{"a": {"$range": [1, 3]}}"#, #"{"a": 3}"#),
        (#"{"a": {"$oneOf": [1, 2]}}"#, #"{"a": 2}"#),
        (#"{"a": {"$not": 1}}"#, #"{"a": 2}"#),
        (#"{"a": {"$length": 2}}"#, #"{"a": [1, 2]}"#),
        (#"{"errorCode": 3}"#, #"{"errorCode": 3}"#),
    ])
    func accepts(expected: String, got: String) throws {
        #expect(try differences(expected, got).isEmpty)
    }

    @Test(arguments: [
        (#"{"a": 1}"#, #"{"a": 2}"#),
        (#"{"a": 1}"#, #"{}"#),
        (#"{"a": [1]}"#, #"{"a": [1, 2]}"#),
        (#"{"a": [1, 2]}"#, #"{"a": [2, 1]}"#),
        (#"{"a": {"$any": true}}"#, #"{}"#),
        (#"{"a": {"$absent": true}}"#, #"{"a": null}"#),
        (#"{"a": {"$unordered": [1, 2]}}"#, #"{"a": [2, 1, 3]}"#),
        (#"{"a": {"$contains": [1, 1]}}"#, #"{"a": [1, 2]}"#),
        (#"{"a": {"$atLeast": 3}}"#, #"{"a": 2}"#),
        (#"{"a": {"$range": [1, 3]}}"#, #"{"a": 4}"#),
        (#"{"a": {"$oneOf": [1, 2]}}"#, #"{"a": 3}"#),
        (#"{"a": {"$nonEmpty": true}}"#, #"{"a": ""}"#),
        (#"{"a": {"$noSuchMatcher": true}}"#, #"{"a": 1}"#),
    ])
    func refuses(expected: String, got: String) throws {
        #expect(try !differences(expected, got).isEmpty)
    }

    @Test func errorsThatNobodyExpectedAreFound() throws {
        let found = try differences(#"{"topics": [{"name": "t"}]}"#, #"{"topics": [{"name": "t", "errorCode": 3}]}"#)
        #expect(found.map(\.field) == ["topics[0].errorCode"])
        #expect(
            try differences("{}", #"{"groups": [{"errorCode": 0}, {"errorCode": 25}]}"#).map(\.field) == [
                "groups[1].errorCode"
            ])
    }

    @Test func whatIsToleratedHasItsReason() throws {
        let expected = #"{"a": {"$better": 1, "tolerated": [2], "reason": "older"}}"#
        #expect(try differences(expected, #"{"a": 1}"#).isEmpty)
        #expect(try differences(expected, #"{"a": 2}"#).map(\.toleratedBecause) == ["older"])
        #expect(try differences(expected, #"{"a": 3}"#).map(\.toleratedBecause) == [nil])
    }
}
