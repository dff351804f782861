import Testing

@testable import ProtocolGenerator

@Suite struct ConditionTests {
    @Test(arguments: [
        ("0+", "0-9", "true"), ("3+", "0-9", "version >= 3"), ("0-4", "0-9", "version <= 4"),
        ("5", "0-9", "version == 5"),
        ("2-3", "0-9", "version >= 2 && version <= 3"), ("3+", "5-9", "true"), ("0-2", "3-9", "false"),
    ])
    func comparesOnlyWhatIsNotKnown(wanted: String, known: String, expected: String) throws {
        let known = try #require(VersionRange(Substring(known)))
        #expect(Condition(VersionRange(Substring(wanted)), known: known).swift == expected)
    }

    @Test func noRangeIsNever() {
        #expect(Condition(nil, known: VersionRange(0, 3)) == .never)
    }

    @Test(arguments: ["", "x", "3-1", "1-2-3", "-1", "1++"])
    func otherTextIsNoRange(text: String) {
        #expect(VersionRange(Substring(text)) == nil)
    }
}
