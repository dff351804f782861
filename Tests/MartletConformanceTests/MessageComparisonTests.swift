import KafkaMessageJSON
import NIOCore
import Testing

@testable import MartletConformance

@Suite struct MessageComparisonTests {
    private static func rules(_ lines: String) throws -> [ComparisonRule] {
        try ReplayRules(parsing: ByteBuffer(string: "{\"rules\": [\(lines)]}")).comparisons
    }

    /// The fields that differ.
    private static func differing(
        _ recorded: JSONValue, _ got: JSONValue, _ lines: String = "", request: JSONValue? = nil
    ) throws -> [String] {
        var comparison = MessageComparison(rules: try rules(lines), state: TranslationState(), request: request)
        comparison.compare(recorded: recorded, got: got)
        return comparison.differences.map { $0.field + ($0.toleratedBecause == nil ? "" : " tolerated") }
    }

    @Test func `without rules every field counts`() throws {
        let recorded: JSONValue = ["errorCode": 0, "topics": [["name": "a", "offset": 1]]]
        #expect(try Self.differing(recorded, recorded).isEmpty)
        #expect(
            try Self.differing(recorded, ["errorCode": 3, "topics": [["name": "a", "offset": 2]]])
                == ["errorCode", "topics[0].offset"])
        #expect(try Self.differing(recorded, ["errorCode": 0, "topics": [], "extra": 1]) == ["topics[0]", "extra"])
    }

    @Test func `one id stands for one other`() throws {
        let rule =
            #"{"api": "*", "field": "**.memberId", "compare": "mapped", "id": "member", "neutral": [""], "reason": "r"}"#
        let recorded: JSONValue = ["memberId": "r1", "members": [["memberId": "r2"], ["memberId": "r1"]]]
        #expect(
            try Self.differing(
                recorded, ["memberId": "t1", "members": [["memberId": "t2"], ["memberId": "t1"]]], rule
            ).isEmpty)
        #expect(
            try Self.differing(
                recorded, ["memberId": "t1", "members": [["memberId": "t2"], ["memberId": "t3"]]], rule)
                == ["members[1].memberId"])
        #expect(
            try Self.differing(
                recorded, ["memberId": "t1", "members": [["memberId": "t1"], ["memberId": "t1"]]], rule)
                == ["members[0].memberId"])
        #expect(try Self.differing(["memberId": ""], ["memberId": "t"], rule) == ["memberId"])
        #expect(try Self.differing(["memberId": "r"], ["memberId": ""], rule) == ["memberId"])
    }

    @Test func `unordered arrays are matched by keys, by known ids and by likeness`() throws {
        let rule = """
            {"api": "*", "field": "members", "compare": "unordered", "keys": ["memberId"], "reason": "r"},
            {"api": "*", "field": "**.memberId", "compare": "mapped", "id": "member", "reason": "r"},
            {"api": "*", "field": "topics", "compare": "unordered", "keys": ["name"], "reason": "r"},
            {"api": "*", "field": "mechanisms", "compare": "unordered", "reason": "r"}
            """
        #expect(
            try Self.differing(
                ["mechanisms": ["a", "b"], "topics": [["name": "x", "n": 1], ["name": "y", "n": 2]]],
                ["mechanisms": ["b", "a"], "topics": [["name": "y", "n": 2], ["name": "x", "n": 3]]], rule)
                == ["topics[x].n"])
        #expect(
            try Self.differing(
                ["members": [["memberId": "r1", "data": "p"], ["memberId": "r2", "data": "q"]]],
                ["members": [["memberId": "t2", "data": "q"], ["memberId": "t1", "data": "p"]]], rule
            ).isEmpty)
        #expect(try Self.differing(["mechanisms": ["a", "b"]], ["mechanisms": ["b", "c"]], rule) == ["mechanisms[0]"])
    }

    @Test(arguments: [
        (#""compare": "ignored""#, JSONValue.integer(1), JSONValue.string("x"), true),
        (#""compare": "presence""#, 5, 7, true), (#""compare": "presence""#, 5, -1, false),
        (#""compare": "presence""#, "a", "", false),
        (#""compare": "atLeast""#, 5, 6, true), (#""compare": "atLeast""#, 5, 4, false),
        (#""compare": "times""#, "in [1795395824290]", "in [1795642560875]", true),
        (#""compare": "times""#, "in [1795395824290]", "at [1795642560875]", false),
        (#""compare": "times""#, "of 12", "of 13", false),
    ])
    func `kinds of comparison`(kind: String, recorded: JSONValue, got: JSONValue, isEqual: Bool) throws {
        let rule = #"{"api": "*", "field": "f", \#(kind), "reason": "r"}"#
        #expect(try Self.differing(["f": recorded], ["f": got], rule).isEmpty == isEqual)
    }

    @Test func `what a rule tolerates may depend on both answers and the request`() throws {
        let rule = """
            {"api": "*", "field": "", "recorded": {"errorCode": 14}, "got": {"errorCode": 0}, "request": {"auto": true},
             "compare": "tolerated", "reason": "r"}
            """
        let (recorded, got): (JSONValue, JSONValue) = (["errorCode": 14, "id": -1], ["errorCode": 0, "id": 4])
        #expect(try Self.differing(recorded, got, rule, request: ["auto": true]) == [" tolerated"])
        #expect(try Self.differing(recorded, got, rule, request: ["auto": false]) == ["errorCode", "id"])
        #expect(
            try Self.differing(recorded, ["errorCode": 3, "id": -1], rule, request: ["auto": true]) == ["errorCode"])
    }

    @Test func `what is absent can be told apart from what is null or empty`() throws {
        let rule = #"{"api": "*", "field": "list", "recorded": null, "got": {}, "compare": "tolerated", "reason": "r"}"#
        #expect(
            try Self.differing(["list": [["a": 1]]], ["list": [["a": 1], ["a": 2]]], rule) == ["list[1] tolerated"])
        #expect(try Self.differing(["list": [["a": 1], ["a": 2]]], ["list": [["a": 1]]], rule) == ["list[1]"])
    }
}
