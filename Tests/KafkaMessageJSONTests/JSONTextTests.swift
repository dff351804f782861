import KafkaMessageJSON
import Testing

@Suite struct JSONTextTests {
    private func parse(_ text: String) throws -> JSONValue {
        try JSONValue(parsing: text.utf8)
    }

    @Test func valuesComeBackAsTheyWere() throws {
        let text = #"{"a":[1,-9223372036854775808,0.1,1e+300,-0.0,true,null],"b":{},"c":[],"d":"\"\\\n\r\t\u0001é🐦"}"#
        let value = try parse(text)
        #expect(value.text == text)
        #expect(try parse(value.prettyText) == value)
        #expect(value["a"]?[1] == .integer(.min))
    }

    @Test func prettyTextKeepsPlainArraysOnOneLine() throws {
        let value = try parse(#"{"ids":[1,2],"topics":[{"name":"t"}],"none":[],"empty":{}}"#)
        let expected = """
            {
              "ids": [1, 2],
              "topics": [
                {
                  "name": "t"
                }
              ],
              "none": [],
              "empty": {}
            }
            """
        #expect(value.prettyText == expected)
    }

    @Test func escapesAreRead() throws {
        #expect(try parse(#" "\u00e9\ud83d\udc26\/\b\f" "#) == .string("é🐦/\u{8}\u{c}"))
        #expect(try parse("-0") == .double(-0.0))
        #expect(try parse("9223372036854775808") == .double(9_223_372_036_854_775_808))
    }

    @Test func stringsAreComparedByTheirBytes() {
        #expect(JSONValue.string("\u{e9}") != .string("e\u{301}"))
        #expect(JSONValue.integer(1) == .double(1))
        #expect(JSONValue.double(0) != .double(-0.0))
    }

    @Test(arguments: [
        "", "{", "[1,]", "[1 2]", "{\"a\"}", "{\"a\":1,}", "{a:1}", "01", "-", "1.", "1e", "nul", "truefalse", "\"",
        "\"\\x\"",
        "\"\\ud800\"", "\"\\udc00\"", "\"\\u12g4\"", "\"a\nb\"", "1 1", "+1", ".5", "1e999", "'a'",
    ])
    func whatIsNoJSONIsAnError(_ text: String) {
        #expect(throws: JSONSyntaxError.self) { try parse(text) }
    }

    @Test func stringsMustBeUTF8() {
        #expect(throws: JSONSyntaxError.self) { try JSONValue(parsing: [0x22, 0xff, 0x22]) }
        #expect(throws: JSONSyntaxError.self) { try JSONValue(parsing: [0x22, 0x5c, 0x6e, 0xc3, 0x22]) }
    }

    @Test func errorsSayWhere() {
        let error = #expect(throws: JSONSyntaxError.self) { try parse("{\"a\":\n [-]}") }
        #expect(error?.line == 2 && error?.column == 4)
    }

    @Test func nestingIsBounded() throws {
        let deep = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
        _ = try parse(deep)
        #expect(throws: JSONSyntaxError.self) { try parse("[" + deep + "]") }
        #expect(throws: JSONSyntaxError.self) { try parse(String(repeating: "[", count: 1_000_000)) }
    }
}
