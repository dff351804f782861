import Testing

@testable import ProtocolGenerator

/// What is wrong is said with file and line, never generated.
@Suite struct SpecErrorTests {
    private func failure(_ fields: String, head: String = "versions 0-3, flexible 2+") -> String? {
        do {
            _ = try Generator(sources: ["A.spec": "data Sample \(head)\nabout Text.\n\(fields)\n"])
            return nil
        } catch {
            return "\(error)"
        }
    }

    @Test(arguments: [
        ("    name text", "A.spec:3: unknown type 'text'"),
        ("    name string 4+", "A.spec:3: versions 4+ lie outside those of the struct, 0-3"),
        ("    name string 2-", "A.spec:3: '2-' is no range of versions"),
        ("    name string optional", "A.spec:3: unknown attribute 'optional'"),
        ("    name string 1+ tag 0", "A.spec:3: tagged fields need flexible versions"),
        ("    a int8 2+ tag 0\n    b int8 2+ tag 0", "A.spec:4: two fields with tag 0"),
        ("    a int8\n    a int16", "A.spec:4: two fields named a"),
        ("    a int8 = yes", "A.spec:3: yes is no default of this type"),
        ("    a string = null", "A.spec:3: null is no default of a field that may not be null"),
        ("    a string? 0-1 null 2+", "A.spec:3: 'null' needs versions in which the field is there"),
        ("    a Thing", "A.spec:3: no struct Thing"),
        (
            "    a Thing 0-1\n        b int8\n    c Thing",
            "A.spec:5: struct Thing is not there in all versions of the field"
        ),
        (
            "    a Thing?\n        b int8",
            "A.spec:3: a struct that may be null may be so in all versions, and is by default"
        ),
        ("    a int8\n        b int8", "A.spec:3: only a field with a struct's name as its type has fields beneath it"),
        ("    a int8\n  b int8", "A.spec:4: indentation matches no line above"),
        ("\ta int8", "A.spec:3: indent with spaces, not tabs"),
    ])
    func isFound(fields: String, message: String) {
        #expect(failure(fields) == message)
    }

    @Test(arguments: [
        ("versions 0+", "A.spec:1: Sample needs versions with an end"),
        ("versions 0-3, colour red", "A.spec:1: unknown attribute ' colour red'"),
        ("versions zero", "A.spec:1: 'versions zero' needs a range of versions"),
    ])
    func isFoundInHeads(head: String, message: String) {
        #expect(failure("    a int8", head: head) == message)
    }

    @Test func anApiNeedsBothSides() {
        #expect(throws: SpecError.self) {
            try Generator(sources: [
                "A.spec": "api A 1\nabout Text.\nlisteners broker\n\nrequest versions 0, flexible none\n"
            ])
        }
    }

    @Test func numbersAndNamesAreUnique() {
        let body = "about Text.\n\nrequest versions 0, flexible none\n\nresponse versions 0, flexible none\n"
        #expect(throws: SpecError.self) {
            try Generator(sources: ["A.spec": "api A 1\n" + body, "B.spec": "api B 1\n" + body])
        }
        #expect(throws: SpecError.self) {
            try Generator(sources: ["A.spec": "api A 1\n" + body, "x/A.spec": "api B 2\n" + body])
        }
    }
}
