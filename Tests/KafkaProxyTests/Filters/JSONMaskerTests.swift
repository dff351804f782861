import Testing

@testable import KafkaProxy

@Suite("Masking of JSON")
struct JSONMaskerTests {
    private func masked(_ text: String, _ pointers: String...) -> String? {
        guard let masker = JSONMasker(pointers: pointers, replacement: "***") else { return "no pointer" }
        switch masker.mask(Array(text.utf8)) {
        case .notJSON: return nil
        case .unchanged: return text
        case .masked(let bytes): return String(decoding: bytes, as: UTF8.self)
        }
    }

    @Test("What a pointer leads to is replaced, and every other byte stays")
    func values() {
        #expect(masked(#"{ "a" : 1.50, "b":{"c": [1, 2]} }"#, "/b/c") == #"{ "a" : 1.50, "b":{"c": "***"} }"#)
        #expect(masked(#"{"a":12345678901234567890,"b":1e400}"#, "/b") == #"{"a":12345678901234567890,"b":"***"}"#)
        #expect(masked(#"[{"n":1},{"n":2},{"m":3}]"#, "/*/n") == #"[{"n":"***"},{"n":"***"},{"m":3}]"#)
        #expect(masked(#"[10,11,12]"#, "/1") == #"[10,"***",12]"#)
        #expect(masked(#"{"a/b":1,"c~d":2}"#, "/a~1b", "/c~0d") == #"{"a/b":"***","c~d":"***"}"#)
        #expect(masked(#"{"a":{"b":1},"a":{"b":2}}"#, "/a/b") == #"{"a":{"b":"***"},"a":{"b":"***"}}"#)
        #expect(masked(#""all of it""#, "") == #""***""#)
    }

    @Test("A name is the same however it is escaped")
    func escapedNames() {
        #expect(masked(#"{"\u006eame":"x"}"#, "/name") == #"{"\u006eame":"***"}"#)
        #expect(masked(#"{"\ud83d\ude00":"x"}"#, "/😀") == #"{"\ud83d\ude00":"***"}"#)
        #expect(masked(#"{"a":"/name","b":"{\"name\":1}"}"#, "/name") == #"{"a":"/name","b":"{\"name\":1}"}"#)
    }

    @Test("What is no JSON is told apart")
    func notJSON() {
        for text in ["", "{", "{\"a\":}", "[1,]", "01", "nul", "{} {}", "{'a':1}", "\"a\nb\"", "[1 2]", "+1", "NaN"] {
            #expect(masked(text, "/a") == nil, "\(text)")
        }
        #expect(masked(String(repeating: "[", count: 100_000), "/a") == nil)
        #expect(masked(String(repeating: "[", count: 65) + String(repeating: "]", count: 65), "/a") == nil)
        for text in ["1", "-0.5e-7", "null", "[]", "{}", " [ ] ", "true"] {
            #expect(masked(text, "/a") == text, "\(text)")
        }
    }

    @Test("A pointer begins with a slash")
    func pointers() {
        #expect(JSONMasker(pointers: ["a"], replacement: "x") == nil)
    }
}
