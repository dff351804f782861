import Testing

@testable import KafkaConfiguration

@Suite struct TextPatternTests {
    @Test(arguments: [
        ("abc", "abc", true), ("abc", "abcd", false), ("abc", "xabc", false), ("", "", true), ("", "a", false),
        ("a.c", "abc", true), ("a.c", "a\nc", false), (#"a\.c"#, "abc", false), (#"a\.c"#, "a.c", true),
        (".*java", "apache-kafka-java", true), (".*java.*", "java", true), ("11.1.*", "11.1.2", true),
        ("a+", "", false), ("a+", "aaa", true), ("colou?r", "color", true), ("a|bc|d", "bc", true),
        ("(a|b)*c", "ababc", true), ("(?:ab){2,3}", "ababab", true), ("(ab){2,3}", "ab", false),
        ("a{3}", "aaa", true), ("a{2,}", "aaaaa", true), ("a{2,}", "a", false), ("a{0}", "", true),
        ("[a-c]+", "abcabc", true), ("[a-c]+", "abd", false), ("[^a-c]+", "xyz", true), ("[^a-c]+", "xaz", false),
        (#"[\d.]+"#, "1.2.3", true), (#"\w+-\d+"#, "client-17", true), (#"\D+"#, "a1", false), ("[]a]+", "]a", true),
        (#"[\]a-]+"#, "]a-", true), (#"[\W\d]+"#, "1-2", true), (#"[\W\d]+"#, "a", false), ("^a$", "a", true),
        ("a^b", "ab", false), ("(a*)*", "aaaa", true), ("(a*)*b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false),
        ("a*?b", "aab", true), ("é+", "éé", true), ("(|a)b", "b", true), ("()", "", true), ("(()){9}", "", true),
    ]) func `patterns describe whole texts`(pattern: String, text: String, matches: Bool) throws {
        #expect(try #require(TextPattern(pattern)).matches(text) == matches)
    }

    @Test(arguments: [
        "(", ")", "a)", "[", "[a", "[]", "*", "a**", "a++", "a{", "a{x}", "a{2", "a{3,2}", "a{1001}", "?", #"\"#,
        #"\1"#, #"\b"#, "(?=a)", "(?<name>a)", "[a&&b]", "[[a]]", "[b-a]", "[a-[b]]", "(((a{100}){100}){100})",
        String(repeating: "(", count: 40) + String(repeating: ")", count: 40), String(repeating: "a", count: 2000),
    ]) func `what is no pattern, or too much of one, is refused`(pattern: String) {
        #expect(TextPattern(pattern) == nil)
    }

    @Test func `nested empty repetitions end`() {
        var pattern = "()"
        for _ in 0..<30 { pattern = "(\(pattern){1000})" }
        #expect(TextPattern(pattern)?.matches("") ?? true)
    }

    @Test func `matching takes bounded time`() throws {
        let pattern = try #require(TextPattern("(a|a|a|a|a|aa|aaa)*b"))
        #expect(!pattern.matches(String(repeating: "a", count: TextPattern.longestText)))
        #expect(!pattern.matches(String(repeating: "a", count: TextPattern.longestText + 1)))
    }
}
