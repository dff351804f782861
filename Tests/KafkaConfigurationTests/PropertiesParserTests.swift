import Testing

@testable import KafkaConfiguration

@Suite struct PropertiesParserTests {
    private func pairs(_ text: String) throws -> [String] {
        try PropertiesParser.parse(text).map { "\($0.line) \($0.key)=\($0.value)" }
    }

    @Test func separatorsAndComments() throws {
        let text = """
            # a comment
              ! another
            a=1
            b : 2
            c 3
            d
            \te\t=\tx y \u{20}

            f==g
            """
        #expect(try pairs(text) == ["3 a=1", "4 b=2", "5 c=3", "6 d=", "7 e=x y  ", "9 f==g"])
    }

    @Test func escapes() throws {
        #expect(try pairs(#"a\=b\:c\ d=\t\n\\\q\u00e9\uD83D\uDE00"#) == ["1 a=b:c d=\t\n\\q\u{e9}\u{1F600}"])
    }

    @Test func continuedLinesKeepTheirFirstNumber() throws {
        let text = "a=1,\\\n   2,\\\n\t3\nb=\\\\\nc=4\\\n# not a comment\nd=5\\"
        #expect(try pairs(text) == ["1 a=1,2,3", "4 b=\\", "5 c=4# not a comment", "7 d=5"])
    }

    @Test func everyKindOfLineEnd() throws {
        #expect(try pairs("a=1\r\nb=2\rc=3\n") == ["1 a=1", "2 b=2", "3 c=3"])
    }

    @Test(arguments: [#"x=\u12"#, #"x=\u12G4"#, #"x=\uＡ123"#]) func badEscapeNamesItsLine(_ line: String) {
        #expect(throws: PropertiesSyntaxError(line: 2, reason: #"\u must be followed by four hexadecimal digits"#)) {
            try PropertiesParser.parse("a=1\n" + line)
        }
    }

    @Test func missingKey() {
        #expect(throws: PropertiesSyntaxError(line: 1, reason: "there is no key before the separator")) {
            try PropertiesParser.parse("=1")
        }
    }
}
