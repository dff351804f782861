import KafkaMessageJSON
import KafkaProtocol
import KafkaWire
import NIOCore
import Testing

@testable import MartletConformance

@Suite struct ReplayRulesTests {
    @Test func `the built-in rules are sound, and each has its reason`() throws {
        let rules = try ReplayRules.standard()
        #expect(rules.comparisons.count > 50)
        #expect(rules.comparisons.allSatisfy { !$0.reason.isEmpty })
        #expect(rules.changing.values.allSatisfy { !$0.isEmpty })
        let names = Set(ApiKey.all.map(\.name))
        #expect(rules.comparisons.allSatisfy { $0.api.map(names.contains) ?? true })
        #expect(rules.changing.keys.allSatisfy(names.contains))
        #expect(rules.needs.allSatisfy { names.contains($0.api) && names.contains($0.needs) })
    }

    @Test(arguments: [
        ("a.b", ["a", "b"], true), ("a.b", ["x", "a", "b"], false), ("**.b", ["x", "a", "b"], true),
        ("**.b", ["b"], true), ("a.*", ["a", "c"], true), ("a.*", ["a"], false), ("", [], true), ("", ["a"], false),
    ])
    func `patterns of fields`(pattern: String, path: [String], matches: Bool) {
        #expect(FieldPattern(pattern).matches(path) == matches)
    }

    @Test(arguments: [("3", 3...3), ("3-5", 3...5), ("3+", 3...Int16.max)] as [(String, ClosedRange<Int16>)])
    func `ranges of versions`(text: String, range: ClosedRange<Int16>) throws {
        #expect(try ComparisonRule.versions(text) == range)
    }

    @Test(arguments: [
        #"{"rules": [{"api": "*", "field": "f", "compare": "ignored"}]}"#,
        #"{"rules": [{"api": "*", "field": "f", "compare": "somehow", "reason": "r"}]}"#,
        #"{"rules": [{"api": "*", "field": "f", "compare": "mapped", "reason": "r"}]}"#,
        #"{"rules": [{"api": "*", "versions": "5-3", "field": "f", "compare": "exact", "reason": "r"}]}"#, "{",
    ])
    func `rules that say too little are refused`(text: String) {
        #expect(throws: ConformanceError.self) { try ReplayRules(parsing: ByteBuffer(string: text)) }
    }

    @Test func `a transactional producer needs what ends transactions`() throws {
        let rules = try ReplayRules.standard()
        let request = try #require(RequestFrame(ByteBuffer(bytes: [0, 22, 0, 4, 0, 0, 0, 1])))
        let without = OfferedVersions([.initProducerId: 0...5])
        #expect(rules.missingNeed(of: request, ["transactionalId": "t"], without) != nil)
        #expect(rules.missingNeed(of: request, ["transactionalId": .null], without) == nil)
        let with = OfferedVersions([.initProducerId: 0...5, .endTxn: 0...3])
        #expect(rules.missingNeed(of: request, ["transactionalId": "t"], with) == nil)
    }
}
