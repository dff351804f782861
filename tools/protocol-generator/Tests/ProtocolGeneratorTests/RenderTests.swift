import Testing

@testable import ProtocolGenerator

/// What each part of the format turns into. That the whole is right is shown by the golden frames of the codec's tests.
@Suite struct RenderTests {
    /// The lines of the one file that a specification becomes, without indentation.
    private func render(_ fields: String, head: String = "versions 0-3, flexible 2+") throws -> [String] {
        let source = "data Sample \(head)\nabout Text.\n\(fields)\n"
        let text = try #require(try Generator(sources: ["A.spec": source]).render()["A.swift"])
        return text.split(separator: "\n").map { String($0.drop { $0 == " " }) }
    }

    @Test func neighboursOfTheSameVersionsShareACondition() throws {
        let lines = try render("    a int8 1+ ignorable\n    b int16 1+ ignorable\n    c int32")
        #expect(lines.filter { $0 == "if version >= 1 {" }.count == 2)
        #expect(lines.contains("b = try reader.readInt16()") && lines.contains("writer.writeInt32(self.c)"))
        #expect(!lines.contains { $0.hasPrefix("try requireDefault(self.a") })
    }

    @Test func aFieldThatMustNotBeLostIsChecked() throws {
        let lines = try render("    a int8 0-1 = -1")
        #expect(lines.contains("try requireDefault(self.a == -1, \"Sample.a\", version)"))
    }

    @Test func flexibilityIsSettledWhereTheVersionsSettleIt() throws {
        let lines = try render(
            "    a string 0-1 ignorable\n    b string\n    c string 2+ ignorable\n    d string inflexible")
        #expect(lines.contains("a = try reader.readString(flexible: false)"))
        #expect(lines.contains("let b: String = try reader.readString(flexible: flexible)"))
        #expect(lines.contains("c = try reader.readString(flexible: true)"))
        #expect(lines.contains("let d: String = try reader.readString(flexible: false)"))
    }

    @Test func nullDependsOnTheVersionOnlyWhereItDoes() throws {
        let lines = try render("    a string null 1+\n    b [int32]?\n    c bytes? 2+ = null ignorable")
        #expect(
            lines.contains(
                "let a: String? = try reader.readNullableString(flexible: flexible, nullable: version >= 1)"))
        #expect(lines.contains("try writer.writeNullableString(self.a, flexible: flexible, nullable: version >= 1)"))
        #expect(lines.contains("let b: [Int32]? = try reader.readNullableArray(flexible: flexible)"))
        #expect(lines.contains("var c: ByteBuffer? = nil") && lines.contains("public var c: ByteBuffer?"))
        #expect(lines.contains("public import NIOCore"))
    }

    @Test func tagsAreWrittenInAscendingOrder() throws {
        let lines = try render("    b int8 3+ tag 1 ignorable\n    a string 2+ tag 0 ignorable")
        let opened = lines.filter { $0.hasPrefix("let tag = writer.openTag") }
        #expect(opened == ["let tag = writer.openTag(0)", "let tag = writer.openTag(1)"])
        #expect(lines.contains("case 1 where version >= 3: b = try reader.readInt8()"))
        #expect(lines.contains("if version >= 3, self.b != 0 {"))
    }

    @Test func elementsHaveTheLeastSizeOfAnyVersion() throws {
        let lines = try render(
            "    a [Thing]\n        b string\n        c int32 0-2\n        d Inner 3+\n            e uuid")
        // Version 2: a compact length, four bytes and the count of tagged fields; the others take more.
        #expect(
            lines.contains(
                "let a: [Thing] = try reader.readStructs(version: version, minimumSize: 6, flexible: flexible)"))
    }

    @Test func structsThatSeveralFieldsShareStandOnce() throws {
        let lines = try render("    a [Thing]\n    b Thing\n\n    struct Thing\n        c int8")
        #expect(lines.filter { $0.hasPrefix("public struct Thing") }.count == 1)
        #expect(lines.contains("let b: Thing = try reader.readStruct(Thing.self, version: version)"))
    }

    /// The decoder's own variables and a field of the same name stay apart.
    @Test func fieldsMayBeCalledLikeTheDecodersVariables() throws {
        let lines = try render("    version int8\n    tag int8")
        #expect(lines.contains("let versionValue: Int8 = try reader.readInt8()"))
        #expect(lines.contains("self.version = versionValue") && lines.contains("self.tag = tagValue"))
    }

    @Test func wordsOfSwiftAreQuoted() throws {
        let lines = try render("    protocol string")
        #expect(lines.contains("public var `protocol`: String"))
    }

    @Test func sameInputSameOutput() throws {
        let source = ["A.spec": "record Sample 7 versions 0-1, flexible 0+\nabout Text.\n    a int8\n"]
        #expect(try Generator(sources: source).render() == Generator(sources: source).render())
        let text = try #require(try Generator(sources: source).render()["A.swift"])
        #expect(text.contains("public static var apiKey: Int16 { 7 }"))
    }

    @Test func walksNameOnlyWhatIsSpecial() throws {
        let source = """
            record Sample 7 versions 0-3, flexible 2+
            about Text.
                a int8
                b string? 2+ tag 0 entity topicName
                c [Thing] null 1-2
                    protocol bytes 2-3

            """
        let files = try Generator(sources: ["A.spec": source]).renderJSON()
        let text = try #require(files["A.swift"])
        let lines = text.split(separator: "\n").map { String($0.drop { $0 == " " }) }
        #expect(lines.contains("fields.scalar(\"a\", &self.a)"))
        #expect(lines.contains("fields.nullable(.init(\"b\", from: 2, tag: 0, entity: .topicName), &self.b)"))
        #expect(
            lines.contains(
                "fields.nullableStructures(.init(\"c\", nullFrom: 1, nullThrough: 2), &self.c)"))
        #expect(lines.contains("fields.scalar(.init(\"protocol\", from: 2), &self.`protocol`)"))
        #expect(lines.filter { $0 == "fields.unknown(&self.unknownTaggedFields)" }.count == 2)
        let table = try #require(files["MessageType+Table.swift"])
        #expect(table.contains("MessageType(\"Sample\", .record, 7, Sample.self),"))
    }
}
